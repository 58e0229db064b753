// What a rule misses, as a place that somebody fills in: the fix that makes it, or the place itself where it is there.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "diagnostics/finding.h"
#include "link/graph.h"

namespace ims {

// One of the two: a fix where a key is missing, and where all are there and empty, the first of them. Neither where
// something else is in the way: a value, an alias, another file.
struct Asking {
    std::optional<Fix> fix;
    std::optional<Span> waiting;
};

// `fields` are fields of the record, or of `item`, a map within it: an item of a list, or an entry of a map. Where a
// map is missing that would hold a field, it comes too; where it would lack more than that, it is asked for as a whole.
Asking ask_for(const RecordView& record, const FieldView& item, std::span<const Field> fields, Arena& arena);

// Whether one more item of the list would stand on lines of its own, where a comment has room; so if there is no list.
bool has_room_for_words(const RecordView& record, Field list);

// The map that is the record, as its file holds it. None of what is no record of the folder.
struct RecordMap {
    NodeId node;
    Span span;
    std::vector<std::string_view> keys;  // all that stand in it, with a value or without
};
std::optional<RecordMap> map_of(const RecordView& record);

}  // namespace ims
