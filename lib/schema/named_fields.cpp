#include "schema/named_fields.h"

#include <algorithm>

namespace ims {
namespace {

void add_fields_of(const Schema& schema, KindId kind, std::span<const FieldSpec> fields, std::vector<NamedField>& out) {
    for (const FieldSpec& field : fields) {
        out.push_back({kind, &field, std::string(schema[kind].name) + "." + std::string(schema.path(field.field))});
        if (const Shape* inner = map_within(field.shape)) add_fields_of(schema, kind, inner->fields, out);
    }
}

const FieldSpec* find_among(std::span<const FieldSpec> fields, std::string_view path);

// Where an item's or an entry's own name may end: what follows begins the next part of the path.
bool may_end_at(std::string_view path, std::size_t place) {
    return place == path.size() || path[place] == '.' || path[place] == '[';
}

// `rest`: what follows the name of the field, whose values have this shape.
const FieldSpec* find_within(const FieldSpec& field, const Shape* shape, std::string_view rest) {
    if (rest.empty()) return &field;
    if (shape == nullptr) return nullptr;
    const FieldSpec* found = nullptr;
    if (rest.front() == '[') {
        // An item is told by its first value, which may hold anything.
        for (std::size_t end = rest.find(']'); end != std::string_view::npos; end = rest.find(']', end + 1)) {
            if (may_end_at(rest, end + 1)) found = find_within(field, shape->item, rest.substr(end + 1));
            if (found != nullptr) return found;
        }
        return nullptr;
    }
    const std::string_view below = rest.substr(1);
    if (shape->named_map) found = find_among(shape->fields, below);
    // A path of the schema names neither items nor entries.
    if (found == nullptr && shape->item != nullptr) found = find_within(field, shape->item, rest);
    if (shape->entry == nullptr) return found;
    if (found == nullptr) found = find_within(field, shape->entry, rest);
    for (std::size_t end = 1; found == nullptr && end <= below.size(); ++end) {
        if (may_end_at(below, end)) found = find_within(field, shape->entry, below.substr(end));
    }
    return found;
}

const FieldSpec* find_among(std::span<const FieldSpec> fields, std::string_view path) {
    for (const FieldSpec& field : fields) {
        if (!path.starts_with(field.name) || !may_end_at(path, field.name.size())) continue;
        if (const FieldSpec* found = find_within(field, field.shape, path.substr(field.name.size()))) return found;
    }
    return nullptr;
}

}  // namespace

const Shape* map_within(const Shape* shape) {
    while (shape != nullptr && !shape->named_map) shape = shape->item != nullptr ? shape->item : shape->entry;
    return shape;
}

std::vector<NamedField> all_fields(const Schema& schema) {
    std::vector<NamedField> out;
    for (std::size_t index = 0; index < schema.kinds().size(); ++index) {
        if (!schema.kinds()[index].absent)
            add_fields_of(schema, KindId::from(index), schema.kinds()[index].fields, out);
    }
    return out;
}

std::optional<NamedField> find_field(const Schema& schema, std::string_view path) {
    constexpr std::size_t kLongest = 1000;  // of what a person or a finding may name
    const std::size_t dot = path.find('.');
    if (dot == std::string_view::npos || path.size() > kLongest) return std::nullopt;
    const auto kind = schema.find_kind(path.substr(0, dot));
    if (!kind) return std::nullopt;
    const FieldSpec* found = find_among(schema[*kind].fields, path.substr(dot + 1));
    if (found == nullptr) return std::nullopt;
    return NamedField{*kind, found, std::string(schema[*kind].name) + "." + std::string(schema.path(found->field))};
}

std::vector<NamedField> fields_ending_in(const Schema& schema, std::string_view path) {
    std::vector<NamedField> out = all_fields(schema);
    const std::string end = "." + std::string(path);
    std::erase_if(out, [&](const NamedField& field) { return field.is_id() || !field.path.ends_with(end); });
    return out;
}

}  // namespace ims
