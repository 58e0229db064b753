#include "check/fixes.h"

#include <algorithm>
#include <utility>

#include "check/asking.h"
#include "schema/asked_entry.h"

namespace ims {
namespace {

bool is_within(const Span& inner, const Span& outer) {
    return inner.file == outer.file && outer.begin <= inner.begin && inner.end <= outer.end;
}

// The list or map that a value is a child of; a view of nothing for a field of the record.
FieldView parent_of(const FieldView& at, const FieldView& value) {
    for (const FieldView child : at.children()) {
        if (child.index() == value.index()) return at;
        if (child.index() < value.index() && value.index() < child.value().next) return parent_of(child, value);
    }
    return {};
}

FieldView parent_of(const RecordView& record, const FieldView& value) {
    for (const FieldView field : record.written()) {
        if (field.index() < value.index() && value.index() < field.value().next) return parent_of(field, value);
    }
    return {};
}

}  // namespace

std::optional<Operation> removal_of(const RecordView& record, const FieldView& value) {
    if (!value || value.inherited() || record.built_in() || value.span().file != record.file()) return std::nullopt;
    if (value.value().key.known()) return RemoveEntry{value.key_span()};
    const FieldView list = parent_of(record, value);
    if (!list.is(ValueType::list) || !is_within(value.span(), list.span())) return std::nullopt;
    const bool whole = list.node().type != NodeType::list || list.children().size() == 1;
    if (whole && list.value().key.known()) return RemoveEntry{list.key_span()};
    return RemoveItem{value.span()};
}

std::optional<Operation> addition_to(const RecordView& record, std::vector<NewEntry> fields) {
    const auto map = map_of(record);
    if (!map || fields.empty()) return std::nullopt;
    const bool there = std::ranges::any_of(map->keys, [&](std::string_view key) {
        return std::ranges::find(fields, key, &NewEntry::key) != fields.end();
    });
    if (there) return std::nullopt;
    const std::string first = fields.front().key;
    return AddEntries{map->span, std::move(fields), names_before(record.graph().schema()[record.kind()].fields, first)};
}

std::optional<Operation> one_more(const RecordView& record, Field list, NewValue item) {
    const FieldView written = record[list];
    if (record.built_in()) return std::nullopt;
    if (written && !written.inherited()) {
        if (!written.is(ValueType::list)) return std::nullopt;
        return AddItem{written.span(), std::move(item)};
    }
    NewEntry entry{std::string(record.graph().schema().path(list)), new_list({std::move(item)})};
    return addition_to(record, {std::move(entry)});
}

NewValue new_text(std::string_view text) {
    NewValue value;
    value.text = text;
    return value;
}

NewValue new_list(std::vector<NewValue> items) {
    NewValue value;
    value.form = NewValue::Form::list;
    value.items = std::move(items);
    return value;
}

NewValue new_map(std::vector<NewEntry> entries) {
    NewValue value;
    value.form = NewValue::Form::map;
    value.entries = std::move(entries);
    return value;
}

}  // namespace ims
