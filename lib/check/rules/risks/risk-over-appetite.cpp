#include <fmt/format.h>

#include "base/text.h"
#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims::rules::risk_over_appetite {
namespace {

namespace own = fields::risk;

// "likelihood possible, consequence severe"
std::string rating(const Settings& settings, std::uint32_t likelihood, std::uint32_t consequence) {
    return fmt::format("likelihood {}, consequence {}",
                       visible(settings.vocabulary.scale(Scale::likelihood)[likelihood - 1]),
                       visible(settings.vocabulary.scale(Scale::consequence)[consequence - 1]));
}

void tell_rating(FindingBuilder& finding, const RiskFacts& facts, const Settings& settings) {
    if (facts.control_in_place && facts.residual) {
        finding.note(fmt::format("what remains with its controls: {}",
                                 rating(settings, *facts.residual_likelihood, *facts.residual_consequence)));
        return;
    }
    finding.note(rating(settings, *facts.likelihood, *facts.consequence));
    if (facts.control_in_place) finding.note("a control is in place, and nothing says what remains with it");
    if (facts.residual && *facts.residual <= *facts.appetite) {
        finding.note(fmt::format("the residual level {} does not count yet: no linked control is in place",
                                 visible(settings.vocabulary.risk_levels[*facts.residual])));
    }
}

std::string advice(const RecordView& risk, const RiskFacts& facts) {
    const FieldView owner = risk[fields::owner];
    const std::string accept = fmt::format("have it accepted: `accepted: {{by: {}, date: …, until: …, reason: …}}`",
                                           owner ? visible(owner.text()) : "…");
    if (facts.control_in_place && !facts.residual)
        return fmt::format(
            "rate what remains under `residual: {{likelihood: …, consequence: …}}`; if that is still too "
            "high, treat it further, or {}",
            accept);
    if (facts.controlled && !facts.control_in_place)
        return fmt::format(
            "say by when its controls are in place (`due: …`), and once they are, say so there "
            "(`implementation: in-place`); or {}",
            accept);
    return fmt::format("link {}controls and give the day by which they are in place (`due: …`), or {}",
                       facts.control_in_place ? "more " : "", accept);
}

// While its treatment has time: the one step that is still to be written down.
std::string while_treated(const RiskFacts& facts) {
    if (!facts.controlled) return "link what treats it under `controls`, so that its progress can be seen";
    if (!facts.control_in_place)
        return "once its controls are in place, say so there (`implementation: in-place`), and rate what remains under "
               "`residual`";
    if (!facts.residual) return "rate what remains with the control that is in place, under `residual`";
    return "once the treatment is done, rate what remains under `residual` anew; what is still too high then is to be "
           "accepted or treated further";
}

}  // namespace

void check(const RecordView& risk, const CheckContext& context, Reporter& report) {
    const RiskFacts& facts = context.facts.risk(risk.record());
    if (!risk.active() || !facts.unaccepted()) return;
    auto finding =
        report.on(risk, fmt::format("{} {} is {}", noun(facts.type), ticked(risk), standing(facts, context.settings)));
    tell_rating(finding, facts, context.settings);
    const FieldView until = risk[own::accepted][own::accepted.until];
    if (until.date()) finding.note(fmt::format("its acceptance ended on {}", to_string(*until.date())));
    if (facts.treatment == Treatment::open) {
        finding.grade(Grade::medium)
            .note(fmt::format("its treatment is due on {}", to_string(*risk[own::due].date())))
            .help(while_treated(facts));
        return;
    }
    finding.help(advice(risk, facts));
}

}  // namespace ims::rules::risk_over_appetite
