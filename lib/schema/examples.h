// Examples of fields as lines of YAML that may stand in a record as they are. Made of the schema: the words after
// "Example:" in a description where they are a value of the field, else a value of its type.
#pragma once

#include <string>

#include "schema/named_fields.h"
#include "schema/schema.h"
#include "schema/vocabulary.h"

namespace ims {

// The field within those that hold it, with what is needed beside it there. Only words of the vocabulary are used.
std::string example_of_field(const Schema& schema, const Vocabulary& vocabulary, const NamedField& field);

// A record with what the schema needs of its kind; with `field` too, if it is not null. Requires: a kind of records.
std::string example_of_record(const Schema& schema, const Vocabulary& vocabulary, KindId kind,
                              const NamedField* field = nullptr);

}  // namespace ims
