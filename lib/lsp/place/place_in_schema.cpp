#include "lsp/place/place_in_schema.h"

#include <algorithm>

namespace ims {
namespace {

Shape map_of_record(const KindSpec& kind) {
    Shape map;
    map.named_map = true;
    map.fields = kind.fields;
    return map;
}

bool holds_keys(const Shape& shape) { return shape.named_map || shape.entry != nullptr; }

class WayThroughSchema {
public:
    WayThroughSchema(const Schema& schema, PlaceInSchema& out) : schema_(schema), out_(out) {
        shape_ = map_of_record(schema_[*out_.kind]);
    }

    bool go(const PlaceInText::Step& step) { return step.item ? go_to_item() : go_below(step.key); }
    [[nodiscard]] const Shape& shape() const { return shape_; }

private:
    bool go_to_item() {
        if (shape_.item == nullptr) return false;
        shape_ = *shape_.item;
        return true;
    }

    bool go_below(std::string_view key) {
        if (const FieldSpec* const field = field_called(shape_, key)) {
            out_.field = field;
            shape_ = *field->shape;
            return true;
        }
        if (shape_.entry != nullptr) return go_to_entry(key);
        // One alone stands for a list.
        return go_to_item() && go_below(key);
    }

    bool go_to_entry(std::string_view key) {
        const auto kind = shape_.keys == KeyType::kind ? schema_.find_kind(key) : std::nullopt;
        const bool says_defaults = out_.settings && shape_.entry->scalar == ScalarType::any;
        if (kind && says_defaults) {
            out_.kind = kind;
            shape_ = map_of_record(schema_[*kind]);
        } else {
            shape_ = *shape_.entry;
        }
        return true;
    }

    const Schema& schema_;
    PlaceInSchema& out_;
    Shape shape_;
};

std::optional<KindId> kind_of_document(const Schema& schema, const PlaceInText& place) {
    for (const auto& [key, value] : place.top) {
        const auto kind = schema.find_kind(key);
        if (kind && schema[*kind].of_records()) return kind;
    }
    return std::nullopt;
}

std::optional<KindId> kind_of_settings(const Schema& schema) {
    for (std::size_t index = 0; index < schema.kinds().size(); ++index) {
        if (schema.kinds()[index].settings) return KindId::from(index);
    }
    return std::nullopt;
}

// `- iso-9001-2026:` looks like a key while its clause is still to come.
bool becomes_clause(const TextLines& lines, const Shape& before, PlaceInText& place) {
    const bool takes_clauses =
        before.scalar == ScalarType::clause || (before.item != nullptr && before.item->scalar == ScalarType::clause);
    if (!place.key_before || !takes_clauses || holds_keys(before)) return false;
    place.way.pop_back();
    const std::uint32_t cursor = place.word.end;
    place.column -= cursor - place.key_before->begin;
    place.word = {place.key_before->begin, cursor};
    place.text = place.typed = lines.text().substr(place.word.begin, cursor - place.word.begin);
    place.needs_blank = false;
    return true;
}

}  // namespace

const FieldSpec* field_called(const Shape& map, std::string_view name) {
    if (!map.named_map) return nullptr;
    const auto found = std::ranges::find(map.fields, name, &FieldSpec::name);
    return found == map.fields.end() ? nullptr : &*found;
}

std::string_view top_value(const PlaceInText& place, std::string_view key) {
    const auto found = std::ranges::find(place.top, key, &std::pair<std::string_view, std::string_view>::first);
    return found == place.top.end() ? std::string_view() : found->second;
}

const Shape* PlaceInSchema::taking(ScalarType scalar) const {
    const auto found = std::ranges::find(shapes, scalar, &Shape::scalar);
    return found == shapes.end() ? nullptr : &*found;
}

PlaceInSchema place_in_schema(const TextLines& lines, const Schema& schema, bool settings, PlaceInText& place) {
    PlaceInSchema out;
    out.settings = settings;
    if (place.due == PlaceInText::Due::nothing) return out;
    out.kind = settings ? kind_of_settings(schema) : kind_of_document(schema, place);
    out.begins_record = !settings && !out.kind && place.way.empty();
    if (!out.kind) return out;
    WayThroughSchema way(schema, out);
    for (std::size_t step = 0; step < place.way.size(); ++step) {
        const Shape before = way.shape();
        if (way.go(place.way[step])) continue;
        if (step + 1 != place.way.size() || !becomes_clause(lines, before, place)) return out;
    }
    const Shape& shape = way.shape();
    const bool keys = place.due != PlaceInText::Due::value;
    const bool values = place.due != PlaceInText::Due::key;
    const auto add = [&](const Shape& each) {
        if ((values && each.scalar != ScalarType::none) || (keys && holds_keys(each))) out.shapes.push_back(each);
    };
    add(shape);
    // A map that nobody has begun yet, in the line of its key or within brackets.
    const bool map_alone = shape.scalar == ScalarType::none && holds_keys(shape);
    if (place.due == PlaceInText::Due::value && map_alone && place.text.empty() && !place.in_quotes) {
        place.needs_braces = true;
        out.shapes.push_back(shape);
        return out;
    }
    if (shape.item == nullptr) return out;
    // On a line of its own it is to be one of several.
    const bool list_alone = shape.scalar == ScalarType::none && !holds_keys(shape);
    if (place.due == PlaceInText::Due::value_or_key && list_alone && !place.in_quotes) place.needs_dash = true;
    add(*shape.item);
    return out;
}

}  // namespace ims
