#include <fmt/format.h>

#include "base/text.h"
#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims::rules::residual_above_inherent {
namespace {

namespace own = fields::risk;

// The entry of a consequence by discipline; the field itself where it is one step for all.
FieldView entry_for(const FieldView& field, std::string_view discipline) {
    for (const FieldView entry : field.children()) {
        if (entry.key() == discipline) return entry;
    }
    return field;
}

// A factor, residual and before controls, as messages name it.
struct Factor {
    std::string_view name;
    Scale scale;
};

// Reports one step that is above the one it stands against, and says whether it did.
bool report_step(const RecordView& risk, const Factor& factor, const FieldView& residual, const FieldView& inherent,
                 std::optional<std::uint32_t> before, Reporter& report) {
    if (!residual.step() || !before || *residual.step() <= *before) return false;
    const bool of_discipline = residual.key() != factor.name;
    const std::string discipline = of_discipline ? visible(residual.key()) : "";
    const std::vector<std::string>& steps = risk.graph().settings().vocabulary.scale(factor.scale);
    // As it was written, so that it is found; of a consequence by discipline the highest step by its name.
    const std::string_view against = inherent.step() ? inherent.text() : steps[*before - 1];
    report
        .at(risk, residual,
            fmt::format("residual {}{}{} `{}` of risk {} is higher than `{}` before controls", factor.name,
                        of_discipline ? " for " : "", discipline, visible(residual.text()), ticked(risk),
                        visible(against)))
        .field(fmt::format("residual.{}{}{}", factor.name, of_discipline ? "." : "", discipline))
        .label(inherent.span(), "before controls")
        .note("a control lowers a rating or leaves it; what it makes worse is said under `adverse` of the control")
        .help("write what remains with the controls, or mend the rating before them");
    return true;
}

}  // namespace

void check(const RecordView& risk, const CheckContext& context, Reporter& report) {
    const RiskFacts& facts = context.facts.risk(risk.record());
    // To pursue an opportunity is to raise it.
    if (facts.type != RiskType::threat && facts.type != RiskType::hazard) return;
    const FieldView residual = risk[own::residual];
    const FieldView consequence = risk[own::consequence];
    const FieldView remaining = residual[own::residual.consequence];
    constexpr Factor kLikelihood = {"likelihood", Scale::likelihood};
    constexpr Factor kConsequence = {"consequence", Scale::consequence};
    bool found = report_step(risk, kLikelihood, residual[own::residual.likelihood], risk[own::likelihood],
                             facts.likelihood, report);
    found = report_step(risk, kConsequence, remaining, consequence, facts.consequence, report) || found;
    for (const FieldView entry : remaining.children()) {
        const FieldView before = entry_for(consequence, entry.key());
        const auto step = before.step() ? before.step() : facts.consequence;
        found = report_step(risk, kConsequence, entry, before, step, report) || found;
    }
    // Only with a matrix that rates the milder case higher.
    if (found || !facts.residual || !facts.inherent || *facts.residual <= *facts.inherent) return;
    const std::vector<std::string>& levels = context.settings.vocabulary.risk_levels;
    report
        .at(risk, residual.key_span(),
            fmt::format("the residual level {} of risk {} is higher than the level {} before controls",
                        visible(levels[*facts.residual]), ticked(risk), visible(levels[*facts.inherent])))
        .field("residual")
        .help("mend the rating, or the `matrix` in ims.yaml, which rates the milder case higher");
}

}  // namespace ims::rules::residual_above_inherent
