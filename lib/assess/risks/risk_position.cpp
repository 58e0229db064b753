#include "assess/risks/risk_position.h"

#include <algorithm>

#include "schema/fields.h"

namespace ims {
namespace {

namespace own = fields::risk;

// Of a map discipline → step; none where it does not name the discipline.
std::optional<std::uint32_t> step_in(const FieldView& map, std::string_view discipline) {
    for (const FieldView entry : map.children()) {
        if (entry.key() == discipline) return entry.step();
    }
    return std::nullopt;
}

// The rating that counts; `written` is its consequence where it is one with controls.
struct Counted {
    std::optional<std::uint32_t> likelihood;
    std::optional<std::uint32_t> consequence;
    FieldView written;
};

Counted counted_rating(const RecordView& risk, const RiskFacts& facts) {
    switch (facts.basis) {
        case Basis::none: break;
        case Basis::inherent: return {facts.likelihood, facts.consequence, {}};
        case Basis::current:
            return {facts.current_likelihood, facts.current_consequence, risk[own::current][own::current.consequence]};
        case Basis::residual:
            return {facts.residual_likelihood, facts.residual_consequence,
                    risk[own::residual][own::residual.consequence]};
    }
    return {};
}

}  // namespace

std::optional<RiskPosition> risk_position(const RecordView& risk, const RiskFacts& facts, Discipline discipline) {
    const Counted counted = counted_rating(risk, facts);
    auto consequence = counted.consequence;
    if (!counted.likelihood || !consequence) return std::nullopt;
    if (discipline.known()) {
        const std::string_view name = risk.graph().settings().name(discipline);
        const FieldView before = risk[own::consequence];
        const FieldView after = counted.written;
        const auto inherent = before.is(ValueType::map) ? step_in(before, name) : facts.consequence;
        if (!after) {
            consequence = inherent;
        } else if (after.is(ValueType::map)) {
            const auto told = step_in(after, name);
            consequence = told ? told : inherent;
        } else if (before.is(ValueType::map)) {
            // One step for all that is left: never more than it was to this discipline.
            consequence = inherent ? std::optional(std::min(*inherent, *consequence)) : std::nullopt;
        }
    }
    if (!consequence) return std::nullopt;
    return RiskPosition{*counted.likelihood, *consequence};
}

}  // namespace ims
