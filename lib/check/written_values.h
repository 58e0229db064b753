// The values of a record as its own file holds them, for rules that look at how something is written and not at what it
// says.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "check/rule.h"

namespace ims {

// The keys that lead to a value; items of a list have none. Most are never asked for, and so not read.
struct KeyPath {
    const KeyPath* up = nullptr;
    FieldView value;
    // Joined by points: `review.every`.
    [[nodiscard]] std::string text() const;
};

// By the keys that lead to it, and as its kind calls it.
FieldNames names_of(const RecordView& record, const FieldView& value, const std::string& path, Arena& arena);

// Calls look(value, path) for each value that is neither a list nor a map, inherited ones too.
template <class Look>
void for_each_scalar(const RecordView& record, const Look& look);

// Calls look(record, value, path) for what stands in all records of the folder but the retired ones, and in ims.yaml;
// what they inherit is met there alone. What several aliases name is met for each: PlacesTold keeps it from being told
// twice.
template <class Look>
void for_each_scalar(const Graph& graph, const Look& look);

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

// --- How they walk: several rules look at every value of a folder.

template <class Look>
void walk_scalars(const FieldView& value, const KeyPath* up, const Look& look) {
    const KeyPath path{up, value};
    if (value.is(ValueType::map) || value.is(ValueType::list)) {
        for (const FieldView child : value.children()) walk_scalars(child, &path, look);
    } else {
        look(value, path);
    }
}

template <class Look>
void for_each_scalar(const RecordView& record, const Look& look) {
    for (const FieldView value : record.written()) walk_scalars(value, nullptr, look);
}

template <class Look>
void for_each_scalar(const Graph& graph, const Look& look) {
    const auto look_at = [&](const RecordView& record) {
        for_each_scalar(record, [&](const FieldView& value, const KeyPath& path) {
            if (!value.inherited()) look(record, value, path);
        });
    };
    look_at(graph[graph.settings_record()]);
    for (const RecordId id : graph.all()) {
        if (!graph[id].retired()) look_at(graph[id]);
    }
}

}  // namespace ims
