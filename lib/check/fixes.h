// Operations that several rules offer: a value that goes, and one more field or item.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "diagnostics/operations.h"
#include "link/graph.h"

namespace ims {

// Takes a value out of its record, an item of a list or a field; the field too where the last item goes. None where the
// value stands elsewhere, as what an alias names does, or nothing else stands beside it.
std::optional<Operation> removal_of(const RecordView& record, const FieldView& value);

// Gives a record fields that it does not have, at the place of the first of them. None where one is there already, well
// or not.
std::optional<Operation> addition_to(const RecordView& record, std::vector<NewEntry> fields);

// One item more in a list of the record; the list comes with it where the record has none. None where something else
// stands there.
std::optional<Operation> one_more(const RecordView& record, Field list, NewValue item);

NewValue new_text(std::string_view text);
NewValue new_list(std::vector<NewValue> items);
NewValue new_map(std::vector<NewEntry> entries);

}  // namespace ims
