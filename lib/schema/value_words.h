// How findings speak of the values that a field takes: words only, no place.
#pragma once

#include <string>
#include <string_view>

#include "diagnostics/message.h"
#include "schema/schema.h"

namespace ims {

// As messages name a field of the schema.
inline FieldNames names_of(const FieldSpec& field) { return {field.name, field.title}; }
// The same where it is told of a field itself: readers see what it is called between quotation marks.
Message labelled(FieldNames field, Arena& arena);
// A name that stands in a record, such as that of a discipline: readers see it without its hyphens.
Message told_name(std::string_view name, Arena& arena);

// After "`deputies` takes …": "a list", "one date", "the id of a role or `person/…`".
Message what_it_takes(const Shape& shape, Arena& arena);
// How to write such a value below this key; with an empty key, as an item of a list. Says nothing to readers.
Message way_to_write(const Shape& shape, std::string_view key, Arena& arena);
// "the id of a role", "the id of a role or `person/…`", "`asset/…`, `supplier/…` or `site/…`".
Message reference_forms(const ReferenceSpec& reference, Arena& arena);
// The first sentence of a description as a part of another sentence: no capital letter, no full stop.
std::string first_words(std::string_view description);
// What a description gives behind "Example:", up to the end of its sentence; empty where it gives none.
std::string_view example_in(std::string_view description);

}  // namespace ims
