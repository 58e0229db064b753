#include "report/sections/field_values.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/text.h"
#include "report/prose.h"
#include "report/sections/cells.h"
#include "schema/fields.h"

namespace ims {
namespace {

// Where one of a list of values may stand alone, the list says what it is.
const Shape& leaf_of(const Shape& shape) {
    const Shape* leaf = &shape;
    while (leaf->scalar == ScalarType::none) {
        if (leaf->item != nullptr) leaf = leaf->item;
        else if (leaf->entry != nullptr) leaf = leaf->entry;
        else break;
    }
    return *leaf;
}

Words clause_words(const Page& page, std::string_view written) {
    const std::size_t colon = written.find(':');
    if (colon == std::string_view::npos) return raw(written);
    const auto standard = page.graph.find(kinds::standard, written.substr(0, colon));
    if (!standard || page.graph[*standard].unread()) return raw(written);
    return page.say("{}, {}", page.titled(*standard), plain(written.substr(colon + 1)));
}

Words text_words(const Page& page, ScalarType type, const FieldView& value) {
    const std::string_view text = value.text();
    switch (type) {
        case ScalarType::markdown: return read_prose_line(text);
        case ScalarType::clause: return clause_words(page, text);
        case ScalarType::rule: {
            const auto rule = page.rules.find(text);
            return rule ? page.say(rule_in_words(page, *rule)) : raw(spoken(text));
        }
        case ScalarType::kind: return raw(key_words(text));
        case ScalarType::path: {
            const std::string lower = to_lower(text);
            const bool web = lower.starts_with("https://") || lower.starts_with("http://");
            return web ? Words(url(text, text)) : raw(text);
        }
        default: return raw(text);
    }
}

Words step_words(const Page& page, const Shape& shape, const FieldView& value) {
    const std::vector<std::string>& scale = page.settings.vocabulary.scale(shape.scale);
    const std::uint32_t step = value.step().value_or(0);
    return step > 0 && step <= scale.size() ? raw(scale[step - 1]) : raw(value.text());
}

// The title that a kind gives a field.
std::string_view title_of(const Page& page, KindId kind, Field field) {
    const FieldSpec* const spec = page.graph.schema().spec(kind, field);
    return spec != nullptr ? spec->title : page.graph.schema().title(field);
}

Words map_words(const Page& page, KindId kind, const FieldView& map) {
    std::vector<Words> parts;
    for (const FieldView child : map.children()) {
        const bool entry = child.field() == map.field();
        const std::string title = entry ? key_words(child.key()) : std::string(title_of(page, kind, child.field()));
        parts.push_back(page.say("{}: {}", raw(title), value_words(page, kind, child)));
    }
    return on_one_line(parts);
}

}  // namespace

bool has_entries(const FieldView& value) {
    if (!value.is(ValueType::map)) return false;
    for (const FieldView child : value.children()) {
        if (child.field() == value.field()) return true;
    }
    return false;
}

std::string key_words(std::string_view key) {
    std::string text = spoken(key);
    std::ranges::replace(text, '_', ' ');
    return capitalised(text);
}

std::string in_a_title(std::string_view title) {
    std::string text(title);
    const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (!text.empty() && capital(text[0]) && (text.size() == 1 || !capital(text[1])))
        text[0] = static_cast<char>(text[0] - 'A' + 'a');
    return text;
}

std::string title_with_maps(const Schema& schema, KindId kind, Field field) {
    std::string text;
    const std::string_view path = schema.path(field);
    for (std::size_t end = path.find('.');; end = path.find('.', end + 1)) {
        const auto part = schema.find_path(path.substr(0, end));
        const FieldSpec* const spec = part ? schema.spec(kind, *part) : nullptr;
        if (spec != nullptr) text += (text.empty() ? "" : ": ") + std::string(spec->title);
        if (end == std::string_view::npos) return text;
    }
}

Words on_one_line(const std::vector<Words>& parts) { return undivided(listed(parts, "; ")); }

const Shape& inner_shape(const FieldSpec& spec) {
    return spec.shape->item != nullptr ? *spec.shape->item : *spec.shape;
}

const ReferenceSpec* reference_of(const FieldSpec& spec) {
    const Shape& inner = inner_shape(spec);
    return inner.scalar == ScalarType::reference ? inner.reference : nullptr;
}

bool is_who(const ReferenceSpec& reference) {
    return !reference.kinds.empty() && std::ranges::all_of(reference.kinds, [](std::string_view kind) {
        return kind == "role" || kind == "person";
    });
}

Words value_words(const Page& page, KindId kind, const FieldView& value) {
    if (!value) return {};
    if (value.invalid()) {
        return value.text().empty() ? page.say("could not be understood")
                                    : page.say("{} (could not be understood)", raw(value.text()));
    }
    const FieldSpec* const spec = page.graph.schema().spec(kind, value.field());
    static const Shape kNone;
    const Shape& leaf = spec != nullptr ? leaf_of(*spec->shape) : kNone;
    switch (value.value().type) {
        case ValueType::reference: {
            const RecordId target = value.target();
            return target.known() ? page.called(target) : raw(value.text());
        }
        case ValueType::choice: return word_words(page, value);
        case ValueType::step: return step_words(page, leaf, value);
        case ValueType::discipline: return raw(spoken(page.settings.name(value.value().discipline())));
        case ValueType::yes_no: return value.value().yes() ? page.say("yes") : page.say("no");
        case ValueType::duration: return page.say("{}", plain(value));
        case ValueType::list: {
            std::vector<Words> items;
            for (const FieldView item : value.children()) items.push_back(value_words(page, kind, item));
            return on_one_line(items);
        }
        case ValueType::map: return map_words(page, kind, value);
        case ValueType::text: return text_words(page, leaf.scalar, value);
        default: return raw(value.text());
    }
}

Words reference_words(const Page& page, const RecordView& record, Field field) {
    std::vector<Words> links;
    std::vector<RecordId> told;
    const auto add = [&](RecordId other) {
        if (std::ranges::find(told, other) != told.end()) return;
        told.push_back(other);
        links.push_back(page.called(other));
    };
    for (const RecordView other : record.linked(field)) add(other.record());
    const auto look = [&](const FieldView& value) {
        if (value.is(ValueType::reference) && value.target().known()) return add(value.target());
        if (Words words = value_words(page, record.kind(), value); !words.empty()) links.push_back(std::move(words));
    };
    if (const FieldView written = record[field]; written.is(ValueType::list)) {
        for (const FieldView item : written.children()) look(item);
    } else if (written) {
        look(written);
    }
    return page.in_a_list(links);
}

std::string own_title(std::string_view path) {
    std::string out;
    while (!path.empty()) {
        const std::size_t end = path.find('.');
        std::string_view part = path.substr(0, end);
        if (part.starts_with("x_")) part.remove_prefix(2);
        const std::string words = key_words(part);
        out += out.empty() ? words : fmt::format(": {}", in_a_title(words));
        path = end == std::string_view::npos ? std::string_view() : path.substr(end + 1);
    }
    return out;
}

}  // namespace ims
