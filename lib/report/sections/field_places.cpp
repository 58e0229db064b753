#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "report/sections/cells.h"
#include "report/sections/field_values.h"
#include "schema/fields.h"

namespace ims {
namespace {

bool is_list(const FieldView& value) { return value.is(ValueType::list) || has_entries(value); }

// What programs get of one value.
MachineValue machine_value(const Page& page, const FieldView& value, const Words& words) {
    switch (value.value().type) {
        case ValueType::yes_no: return value.value().yes();
        case ValueType::number: {
            constexpr double kLargestWhole = 1e15;
            const double number = value.value().number();
            const bool whole = std::abs(number) < kLargestWhole && std::floor(number) == number;
            return whole ? MachineValue(static_cast<std::int64_t>(number)) : MachineValue(number);
        }
        case ValueType::choice: return std::string(value.word());
        case ValueType::discipline: return page.settings.name(value.value().discipline());
        case ValueType::reference: break;
        case ValueType::step: return words.plain();
        default:
            if (value.children().empty()) return std::string(value.text());
    }
    std::string names;
    for (const Inline& part : words.parts()) {
        if (part.kind == Inline::Kind::record) names += (names.empty() ? "" : " ") + part.target;
    }
    return names.empty() ? words.plain() : names;
}

std::string machine_text(const Page& page, const FieldView& value, const Words& words) {
    const MachineValue said = machine_value(page, value, words);
    if (const auto* const text = std::get_if<std::string>(&said)) return *text;
    return std::string(value.text());
}

// What one item of a list says in a column.
struct Item {
    std::vector<Words> words;
    std::vector<std::string> texts;
};

class PlaceReader {
public:
    PlaceReader(const Page& page, KindId kind, const FieldPlace& place) : page_(page), kind_(kind), place_(place) {}

    std::vector<Item> run(const FieldView& top) {
        read(top, 1);
        return std::move(items_);
    }

private:
    // Within an item of a list everything belongs to that item.
    void read(const FieldView& view, std::size_t depth) {
        if (depth == place_.chain.size()) return read_leaf(view, {});
        if (!is_list(view) || inside_) {
            if (is_list(view)) {
                for (const FieldView child : view.children()) read(child[place_.chain[depth]], depth + 1);
                return;
            }
            return read(view[place_.chain[depth]], depth + 1);
        }
        for (const FieldView child : view.children()) {
            items_.emplace_back();
            inside_ = true;
            read(child[place_.chain[depth]], depth + 1);
            inside_ = false;
        }
    }

    void read_leaf(const FieldView& view, const std::string& names) {
        if (!view) return;
        if (is_list(view)) {
            for (const FieldView child : view.children()) {
                const bool named = view.is(ValueType::map);
                const std::string key = named ? std::string(child.key()) : std::string();
                const bool maps = place_.spec->shape->entry != nullptr && !place_.spec->shape->entry->fields.empty() &&
                                  child.is(ValueType::map);
                if (maps) add(raw(key), key);
                else if (child.is(ValueType::map) && !has_entries(child)) add({}, {});
                else read_leaf(child, named ? (names.empty() ? key : names + ", " + key) : names);
            }
            return;
        }
        // A map with fields is told by these.
        if (view.is(ValueType::map)) return;
        const Words words = value_words(page_, kind_, view);
        const std::string text = machine_text(page_, view, words);
        if (names.empty()) return add(words, text);
        add(page_.say("{}: {}", raw(key_words(names)), words), names + ": " + text);
    }

    void add(Words words, std::string text) {
        if (!inside_) items_.emplace_back();
        items_.back().words.push_back(std::move(words));
        items_.back().texts.push_back(std::move(text));
    }

    const Page& page_;
    KindId kind_;
    const FieldPlace& place_;
    std::vector<Item> items_;
    bool inside_ = false;
};

void add_places(std::span<const FieldSpec> fields, const FieldPlace& above, std::vector<FieldPlace>& out) {
    for (const FieldSpec& spec : fields) {
        const Shape& shape = *spec.shape;
        if (shape.scalar == ScalarType::id) continue;
        FieldPlace place = above;
        place.path += place.path.empty() ? std::string(spec.name) : fmt::format(".{}", spec.name);
        place.title =
            above.title.empty() ? std::string(spec.title) : fmt::format("{}: {}", above.title, in_a_title(spec.title));
        place.chain.push_back(spec.field);
        place.spec = &spec;
        const Shape& inner = inner_shape(spec);
        place.many = above.many || shape.item != nullptr;
        if (shape.scalar != ScalarType::none || inner.scalar != ScalarType::none || shape.entry != nullptr) {
            out.push_back(place);
            out.back().many = place.many || (shape.scalar == ScalarType::none && shape.entry != nullptr);
        }
        add_places(inner.fields, place, out);
        if (shape.entry != nullptr) {
            place.many = true;
            add_places(shape.entry->fields, place, out);
        }
    }
}

TableCell linked_place_cell(const Page& page, const RecordView& record, Field field) {
    const Words words = reference_words(page, record, field);
    if (words.empty()) return {};
    std::vector<std::string> names;
    for (const Words& item : items_of(words)) {
        const auto& parts = item.parts();
        const auto link = std::ranges::find(parts, Inline::Kind::record, &Inline::kind);
        names.push_back(link == parts.end() ? item.plain() : link->target);
    }
    return {words, std::move(names)};
}

}  // namespace

std::vector<FieldPlace> field_places(const Schema& schema, KindId kind) {
    std::vector<FieldPlace> out;
    add_places(schema[kind].fields, {}, out);
    return out;
}

Column::Holds holds_of(const FieldPlace& place) {
    if (reference_of(*place.spec) == nullptr) return Column::Holds::text;
    return place.many ? Column::Holds::records : Column::Holds::record;
}

TableCell place_cell(const Page& page, const RecordView& record, const FieldPlace& place) {
    const Field field = place.spec->field;
    const bool top = place.chain.size() == 1;
    if (top && reference_of(*place.spec) != nullptr && place.spec->shape->scalar != ScalarType::yes_no) {
        TableCell cell = linked_place_cell(page, record, field);
        if (!place.many) cell.value = {};
        return cell;
    }
    const FieldView written = record[place.chain.front()];
    // What holds where nothing is written.
    if (top && !written) return word_cell(page, record, field);
    std::vector<Item> items = PlaceReader(page, record.kind(), place).run(written);
    if (items.empty()) return {};
    const bool alone = items.size() == 1 && items.front().words.size() == 1;
    if (!place.many && alone) {
        FieldView value = written;
        for (std::size_t depth = 1; depth < place.chain.size(); ++depth) value = value[place.chain[depth]];
        // A map with free names may have one entry.
        if (!has_entries(value)) {
            const Words& words = items.front().words.front();
            TableCell cell(words);
            if (holds_of(place) == Column::Holds::text) cell.value = machine_value(page, value, words);
            return cell;
        }
    }
    std::vector<Words> lines;
    std::vector<std::string> texts;
    for (const Item& item : items) {
        lines.push_back(on_one_line(item.words));
        texts.push_back(fmt::format("{}", fmt::join(item.texts, " ")));
    }
    const bool said = std::ranges::any_of(texts, [](const std::string& text) { return !text.empty(); });
    if (!said) return {};
    return {in_lines(lines), std::move(texts)};
}

}  // namespace ims
