#include "schema/asked_entry.h"

#include <algorithm>
#include <cstddef>
#include <iterator>

#include <fmt/format.h>

#include "base/text.h"
#include "schema/named_fields.h"
#include "schema/value_words.h"

namespace ims {
namespace {

constexpr std::size_t kMostWordsShown = 12;
constexpr std::size_t kLongestWithExample = 90;  // with an example
constexpr std::size_t kMostFields = 4;

// "a, b or c"; empty where there are none, or more than one reads in a line.
std::string words_of(const Shape& shape) {
    std::vector<std::string_view> words;
    for (std::size_t place = 0; place < shape.values.size(); ++place) {
        if (shape.values[place].canonical == place) words.push_back(shape.values[place].name);
    }
    if (words.empty() || words.size() > kMostWordsShown) return {};
    std::string text;
    for (std::size_t place = 0; place < words.size(); ++place) {
        if (place > 0) text += place + 1 == words.size() ? " or " : ", ";
        text += words[place];
    }
    return text;
}

std::string map_form(const Shape& shape);

// `[…]`, `{date: …, result: …}`; empty of one value alone.
std::string form_of(const Shape& shape) {
    if (shape.named_map) return map_form(shape);
    if (shape.entry != nullptr) return "{name: …}";
    if (shape.item == nullptr) return {};
    const std::string item = form_of(*shape.item);
    return "[" + (item.empty() ? "…" : item) + "]";
}

// With the fields that are needed there; else with the first ones.
std::string map_form(const Shape& shape) {
    std::string text;
    const bool needs = std::ranges::any_of(shape.fields, &FieldSpec::required);
    std::size_t count = 0;
    for (const FieldSpec& field : shape.fields) {
        if ((needs && !field.required) || count == kMostFields) continue;
        text += fmt::format("{}{}: …", count++ == 0 ? "" : ", ", field.name);
    }
    return "{" + text + "}";
}

const FieldSpec* asked_field(std::span<const FieldSpec> fields, std::string_view name) {
    const auto found = std::ranges::find(fields, name, &FieldSpec::name);
    return found == fields.end() ? nullptr : &*found;
}

// The part of a dotted path behind its first `count` names.
std::string_view behind_names(std::string_view path, std::size_t count) {
    for (; count > 0 && !path.empty(); --count) path.remove_prefix(std::min(path.find('.'), path.size() - 1) + 1);
    return path;
}

// The fields of the map that the operation asks; none where the schema knows no such map.
std::span<const FieldSpec> fields_asked(const Schema& schema, const AskForFields& asked) {
    if (asked.within == 0) return schema[asked.kind].fields;
    const std::string_view path = schema.path(asked.fields.front());
    const std::string_view rest = behind_names(path, asked.within);
    const auto map = schema.find_path(path.substr(0, path.size() - rest.size() - 1));
    const FieldSpec* const spec = map ? schema.spec(asked.kind, *map) : nullptr;
    const Shape* const shape = spec == nullptr ? nullptr : map_within(spec->shape);
    return shape == nullptr ? std::span<const FieldSpec>() : shape->fields;
}

// `path` leads from the map, whose fields these are, to the field.
void add_place(std::vector<NewEntry>& entries, std::span<const FieldSpec> fields, std::string_view path,
               bool with_comments) {
    const std::string_view name = path.substr(0, path.find('.'));
    const FieldSpec* const field = asked_field(fields, name);
    if (field == nullptr) return;
    const bool inner = path.size() > name.size();
    auto found = std::ranges::find(entries, name, &NewEntry::key);
    if (found == entries.end()) {
        NewEntry& entry = entries.emplace_back();
        entry.key = name;
        entry.value.form = inner ? NewValue::Form::map : NewValue::Form::nothing;
        if (!inner && with_comments) entry.comment = asked_for(*field);
        found = std::prev(entries.end());
    }
    if (inner && found->value.form == NewValue::Form::map)
        add_place(found->value.entries, field->shape->fields, path.substr(name.size() + 1), with_comments);
}

AddEntries entries_for(const Schema& schema, const AskForFields& asked, bool with_comments) {
    AddEntries out{asked.span, {}, {}};
    if (asked.fields.empty()) return out;
    const std::span<const FieldSpec> fields = fields_asked(schema, asked);
    for (const Field field : asked.fields)
        add_place(out.entries, fields, behind_names(schema.path(field), asked.within), with_comments);
    if (!out.entries.empty()) out.behind = names_before(fields, out.entries.front().key);
    return out;
}

}  // namespace

AddEntries entries_asked_for(const Schema& schema, const AskForFields& asked) {
    return entries_for(schema, asked, true);
}

AddEntries bare_entries_asked_for(const Schema& schema, const AskForFields& asked) {
    return entries_for(schema, asked, false);
}

std::string asked_for(const FieldSpec& field) {
    std::string text = field.description.empty() ? std::string(field.title) : first_words(field.description);
    const Shape& shape = *field.shape;
    const Shape& single = shape.item != nullptr && shape.scalar == ScalarType::none ? *shape.item : shape;
    if (const std::string words = words_of(single); !words.empty()) return text + " (" + words + ")";
    const std::string_view example = example_in(field.description);
    if (!example.empty() && text.size() + example.size() <= kLongestWithExample)
        return fmt::format("{}, such as {}", text, example);
    if (const std::string form = form_of(shape); form.size() > 1 && shape.scalar == ScalarType::none)
        return text + ": " + form;
    return text;
}

NewEntry asked_entry(const FieldSpec& field) {
    NewEntry entry;
    entry.key = field.name;
    entry.value.form = NewValue::Form::nothing;
    entry.comment = asked_for(field);
    return entry;
}

std::vector<std::string> names_before(std::span<const FieldSpec> fields, std::string_view name) {
    std::vector<std::string> names;
    for (const FieldSpec& field : fields) {
        if (field.name == name) break;
        names.emplace_back(field.name);
    }
    return names;
}

}  // namespace ims
