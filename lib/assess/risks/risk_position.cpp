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

}  // namespace

std::optional<RiskPosition> risk_position(const RecordView& risk, const RiskFacts& facts, Discipline discipline) {
    const bool controlled = facts.control_in_place && facts.residual;
    const auto likelihood = controlled ? facts.residual_likelihood : facts.likelihood;
    auto consequence = controlled ? facts.residual_consequence : facts.consequence;
    if (!likelihood || !consequence || !facts.counting) return std::nullopt;
    if (discipline.known()) {
        const std::string_view name = risk.graph().settings().name(discipline);
        const FieldView before = risk[own::consequence];
        const FieldView after = risk[own::residual][own::residual.consequence];
        const auto inherent = before.is(ValueType::map) ? step_in(before, name) : facts.consequence;
        if (!controlled || !after) {
            consequence = inherent;
        } else if (after.is(ValueType::map)) {
            const auto residual = step_in(after, name);
            consequence = residual ? residual : inherent;
        } else if (before.is(ValueType::map)) {
            // One step for all that is left: never more than it was to this discipline.
            consequence = inherent ? std::optional(std::min(*inherent, *consequence)) : std::nullopt;
        }
    }
    if (!consequence) return std::nullopt;
    return RiskPosition{*likelihood, *consequence};
}

}  // namespace ims
