#include "edit/new_values.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "schema/named_fields.h"
#include "yaml/implied_type.h"
#include "yaml/parsed_file.h"

namespace ims {
namespace {

const FieldSpec* find_field(std::span<const FieldSpec> fields, std::string_view name) {
    const auto found = std::ranges::find(fields, name, &FieldSpec::name);
    return found == fields.end() ? nullptr : &*found;
}

NewEntry* find_entry(NewValue& map, std::string_view key) {
    const auto found = std::ranges::find(map.entries, key, &NewEntry::key);
    return found == map.entries.end() ? nullptr : &*found;
}

NewValue of_form(NewValue::Form form) {
    NewValue value;
    value.form = form;
    return value;
}

NewEntry& entry_of(NewValue& map, std::string_view key) {
    if (NewEntry* const found = find_entry(map, key)) return *found;
    return map.entries.emplace_back(NewEntry{std::string(key), of_form(NewValue::Form::nothing)});
}

// A value becomes a map or a list, if nothing else stands there.
bool become(NewValue& value, NewValue::Form form) {
    if (value.form == NewValue::Form::nothing) value.form = form;
    return value.form == form;
}

// As it was read, so that quotes that told a text from a number stay.
NewValue as_new(const ParsedFile& parsed, NodeId node) {
    const YamlNode& read = parsed.tree[node];
    switch (read.type) {
        case NodeType::list: {
            NewValue list = of_form(NewValue::Form::list);
            for (const NodeId item : parsed.tree.items(node)) list.items.push_back(as_new(parsed, item));
            return list;
        }
        case NodeType::map: {
            NewValue map = of_form(NewValue::Form::map);
            for (const auto [key, value] : parsed.tree.entries(node))
                map.entries.push_back({std::string(parsed.text(key)), as_new(parsed, value)});
            return map;
        }
        case NodeType::scalar: break;
        case NodeType::null:
        case NodeType::alias: return of_form(NewValue::Form::nothing);
    }
    NewValue text = new_text(parsed.text(node), ScalarType::line);
    text.typed = read.style == ScalarStyle::plain;
    return text;
}

// `{date: 2026-06-01, result: met}`; none where it is no YAML.
std::optional<NewValue> read_brackets(std::string_view text) {
    if (!text.starts_with('[') && !text.starts_with('{')) return std::nullopt;
    const ParsedFile parsed = parse_file("value: " + std::string(text));
    if (!parsed.tree.problems.empty() || parsed.tree.documents.size() != 1) return std::nullopt;
    const NodeId root = parsed.tree.documents.front().root;
    if (!root.known() || parsed.tree[root].type != NodeType::map) return std::nullopt;
    for (const auto [key, value] : parsed.tree.entries(root)) {
        if (parsed.tree[value].is_collection()) return as_new(parsed, value);
    }
    return std::nullopt;
}

// A comma within them belongs to what they say.
bool holds_sentences(const Shape& shape) {
    return shape.scalar == ScalarType::line || shape.scalar == ScalarType::markdown ||
           shape.scalar == ScalarType::reference_or_text || shape.scalar == ScalarType::any ||
           shape.scalar == ScalarType::path || shape.scalar == ScalarType::none;
}

void add_items(NewValue& list, const Shape& item, std::string_view text) {
    if (auto value = read_brackets(text)) {
        if (value->form == NewValue::Form::list) std::ranges::move(value->items, std::back_inserter(list.items));
        else list.items.push_back(std::move(*value));
        return;
    }
    while (true) {
        const std::size_t comma = holds_sentences(item) ? std::string_view::npos : text.find(',');
        const std::string_view one = trim(text.substr(0, comma));
        if (!one.empty()) list.items.push_back(new_text(one, item.scalar));
        if (comma == std::string_view::npos) return;
        text.remove_prefix(comma + 1);
    }
}

Result<NewValue> value_of(const Shape* shape, std::string_view path, const std::vector<std::string>& texts) {
    const bool says_yes = shape != nullptr && shape->scalar == ScalarType::yes_no && texts.size() == 1 &&
                          implied_type(texts.front()) == ImpliedType::boolean;
    if (shape != nullptr && shape->item != nullptr && !says_yes) {
        NewValue list = of_form(NewValue::Form::list);
        for (const std::string& text : texts) add_items(list, *shape->item, text);
        return list;
    }
    if (texts.size() > 1) {
        return Error{fmt::format("`{}` takes one value, and is given {}: {}", visible(path), texts.size(),
                                 join_names(texts, Ticks::yes))};
    }
    if (auto value = read_brackets(texts.front())) return std::move(*value);
    return new_text(texts.front(), shape == nullptr ? ScalarType::any : shape->scalar);
}

class Setter {
public:
    Setter(std::string_view path, const std::vector<std::string>& texts) : path_(path), texts_(texts) {}

    Outcome in_map(NewValue& map, std::span<const FieldSpec> fields, std::string_view rest) const {
        const std::size_t dot = std::min(rest.find('.'), rest.size());
        const FieldSpec* const field = find_field(fields, rest.substr(0, dot));
        const Shape* const shape = field == nullptr ? nullptr : field->shape;
        return in_entry(entry_of(map, rest.substr(0, dot)).value, shape, rest.substr(std::min(dot + 1, rest.size())));
    }

private:
    // `rest`: of the path, behind the value; empty: it is the one.
    Outcome in_entry(NewValue& value, const Shape* shape, std::string_view rest) const {
        if (rest.empty()) {
            if (value.form != NewValue::Form::nothing) return conflict();
            IMS_TRY_ASSIGN(value, value_of(shape, path_, texts_));
            return Nothing{};
        }
        if (shape == nullptr || shape->named_map) {
            if (!become(value, NewValue::Form::map)) return conflict();
            return in_map(value, shape == nullptr ? std::span<const FieldSpec>() : shape->fields, rest);
        }
        if (shape->entry != nullptr) return in_free_map(value, *shape->entry, rest);
        if (shape->item != nullptr && map_within(shape->item) != nullptr) {
            if (!become(value, NewValue::Form::list)) return conflict();
            if (value.items.empty()) value.items.push_back(of_form(NewValue::Form::nothing));
            return in_entry(value.items.front(), shape->item, rest);
        }
        if (!become(value, NewValue::Form::map)) return conflict();
        return in_map(value, {}, rest);
    }

    // Its names may hold dots: `decisions.A.5.31.reason` is of `A.5.31`.
    Outcome in_free_map(NewValue& map, const Shape& entry, std::string_view rest) const {
        if (!become(map, NewValue::Form::map)) return conflict();
        const std::size_t dot = rest.rfind('.');
        if (dot != std::string_view::npos && entry.named_map &&
            find_field(entry.fields, rest.substr(dot + 1)) != nullptr)
            return in_entry(entry_of(map, rest.substr(0, dot)).value, &entry, rest.substr(dot + 1));
        return in_entry(entry_of(map, rest).value, &entry, "");
    }

    [[nodiscard]] Error conflict() const {
        return Error{
            fmt::format("`{}` is set, and so is a part of it or what it is a part of; write it once", visible(path_))};
    }

    std::string_view path_;
    const std::vector<std::string>& texts_;
};

// Where its other fields are as they are.
bool is_required(const FieldSpec& field, std::span<const FieldSpec> fields, NewValue& map) {
    if (!field.required) return false;
    const auto is_there = [&](std::string_view name) { return find_entry(map, name) != nullptr; };
    if (std::ranges::any_of(field.with, is_there)) return true;
    if (field.unless.empty()) return field.with.empty();
    // Of two of which one will do, the first.
    const FieldSpec* const other = find_field(fields, field.unless);
    return !is_there(field.unless) && (other == nullptr || other > &field);
}

}  // namespace

NewValue new_text(std::string_view text, ScalarType type) {
    NewValue value;
    value.text = text;
    switch (type) {
        case ScalarType::any:
        case ScalarType::date:
        case ScalarType::point_in_time:
        case ScalarType::yes_no:
        case ScalarType::whole:
        case ScalarType::number:
        case ScalarType::step: value.typed = true; break;
        default: break;
    }
    return value;
}

Outcome set_value(NewValue& record, std::span<const FieldSpec> fields, std::string_view path,
                  const std::vector<std::string>& texts) {
    return Setter(path, texts).in_map(record, fields, path);
}

Outcome add_value(NewValue& record, const FieldSpec& field, NewValue value) {
    NewValue& there = entry_of(record, field.name).value;
    if (field.shape->item != nullptr) {
        if (there.form == NewValue::Form::text) {
            NewValue list = of_form(NewValue::Form::list);
            list.items.push_back(std::move(there));
            there = std::move(list);
        }
        if (!become(there, NewValue::Form::list)) return Error{fmt::format("`{}` is no list", field.name)};
        const auto same = [&](const NewValue& item) {
            return value.form == NewValue::Form::text && item.text == value.text;
        };
        if (std::ranges::none_of(there.items, same)) there.items.push_back(std::move(value));
        return Nothing{};
    }
    if (there.form != NewValue::Form::nothing && there.text != value.text) {
        return Error{fmt::format("`{}` takes one value, and is given `{}` and `{}`", field.name, visible(there.text),
                                 visible(value.text))};
    }
    there = std::move(value);
    return Nothing{};
}

NewEntry* entry_at(NewValue& record, std::string_view path) {
    const std::size_t dot = std::min(path.find('.'), path.size());
    NewEntry& entry = entry_of(record, path.substr(0, dot));
    if (dot == path.size()) return &entry;
    return become(entry.value, NewValue::Form::map) ? entry_at(entry.value, path.substr(dot + 1)) : nullptr;
}

bool has_value_at(const NewValue& record, std::string_view path) {
    const std::size_t dot = std::min(path.find('.'), path.size());
    const auto entry = std::ranges::find(record.entries, path.substr(0, dot), &NewEntry::key);
    if (entry == record.entries.end()) return false;
    if (dot == path.size() || entry->value.form != NewValue::Form::map) return true;
    return has_value_at(entry->value, path.substr(dot + 1));
}

void arrange(NewValue& record, std::span<const FieldSpec> fields) {
    for (const FieldSpec& field : fields) {
        if (field.shape->scalar != ScalarType::id && is_required(field, fields, record)) entry_of(record, field.name);
    }
    const auto place = [&](const NewEntry& entry) {
        const FieldSpec* const field = find_field(fields, entry.key);
        return field == nullptr ? fields.size() : static_cast<std::size_t>(field - fields.data());
    };
    std::ranges::stable_sort(record.entries, {}, place);
    for (NewEntry& entry : record.entries) {
        const FieldSpec* const field = find_field(fields, entry.key);
        if (field != nullptr && field->shape->named_map && entry.value.form == NewValue::Form::map)
            arrange(entry.value, field->shape->fields);
    }
}

}  // namespace ims
