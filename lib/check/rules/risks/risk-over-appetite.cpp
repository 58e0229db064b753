#include "check/rule.h"
#include "check/shortfalls.h"
#include "schema/fields.h"

namespace ims::rules::risk_over_appetite {
namespace {

namespace own = fields::risk;

// "likelihood possible, consequence severe"
Message rating(const Settings& settings, std::uint32_t likelihood, std::uint32_t consequence, Arena& arena) {
    return make_message(arena, "likelihood {}, consequence {}",
                        plain(settings.vocabulary.scale(Scale::likelihood)[likelihood - 1]),
                        plain(settings.vocabulary.scale(Scale::consequence)[consequence - 1]));
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
    Arena& arena = finding.arena();
    if (facts.basis == Basis::current) {
        finding.note("as it stands today: {}",
                     rating(settings, *facts.current_likelihood, *facts.current_consequence, arena));
        return;
    }
    if (facts.basis == Basis::residual || facts.unjudged) {
        finding.note("what remains with its controls: {}",
                     rating(settings, *facts.residual_likelihood, *facts.residual_consequence, arena));
        if (facts.unjudged)
            finding.note("whether it is no higher cannot be judged: {}", told_shortfalls(facts, context.graph, arena));
        return;
    }
    finding.note("[[|before its controls: ]]{}", rating(settings, *facts.likelihood, *facts.consequence, arena));
    if (facts.residual && *facts.residual < *facts.inherent) {
        finding.note("the residual level {} does not count: {}",
                     plain(settings.vocabulary.risk_levels[*facts.residual]),
                     facts.controlled ? told_shortfalls(facts, context.graph, arena) : "no control is linked");
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
Message next_step(const RiskFacts& facts, Reporter& report) {
    using Reason = Shortfall::Reason;
    if (facts.basis != Basis::inherent || !facts.controlled) return {};
    if (const Shortfall* found = facts.find(Reason::ineffective))
        return report.say(
            "put control {} right, verify it again, and [[add what you saw to its `verifications`|record what you "
            "saw]]",
            found->control);
    if (const Shortfall* found = facts.find(Reason::asset_failed))
        return report.say(
            "have asset {0} put right, and [[write under its `{1}` when it passed|record when it passed its {1}]]",
            found->asset, found->upkeep);
    if (facts.find(Reason::not_in_place) == nullptr)
        return "rate what remains [[under `residual: {{likelihood: …, consequence: …}}`|with its controls]]";
    return "rate how it stands today, with the controls that are in place[[, under `current: {{likelihood: …, "
           "consequence: …}}`]]";
}

Message accept_it(const RecordView& risk, Reporter& report) {
    const FieldView owner = risk[fields::owner];
    if (!owner)
        return "have it accepted[[: `accepted: {{by: …, date: …, until: …, reason: …}}`| for a time that is set, by "
               "its "
               "owner or top management]]";
    return report.say(
        "have it accepted[[: `accepted: {{by: {0}, date: …, until: …, reason: …}}`| for a time that is set, by its "
        "owner ({0}) or top management]]",
        plain(owner));
}

Message advice(const RecordView& risk, const RiskFacts& facts, Reporter& report) {
    const Message accept = accept_it(risk, report);
    if (waits(risk, facts))
        return report.say(
            "[[say|decide]] by when its controls are in place[[ (`due: …`)]], and once they are, [[say so there "
            "(`implementation: in-place`)|rate what remains]]; or {}",
            accept);
    const Message step = next_step(facts, report);
    if (!step.empty())
        return report.say("{}; if it is still too high then, [[say|decide]] by when more is done[[ (`due: …`)]], or {}",
                          step, accept);
    if (facts.basis == Basis::current && facts.find(Shortfall::Reason::not_in_place) != nullptr)
        return report.say("[[say|decide]] by when its other controls are in place[[ (`due: …`)]], or {}", accept);
    return facts.controlled
               ? report.say(
                     "[[link|find]] more controls and [[give|set]] the day by which they are in place[[ (`due: …`)]], "
                     "or {}",
                     accept)
               : report.say(
                     "[[link|find]] controls and [[give|set]] the day by which they are in place[[ (`due: …`)]], or {}",
                     accept);
}

// While its treatment has time: the one step that is still to be written down.
Message while_treated(const RecordView& risk, const RiskFacts& facts, Reporter& report) {
    if (!facts.controlled)
        return "[[link what treats it under `controls`|name the controls that treat it]], so that its progress can be "
               "seen";
    if (waits(risk, facts))
        return facts.residual
                   ? Message(
                         "once its controls are in place, [[say so there (`implementation: in-place`)|record that]], "
                         "so "
                         "that its residual rating counts")
                   : Message(
                         "once its controls are in place, [[say so there (`implementation: in-place`)|record that]], "
                         "and rate what remains[[ under `residual`]]");
    const Message step = next_step(facts, report);
    if (!step.empty()) return step;
    return facts.basis == Basis::current
               ? Message(
                     "once the treatment is done, rate anew how it stands[[ under `current`, or take that out so that "
                     "`residual` counts]]; what is still too high then is to be accepted or treated further")
               : Message(
                     "once the treatment is done, rate what remains[[ under `residual`]] anew; what is still too high "
                     "then is to be accepted or treated further");
}

}  // namespace

void check(const RecordView& risk, const CheckContext& context, Reporter& report) {
    const RiskFacts& facts = context.facts.risk(risk.record());
    if (!facts.appetite || !facts.inherent) report.not_asked(risk);
    if (!risk.active() || !facts.unaccepted()) return;
    auto finding =
        report.on(risk, "{} {} is {}", noun(facts.type), risk, standing(facts, context.settings, report.arena()));
    tell_rating(finding, risk, facts, context);
    tell_reasons(finding, risk, facts);
    const FieldView until = risk[own::accepted][own::accepted.until];
    if (until.date()) finding.note("its acceptance ended on {}", *until.date());
    // To treat it was decided, or nothing was.
    const bool decided = facts.treatment == Treatment::open || facts.treatment == Treatment::overdue;
    finding.mark(decided ? Mark::do_it : Mark::plan);
    if (facts.treatment == Treatment::open) {
        finding.grade(Grade::medium)
            .note("its treatment is due on {}", *risk[own::due].date())
            .help(while_treated(risk, facts, report));
        return;
    }
    finding.help(advice(risk, facts, report));
}

}  // namespace ims::rules::risk_over_appetite
