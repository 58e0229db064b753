// The values of a record as its own file holds them, for rules that look at how something is written and not at what it
// says.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "check/rule.h"

namespace ims {

// The keys that lead to a value; items of a list have none.
struct KeyPath {
    const KeyPath* up = nullptr;
    std::string_view key;
    // Joined by points: `review.every`.
    [[nodiscard]] std::string text() const;
};

// By the keys that lead to it, and as its kind calls it.
FieldNames names_of(const RecordView& record, const FieldView& value, const std::string& path, Arena& arena);

// Calls for each value that is neither a list nor a map, inherited ones too.
void for_each_scalar(const RecordView& record, const std::function<void(const FieldView&, const KeyPath&)>& look);

// The same for what stands in all records of the folder but the retired ones, and in ims.yaml; what they inherit is met
// there alone. What several aliases name is met for each: PlacesTold keeps it from being told twice.
void for_each_scalar(const Graph& graph,
                     const std::function<void(const RecordView&, const FieldView&, const KeyPath&)>& look);

class PlacesTold {
public:
    // Whether nothing was told of this value before.
    bool is_new(const FieldView& value) { return places_.emplace(value.span().file, value.span().begin).second; }

private:
    std::set<std::pair<FileId, std::uint32_t>> places_;
};

// Whether the field takes prose: a title, a purpose, a place, an item that no record is; no id, word, date or number.
bool takes_prose(const RecordView& record, const FieldView& value);

// How messages name a record, and ims.yaml.
Message told_holder(const RecordView& record, Reporter& report);

}  // namespace ims
