// Which fields a new record begins with: what its kind requires, and what rules will ask of it (`x-ims-ask` in its
// schema). Data, since no rule can be asked: half of them speak only of what other records say by then.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "base/result.h"
#include "schema/keywords.h"
#include "schema/schema.h"

namespace ims {

struct AskedField {
    std::string path;       // dotted, from the top of the record: `review.last`
    bool today = false;     // it is a day, and begins as that on which the record is written (`x-ims-today`)
    bool required = false;  // without it the record is an error
};

// By `x-ims-ask`, `required` and `x-ims-today` at the top of the schema, each once, in the order in which people write
// them; without the id. What is required below the top, or only beside other fields, is not among them.
std::vector<AskedField> asked_fields(const KindSpec& kind);

// The field at a dotted path through maps with fields; null where there is none. Lists are not looked into.
const FieldSpec* find_through_maps(std::span<const FieldSpec> fields, std::string_view path);

// Whether what a kind's schema says there is about fields that it has. An error names the place.
Outcome check_asked(const Json& json, std::span<const FieldSpec> fields, const keywords::Place& place);

}  // namespace ims
