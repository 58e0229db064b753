// Single values, by what their field takes.
#include <algorithm>

#include <fmt/format.h>

#include "lsp/told/told_of.h"

namespace ims {
namespace {

std::string told_of_word(const Asked& asked, const Shape& shape, std::string_view word) {
    const auto found = std::ranges::find(shape.values, word, &EnumValue::name);
    if (found == shape.values.end()) return {};
    const EnumValue& meant = shape.values[found->canonical];
    ToldText text(asked.client);
    text.strong(meant.title);
    if (&meant != &*found) text.own(", another word for ").code(meant.name);
    if (!meant.meaning.empty()) text.paragraph().raw(meant.meaning);
    if (meant.name == shape.default_value) text.paragraph().own("It counts where nothing is said.");
    return text.take();
}

std::string told_of_step(const Asked& asked, const std::vector<std::string>& steps, std::string_view word,
                         std::string_view what) {
    auto found = std::ranges::find(steps, word);
    // By its number, too.
    for (std::size_t place = 0; found == steps.end() && place < steps.size(); ++place) {
        if (word == std::to_string(place + 1)) found = steps.begin() + static_cast<std::ptrdiff_t>(place);
    }
    if (found == steps.end()) return {};
    ToldText text(asked.client);
    text.strong(*found).paragraph();
    text.own(fmt::format("{} {} of {}, the lowest being 1.", what, found - steps.begin() + 1, steps.size()));
    return text.take();
}

// The kind that an id alone means here.
std::optional<KindId> kind_of_bare(const Schema& schema, const PlaceInSchema& where, const ReferenceSpec& reference) {
    if (reference.same_kind) return where.kind;
    if (!reference.bare.empty()) return schema.find_kind(reference.bare);
    return reference.kinds.size() == 1 ? schema.find_kind(reference.kinds.front()) : std::nullopt;
}

std::string told_of_reference(const Asked& asked, const PlaceInSchema& where, const Shape& shape,
                              std::string_view word) {
    const Graph& graph = asked.judged->graph();
    std::optional<RecordId> record;
    if (word.find('/') != std::string_view::npos) {
        record = graph.find(word);
    } else if (shape.scalar == ScalarType::reference && shape.reference != nullptr) {
        if (const auto kind = kind_of_bare(graph.schema(), where, *shape.reference)) record = graph.find(*kind, word);
    }
    return record ? told_of_record(asked, *record) : std::string();
}

std::string told_of_own_id(const Asked& asked, const PlaceInSchema& where, std::string_view word) {
    const auto record = where.kind ? asked.judged->graph().find(*where.kind, word) : std::nullopt;
    return record ? told_of_record(asked, *record) : std::string();
}

}  // namespace

std::string told_of_value(const Asked& asked, const PlaceInText& place, const PlaceInSchema& where,
                          const Shape& shape) {
    const Graph& graph = asked.judged->graph();
    const Vocabulary& words = graph.settings().vocabulary;
    const std::string_view word = place.text;
    switch (shape.scalar) {
        case ScalarType::id: return told_of_own_id(asked, where, word);
        case ScalarType::enumeration: return told_of_word(asked, shape, word);
        case ScalarType::discipline: return told_of_discipline(asked, word);
        case ScalarType::step: return told_of_step(asked, words.scale(shape.scale), word, "Step");
        case ScalarType::risk_level: return told_of_step(asked, words.risk_levels, word, "Level");
        case ScalarType::rule: return told_of_rule(asked, word);
        case ScalarType::kind:
            if (const auto kind = graph.schema().find_kind(word))
                return ToldText(asked.client).raw(graph.schema()[*kind].description).take();
            return {};
        case ScalarType::clause: {
            const std::size_t colon = word.find(':');
            if (colon == std::string_view::npos) return {};
            return told_of_clause(asked, word.substr(0, colon), word.substr(colon + 1));
        }
        case ScalarType::reference:
        case ScalarType::reference_or_text: return told_of_reference(asked, where, shape, word);
        case ScalarType::none:
        case ScalarType::any:
        case ScalarType::line:
        case ScalarType::markdown:
        case ScalarType::date:
        case ScalarType::point_in_time:
        case ScalarType::duration:
        case ScalarType::yes_no:
        case ScalarType::whole:
        case ScalarType::number:
        case ScalarType::path: return {};
    }
    return {};
}

}  // namespace ims
