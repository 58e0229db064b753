// Inside of editor_schema.cpp: single values.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "output/editor_schema.h"

namespace ims {

// Where a value stands.
struct ValuePlace {
    KindId kind;            // of the record, or of ims.yaml
    bool settings = false;  // ims.yaml, whose words others are measured by
    bool needed = false;    // what is empty is not let through
};

// The forms that a single value may have, each a schema; empty where the shape takes none.
std::vector<Json> forms_of_scalar(const FolderWords& words, const Shape& shape, const ValuePlace& place);

// Whether `true` and `false` stand for a value of it: they are texts like others, or mean yes and no.
bool takes_booleans(ScalarType scalar);

// As it is read by other readers of YAML where it stands without quotes: `1` is a number.
Json word_of_yaml(std::string_view word);

// A choice with the meaning of each word; nothing is said where no word has one.
Json choice_of(const std::vector<std::string_view>& words, const std::vector<std::string>& meanings);

}  // namespace ims
