// Fields, and names that stand as keys.
#include <algorithm>

#include <fmt/format.h>

#include "lsp/told/told_of.h"
#include "output/explain/explain.h"

namespace ims {
namespace {

// The shape of the words in it, where it takes such; null where it does not.
const Shape* words_within(const Shape* shape) {
    for (; shape != nullptr; shape = shape->item) {
        if (shape->scalar == ScalarType::enumeration) return shape;
    }
    return nullptr;
}

std::string told_of_field(const Asked& asked, const FieldSpec& field) {
    ToldText text(asked.client);
    text.strong(field.title);
    if (!field.description.empty()) text.paragraph().raw(field.description);
    const Shape* const words = words_within(field.shape);
    text.paragraph().own("Takes ").said(told_to_take(*field.shape)).own(field.required ? ". It is needed." : ".");
    if (words == nullptr) return text.take();
    text.own("\n");
    for (std::size_t place = 0; place < words->values.size(); ++place) {
        const EnumValue& value = words->values[place];
        if (value.canonical != place) continue;
        text.item().code(value.name);
        if (!value.meaning.empty()) text.own(": ").raw(value.meaning);
        if (value.name == words->default_value) text.own(" It counts where nothing is said.");
    }
    return text.take();
}

}  // namespace

std::string told_of_key(const Asked& asked, const PlaceInText& place, const PlaceInSchema&, const Shape& map) {
    if (const FieldSpec* const field = field_called(map, place.text)) return told_of_field(asked, *field);
    const Schema& schema = asked.judged->graph().schema();
    switch (map.keys) {
        case KeyType::discipline: return told_of_discipline(asked, place.text);
        case KeyType::topic: return told_of_discipline(asked, place.text);
        case KeyType::rule: return told_of_rule(asked, place.text);
        case KeyType::standard_clause: {
            std::string_view standard = top_value(place, "against");
            if (const std::size_t slash = standard.find('/'); slash != std::string_view::npos)
                standard.remove_prefix(slash + 1);
            return told_of_clause(asked, standard, place.text);
        }
        case KeyType::kind:
            if (const auto kind = schema.find_kind(place.text))
                return ToldText(asked.client).raw(schema[*kind].description).take();
            return {};
        case KeyType::none:
        case KeyType::level:
        case KeyType::text: return {};
    }
    return {};
}

}  // namespace ims
