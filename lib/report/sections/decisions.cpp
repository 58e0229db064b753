#include "judge/decisions.h"

#include <algorithm>

#include "report/prose.h"
#include "report/sections/cells.h"
#include "report/sections/overview.h"
#include "report/sections/sections.h"

namespace ims {
namespace {

Words question(const Page& page, const AskedDecision& asked) {
    const std::size_t count = asked.about.size();
    switch (asked.kind) {
        case DecisionKind::bear_risk:
            return page.say(
                "{0} {0:risk stands|risks stand} higher than was set as bearable, and nobody accepted {0:it|them}. "
                "What "
                "more is done by when, or who bears {0:it|them} until when?",
                count);
        case DecisionKind::policy: return page.say("No approved policy was found. Is there one, and who approves it?");
        case DecisionKind::lead: return page.say("A discipline has no lead. Who is it?");
        case DecisionKind::unmet_law:
            return page.say(
                "{0} {0:duty|duties} by law or permit {0:was|were} found not to be met. What is done by when, and who "
                "tells those who have to know?",
                count);
        case DecisionKind::silo:
            return page.say("One role alone answers for all that a discipline asks. Who else takes a part of it?");
        case DecisionKind::unanswered:
            return page.say(
                "In {0} {0:process|processes} nobody answers for a discipline that is at stake there. Who is to?",
                count);
        case DecisionKind::review:
            return asked.due ? page.say("The management review was due on {}. When is it held?", *asked.due)
                             : page.say("No management review was found to have been held. When is the first?");
        case DecisionKind::vacancy:
            return page.say(
                "{0} {0:post is|posts are} held by nobody. Who is appointed, or who takes over what {0:it asks|they "
                "ask} for?",
                count);
        case DecisionKind::supplier:
            return page.say(
                "{0} {0:supplier was|suppliers were} rejected and {0:is|are} in use. Under which conditions, or who "
                "takes {0:its|their} place?",
                count);
        case DecisionKind::equipment:
            return page.say(
                "{0} {0:piece|pieces} of equipment failed maintenance or calibration. Is there money to mend or "
                "replace "
                "{0:it|them}, or is {0:it|each} taken out of use?",
                count);
        case DecisionKind::late_action:
            return page.say(
                "{0} promised {0:action is|actions are} past {0:its|their} day. What stands in the way, and which day "
                "holds now?",
                count);
        case DecisionKind::action_without_owner:
            return page.say("Nobody is named for {0} promised {0:action|actions}. Who sees to {0:it|them}?", count);
        case DecisionKind::action_without_day:
            return page.say("{0} promised {0:action has|actions have} no day. By when {0:is it|are they} done?", count);
        case DecisionKind::cause_without_owner: break;
    }
    return page.say(
        "For {0} {0:gap|gaps} of medium grade or worse nobody is named who can mend {0:it|them}. Who takes "
        "{0:it|them} on?",
        count);
}

Words about_words(const Page& page, const AskedDecision& asked, const AskedDecision::About& about) {
    if (about.finding.known()) {
        const Finding& finding = page.analysis.judgement.findings()[about.finding];
        const Words summary = page.say(page.rules[finding.rule].summary);
        return about.record.known() ? page.say("{} ({})", page.called(about.record), summary) : summary;
    }
    const Words record = page.called(about.record);
    const Words named = about.what.empty() ? record : page.say("{} ({})", read_prose_line(about.what), record);
    if (!about.day) return named;
    const bool treated = asked.kind == DecisionKind::bear_risk;
    if (about.overdue) return page.say("{}, due since {}", named, *about.day);
    return treated ? page.say("{}, with a treatment by {}", named, *about.day) : named;
}

Words about_all(const Page& page, const AskedDecision& asked, std::size_t most) {
    if (!asked.disciplines.empty()) return capitalised(discipline_words(page, asked.disciplines));
    std::vector<Words> told;
    for (const AskedDecision::About& each : asked.about) {
        const Words words = about_words(page, asked, each);
        const auto same = [&](const Words& one) { return one.plain() == words.plain(); };
        if (std::ranges::none_of(told, same)) told.push_back(words);
    }
    const std::size_t shown = std::min(told.size(), most);
    const Words list =
        listed(std::vector<Words>(told.begin(), told.begin() + static_cast<std::ptrdiff_t>(shown)), "; ");
    return shown < told.size() ? page.say("{}; and {} more", list, told.size() - shown) : list;
}

std::string_view key_of(DecisionKind kind) {
    switch (kind) {
        case DecisionKind::bear_risk: return "risk";
        case DecisionKind::policy: return "policy";
        case DecisionKind::lead: return "lead";
        case DecisionKind::unmet_law: return "law";
        case DecisionKind::silo: return "silo";
        case DecisionKind::unanswered: return "unanswered";
        case DecisionKind::review: return "review";
        case DecisionKind::vacancy: return "vacancy";
        case DecisionKind::supplier: return "supplier";
        case DecisionKind::equipment: return "equipment";
        case DecisionKind::late_action: return "late-action";
        case DecisionKind::action_without_owner: return "action-without-owner";
        case DecisionKind::action_without_day: return "action-without-day";
        case DecisionKind::cause_without_owner: break;
    }
    return "gap-without-owner";
}

}  // namespace

void add_decisions_asked(Page& page, const Overview& overview, MostAsked most) {
    Table table{.key = "decisions-asked",
                .title = "Decisions asked for",
                .columns = {{"kind", "Kind", {}, {}, Column::For::programs},
                            {"question", "Question"},
                            {"about", "About", {}, Column::Holds::records},
                            {"who", "Who decides", {}, Column::Holds::records}},
                .most_shown = most.questions,
                .sortable = false};
    for (const AskedDecision& asked : decisions_asked(judged(page), overview.causes)) {
        const std::size_t shown = std::min(asked.who.size(), most.deciders);
        Words who = asked.who.empty() ? page.say("nobody is named") : page.titles(std::span(asked.who).first(shown));
        if (shown < asked.who.size()) who = page.say("{} and {} more", who, asked.who.size() - shown);
        table.rows.push_back(
            {raw(key_of(asked.kind)), question(page, asked), about_all(page, asked, most.named), std::move(who)});
    }
    page.add_titled(2, std::move(table), page.say("None: nothing that is on record waits for a decision."));
}

}  // namespace ims
