// The values of a record that is begun: a map that grows by `field=value`, each written as its field takes it. What no
// field takes is put there too: the reader of all records says what is wrong with it.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "diagnostics/operations.h"
#include "schema/schema.h"

namespace ims {

// A text as the type writes it: a day, a number, yes or no without quotes.
NewValue new_text(std::string_view text, ScalarType type);

// The value at a dotted path: through maps (`review.every`), free names (`not_applicable.privacy`), and lists of maps,
// of which there then is one (`evaluations.date`). Where a list may stand each text is one or more items of it: words,
// ids and numbers are told apart by commas, sentences are not. A text in brackets or braces is YAML. An error where one
// value is due and there are several, or where the path leads through a value.
Outcome set_value(NewValue& record, std::span<const FieldSpec> fields, std::string_view path,
                  const std::vector<std::string>& texts);

// One more item where the field takes a list, else its value. An error where one that takes no list has a value.
Outcome add_value(NewValue& record, const FieldSpec& field, NewValue value);

// The entry at a dotted path through maps with fields, made with nothing in it where there is none; null where the path
// leads through something else.
NewEntry* entry_at(NewValue& record, std::string_view path);
// Whether a value stands there, or above it one that is no map.
bool has_value_at(const NewValue& record, std::string_view path);

// Entries stand in the order of their fields, what is none last; required fields of maps that are there stand in them,
// with nothing behind them where they are not set.
void arrange(NewValue& record, std::span<const FieldSpec> fields);

}  // namespace ims
