#include <optional>

#include <fmt/format.h>

#include "base/text.h"
#include "check/rule.h"
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

// A rating with controls, `residual` or `current`, as messages name it.
struct Rated {
    Message name;
    FieldView likelihood;
    FieldView consequence;
    Message help;
};

// A factor, after and before controls, as messages name it.
struct Factor {
    Message name;
    Scale scale;
};

// "consequence", "consequence for quality"
Message told_factor(const Factor& factor, std::string_view discipline, const Settings& settings, Reporter& report) {
    if (discipline.empty()) return factor.name;
    if (const auto in_force = settings.find(discipline)) return report.say("{} for {}", factor.name, *in_force);
    return report.say("{} for {}", factor.name, plain(discipline));
}

// Reports one step that is above the one it stands against. With no step higher no level is, since levels rise with
// both.
void report_step(const RecordView& risk, const Rated& rated, const Factor& factor, const FieldView& after,
                 const FieldView& inherent, std::optional<std::uint32_t> before, Reporter& report) {
    if (!after.step() || !before || *after.step() <= *before) return;
    const Settings& settings = risk.graph().settings();
    const bool of_discipline = after.key() != factor.name.text();
    const std::string_view discipline = of_discipline ? after.key() : std::string_view();
    const std::vector<std::string>& steps = settings.vocabulary.scale(factor.scale);
    // As it was written, so that it is found; of a consequence by discipline the highest step by its name. For readers
    // both by their names.
    const std::string_view against = inherent.step() ? inherent.text() : steps[*before - 1];
    report
        .at(risk, after,
            "[[{0} {1} {2} of risk {3} is higher than {4} before controls|"
            "the {0} {1} of risk {3} is rated {5}, higher than {6} before controls]]",
            rated.name, told_factor(factor, discipline, settings, report), after, risk, quoted(against),
            plain(steps[*after.step() - 1]), plain(steps[*before - 1]))
        .field(of_discipline ? fmt::format("{}.{}.{}", rated.name.text(), factor.name.text(), visible(discipline))
                             : fmt::format("{}.{}", rated.name.text(), factor.name.text()))
        .label(inherent.span(), "before controls")
        .note(
            "a control lowers a rating or leaves it; what it makes worse [[is said under `adverse` of the control|"
            "elsewhere is recorded with the control, as an adverse effect]]")
        .help("{}, or mend the rating before them", rated.help);
}

void check_rated(const RecordView& risk, const Rated& rated, const CheckContext& context, Reporter& report) {
    const RiskFacts& facts = context.facts.risk(risk.record());
    const FieldView consequence = risk[own::consequence];
    constexpr Factor kLikelihood = {"likelihood", Scale::likelihood};
    constexpr Factor kConsequence = {"consequence", Scale::consequence};
    report_step(risk, rated, kLikelihood, rated.likelihood, risk[own::likelihood], facts.likelihood, report);
    report_step(risk, rated, kConsequence, rated.consequence, consequence, facts.consequence, report);
    for (const FieldView entry : rated.consequence.children()) {
        const FieldView before = entry_for(consequence, entry.key());
        const auto step = before.step() ? before.step() : facts.consequence;
        report_step(risk, rated, kConsequence, entry, before, step, report);
    }
}

}  // namespace

void check(const RecordView& risk, const CheckContext& context, Reporter& report) {
    const RiskFacts& facts = context.facts.risk(risk.record());
    // To pursue an opportunity is to raise it.
    if (facts.type != RiskType::threat && facts.type != RiskType::hazard) return;
    const FieldView today = risk[own::current];
    const FieldView aim = risk[own::residual];
    check_rated(risk,
                {"current", today[own::current.likelihood], today[own::current.consequence],
                 "[[write|rate]] how it stands today with the controls"},
                context, report);
    check_rated(risk,
                {"residual", aim[own::residual.likelihood], aim[own::residual.consequence],
                 "[[write|rate]] what remains with the controls"},
                context, report);
}

}  // namespace ims::rules::residual_above_inherent
