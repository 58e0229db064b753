#include <fmt/format.h>

#include "base/text.h"
#include "check/rule.h"
#include "check/shortfalls.h"
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

// Whether a control is in place by now, at least in part: then something can be said of today.
bool begun(const RecordView& risk) {
    for (const RecordView control : risk.linked(own::controls)) {
        const std::string_view implementation = control.word(fields::control::implementation);
        if (control.active() && (implementation == "in-place" || implementation == "partly")) return true;
    }
    return false;
}

void tell_rating(FindingBuilder& finding, const RecordView& risk, const RiskFacts& facts, const CheckContext& context) {
    const Settings& settings = context.settings;
    if (facts.basis == Basis::current) {
        finding.note(fmt::format("as it stands today: {}",
                                 rating(settings, *facts.current_likelihood, *facts.current_consequence)));
        return;
    }
    if (facts.basis == Basis::residual || facts.unjudged) {
        finding.note(fmt::format("what remains with its controls: {}",
                                 rating(settings, *facts.residual_likelihood, *facts.residual_consequence)));
        if (facts.unjudged)
            finding.note(
                fmt::format("whether it is no higher cannot be judged: {}", told_shortfalls(facts, context.graph)));
        return;
    }
    finding.note(rating(settings, *facts.likelihood, *facts.consequence));
    if (facts.residual && *facts.residual < *facts.inherent) {
        finding.note(fmt::format("the residual level {} does not count: {}",
                                 visible(settings.vocabulary.risk_levels[*facts.residual]),
                                 facts.controlled ? told_shortfalls(facts, context.graph) : "no control is linked"));
    } else if (!facts.residual && begun(risk)) {
        finding.note("nothing says what remains with its controls");
    }
}

// The controls but for which the residual rating would count, and be no more than may be retained. Nothing else on
// another record explains what is found.
void tell_reasons(FindingBuilder& finding, const RecordView& risk, const RiskFacts& facts) {
    using Reason = Shortfall::Reason;
    finding.because(risk.record());
    const bool would_do = facts.misses_aim() && *facts.residual <= *facts.appetite;
    if (!would_do || facts.find(Reason::not_in_place) != nullptr) return;
    for (const Shortfall& shortfall : facts.shortfalls) {
        if (!shortfall.uncertain()) finding.because(shortfall.control);
    }
}

// Its controls are all still to come: nothing can be rated before they are in place.
bool waits(const RecordView& risk, const RiskFacts& facts) {
    return facts.basis == Basis::inherent && facts.find(Shortfall::Reason::not_in_place) != nullptr && !begun(risk);
}

// The next step towards a rating with controls that counts; empty where there is one, or no control that has begun.
std::string next_step(const RiskFacts& facts, const Graph& graph) {
    using Reason = Shortfall::Reason;
    if (facts.basis != Basis::inherent || !facts.controlled) return {};
    if (const Shortfall* found = facts.find(Reason::ineffective))
        return fmt::format("put control {} right, verify it again, and add what you saw to its `verifications`",
                           ticked(graph[found->control]));
    if (const Shortfall* found = facts.find(Reason::asset_failed))
        return fmt::format("have asset {} put right, and write under its `{}` when it passed",
                           ticked(graph[found->asset]), found->upkeep);
    if (facts.find(Reason::not_in_place) == nullptr)
        return "rate what remains under `residual: {likelihood: …, consequence: …}`";
    return "rate how it stands today, with the controls that are in place, under `current: {likelihood: …, "
           "consequence: …}`";
}

std::string advice(const RecordView& risk, const RiskFacts& facts, const Graph& graph) {
    const FieldView owner = risk[fields::owner];
    const std::string accept = fmt::format("have it accepted: `accepted: {{by: {}, date: …, until: …, reason: …}}`",
                                           owner ? visible(owner.text()) : "…");
    if (waits(risk, facts))
        return fmt::format(
            "say by when its controls are in place (`due: …`), and once they are, say so there "
            "(`implementation: in-place`); or {}",
            accept);
    const std::string step = next_step(facts, graph);
    if (!step.empty())
        return fmt::format("{}; if it is still too high then, say by when more is done (`due: …`), or {}", step,
                           accept);
    if (facts.basis == Basis::current && facts.find(Shortfall::Reason::not_in_place) != nullptr)
        return fmt::format("say by when its other controls are in place (`due: …`), or {}", accept);
    return fmt::format("link {}controls and give the day by which they are in place (`due: …`), or {}",
                       facts.controlled ? "more " : "", accept);
}

// While its treatment has time: the one step that is still to be written down.
std::string while_treated(const RecordView& risk, const RiskFacts& facts, const Graph& graph) {
    if (!facts.controlled) return "link what treats it under `controls`, so that its progress can be seen";
    if (waits(risk, facts))
        return fmt::format(
            "once its controls are in place, say so there (`implementation: in-place`), {}",
            facts.residual ? "so that its residual rating counts" : "and rate what remains under `residual`");
    const std::string step = next_step(facts, graph);
    if (!step.empty()) return step;
    return fmt::format(
        "once the treatment is done, {}; what is still too high then is to be accepted or treated further",
        facts.basis == Basis::current ? "rate anew how it stands under `current`, or take that out so that `residual` "
                                        "counts"
                                      : "rate what remains under `residual` anew");
}

}  // namespace

void check(const RecordView& risk, const CheckContext& context, Reporter& report) {
    const RiskFacts& facts = context.facts.risk(risk.record());
    if (!facts.appetite || !facts.inherent) report.not_asked(risk);
    if (!risk.active() || !facts.unaccepted()) return;
    auto finding =
        report.on(risk, fmt::format("{} {} is {}", noun(facts.type), ticked(risk), standing(facts, context.settings)));
    tell_rating(finding, risk, facts, context);
    tell_reasons(finding, risk, facts);
    const FieldView until = risk[own::accepted][own::accepted.until];
    if (until.date()) finding.note(fmt::format("its acceptance ended on {}", to_string(*until.date())));
    // To treat it was decided, or nothing was.
    const bool decided = facts.treatment == Treatment::open || facts.treatment == Treatment::overdue;
    finding.mark(decided ? Mark::do_it : Mark::plan);
    if (facts.treatment == Treatment::open) {
        finding.grade(Grade::medium)
            .note(fmt::format("its treatment is due on {}", to_string(*risk[own::due].date())))
            .help(while_treated(risk, facts, context.graph));
        return;
    }
    finding.help(advice(risk, facts, context.graph));
}

}  // namespace ims::rules::risk_over_appetite
