#include "schema/schema.h"

#include <algorithm>
#include <utility>

namespace ims {
namespace {

const FieldSpec* find_by_name(std::span<const FieldSpec> fields, std::string_view name) {
    const auto found = std::ranges::find(fields, name, &FieldSpec::name);
    return found == fields.end() ? nullptr : &*found;
}

const FieldSpec* find_below(std::span<const FieldSpec> fields, std::string_view path) {
    const std::size_t dot = path.find('.');
    const FieldSpec* field = find_by_name(fields, path.substr(0, dot));
    if (field == nullptr || dot == std::string_view::npos) return field;
    const Shape* shape = field->shape;
    while (shape != nullptr && !shape->named_map) shape = shape->item != nullptr ? shape->item : shape->entry;
    return shape == nullptr ? nullptr : find_below(shape->fields, path.substr(dot + 1));
}

// Fills what is still empty: the first title of a path stays.
void collect_titles(std::span<const FieldSpec> fields, std::vector<std::string_view>& titles);

void collect_titles(const Shape* shape, std::vector<std::string_view>& titles) {
    if (shape == nullptr) return;
    collect_titles(shape->fields, titles);
    collect_titles(shape->item, titles);
    collect_titles(shape->entry, titles);
}

void collect_titles(std::span<const FieldSpec> fields, std::vector<std::string_view>& titles) {
    for (const FieldSpec& field : fields) {
        std::string_view& title = titles[field.field.index()];
        if (title.empty()) title = field.title;
        collect_titles(field.shape, titles);
    }
}

}  // namespace

Schema::Schema(Parts parts) : parts_(std::move(parts)), field_titles_(parts_.paths.size()) {
    for (const KindSpec& kind : parts_.kinds) collect_titles(kind.fields, field_titles_);
}

std::optional<KindId> Schema::find_kind(std::string_view name) const {
    const auto found = std::ranges::find(parts_.kinds, name, &KindSpec::name);
    if (found == parts_.kinds.end() || found->absent) return std::nullopt;
    return KindId::from(static_cast<std::size_t>(found - parts_.kinds.begin()));
}

const FieldSpec* Schema::find_field(KindId kind, std::string_view name) const {
    return find_by_name(parts_.kinds[kind.index()].fields, name);
}

const Shape* Schema::disciplines_shape() const {
    const auto settings = std::ranges::find(parts_.kinds, true, &KindSpec::settings);
    if (settings == parts_.kinds.end()) return nullptr;
    const FieldSpec* field = find_by_name(settings->fields, "disciplines");
    return field == nullptr ? nullptr : field->shape;
}

std::span<const std::string_view> Schema::known_disciplines() const {
    const Shape* shape = disciplines_shape();
    return shape == nullptr ? std::span<const std::string_view>() : shape->known;
}

std::span<const WordSlip> Schema::discipline_slips() const {
    const Shape* shape = disciplines_shape();
    return shape == nullptr ? std::span<const WordSlip>() : shape->slips;
}

std::string_view Schema::known_cost(std::string_view discipline) const {
    const Shape* shape = disciplines_shape();
    if (shape == nullptr || shape->known_costs.empty()) return {};
    const auto found = std::ranges::find(shape->known, discipline);
    return found == shape->known.end() ? std::string_view()
                                       : shape->known_costs[std::size_t(found - shape->known.begin())];
}

std::optional<Field> Schema::find_path(std::string_view path) const {
    const auto found = std::ranges::find(parts_.paths, path);
    if (found == parts_.paths.end()) return std::nullopt;
    return Field::from(static_cast<std::size_t>(found - parts_.paths.begin()));
}

const FieldSpec* Schema::spec(KindId kind, Field field) const {
    return find_below(parts_.kinds[kind.index()].fields, path(field));
}

const ReferenceSpec* Schema::reference(KindId kind, Field field) const {
    const FieldSpec* found = spec(kind, field);
    if (found == nullptr) return nullptr;
    const Shape* shape = found->shape;
    while (shape->reference == nullptr && (shape->item != nullptr || shape->entry != nullptr)) {
        shape = shape->item != nullptr ? shape->item : shape->entry;
    }
    return shape->reference;
}

}  // namespace ims
