#include "assess/risk.h"

#include <algorithm>

#include "schema/fields.h"

namespace ims {
namespace {

// A step, or the highest of a map discipline → step.
std::optional<std::uint32_t> highest_step(const FieldView& field) {
    if (const auto step = field.step()) return step;
    std::optional<std::uint32_t> highest;
    for (const FieldView entry : field.children()) {
        if (const auto step = entry.step()) highest = std::max(highest.value_or(0), *step);
    }
    return highest;
}

}  // namespace

RiskFacts assess_risk(const RecordView& risk, DisciplineSet disciplines, Date today) {
    namespace own = fields::risk;
    const RiskCriteria& criteria = risk.graph().settings().risk;
    RiskFacts facts;
    const std::string_view type = risk.word(own::type);
    if (type != "aspect") {
        facts.likelihood = highest_step(risk[own::likelihood]);
        facts.consequence = highest_step(risk[own::consequence]);
        if (facts.likelihood && facts.consequence)
            facts.inherent = criteria.level(*facts.likelihood, *facts.consequence);
        if (const FieldView residual = risk[own::residual]) {
            const auto likelihood = highest_step(residual[own::residual.likelihood]);
            const auto consequence = highest_step(residual[own::residual.consequence]);
            facts.residual_likelihood = likelihood ? likelihood : facts.likelihood;
            facts.residual_consequence = consequence ? consequence : facts.consequence;
            if (facts.residual_likelihood && facts.residual_consequence) {
                facts.residual = criteria.level(*facts.residual_likelihood, *facts.residual_consequence);
            }
        }
    }
    for (const RecordView control : risk.linked(own::controls)) {
        if (control.active() && control.word(fields::control::implementation) == "in-place")
            facts.control_in_place = true;
    }
    facts.counting = facts.control_in_place && facts.residual ? facts.residual : facts.inherent;
    if (type == "threat" || type == "hazard") {
        facts.appetite = criteria.general_appetite;
        for (const Discipline discipline : disciplines) {
            const auto level = criteria.appetite[discipline.index()];
            if (level && (!facts.appetite || *level < *facts.appetite)) facts.appetite = level;
        }
    }
    if (const FieldView accepted = risk[own::accepted]; accepted.is(ValueType::map)) {
        const FieldView until = accepted[own::accepted.until];
        // An unreadable date is reported as such; it neither ends the acceptance nor is it valid for good.
        const bool over = until && until.date() && *until.date() < today;
        facts.acceptance = over ? Acceptance::expired : Acceptance::valid;
    }
    return facts;
}

}  // namespace ims
