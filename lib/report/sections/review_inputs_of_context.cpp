// What was promised, and what the organisation finds around it: decisions, actions, issues, changes, interested
// parties.
#include <algorithm>

#include "assess/overview/open_actions.h"
#include "report/prose.h"
#include "report/sections/cells.h"
#include "report/sections/review_collector.h"
#include "schema/fields.h"

namespace ims::review_inputs {
namespace {

Words promised(const Collector& out, const OpenAction& action) {
    const RecordView record = out.page.graph[action.record];
    if (!action.what.empty()) return read_prose_line(action.what);
    return record.is(kinds::risk) ? out.page.say("Treatment of the risk") : out.page.say("Control to be put in place");
}

// "internal, adverse"
Words sort_of_issue(const Collector& out, const RecordView& issue) {
    namespace own = fields::issue;
    std::vector<Words> told = {word_cell(out.page, issue, own::origin).words, word_words(out.page, issue[own::effect])};
    std::erase_if(told, [](const Words& each) { return each.empty(); });
    return listed(told);
}

}  // namespace

void add_decisions(Collector& out) {
    namespace own = fields::management_review;
    out.each(kinds::management_review, [&](const RecordView& review) {
        for (const FieldView entry : review[own::decisions].children()) {
            const auto done = entry[own::decisions.done].date();
            if (!done || !out.is_news(done)) continue;
            out.add({}, out.page.say("Decision, done [[|on ]]{}: {} ({})", *done,
                                     read_prose_line(entry[own::decisions.what].text()), out.link(review)));
        }
    });
}

void add_actions(Collector& out) {
    const Page& page = out.page;
    for (const OpenAction& action : page.analysis.open_actions()) {
        const RecordView record = page.graph[action.record];
        Words what = promised(out, action);
        if (record.is(kinds::management_review)) what = page.say("Decision: {}", what);
        const Words when = action.overdue ? strong(page.say("overdue since {}", *action.due))
                           : action.due   ? page.say("due [[|on ]]{}", *action.due)
                                          : page.say("no day set");
        out.add(out.disciplines(record), page.say("{} ({}), {}", what, out.link(record), when), action.overdue);
    }
}

void add_issues(Collector& out) {
    const Page& page = out.page;
    out.each(kinds::issue, [&](const RecordView& issue) {
        const Words sort = sort_of_issue(out, issue);
        const Words told = sort.empty() ? Words(out.link(issue)) : page.say("{} ({})", out.link(issue), sort);
        const Words leads = linked_cell(page, issue, {fields::issue::leads_to}).words;
        out.add(out.disciplines(issue), leads.empty() ? page.say("{}, leads to nothing yet", told)
                                                      : page.say("{}[[ → |, which leads to ]]{}", told, leads));
    });
}

void add_changes(Collector& out) {
    namespace own = fields::change;
    const Page& page = out.page;
    out.each(kinds::change, [&](const RecordView& change) {
        const auto effective = change[own::effective].date();
        if (effective && *effective <= out.since) return;
        out.add(page.settings.keys_of(change[own::effects]),
                effective ? page.say("Change: {}, in effect from {}", out.link(change), *effective)
                          : page.say("Change: {}, no day set", out.link(change)));
    });
}

void add_parties(Collector& out) {
    namespace own = fields::interested_party;
    const Page& page = out.page;
    out.each(kinds::interested_party, [&](const RecordView& party) {
        std::size_t met = 0;
        std::size_t declined = 0;
        std::size_t open = 0;
        for (const FieldView entry : party[own::needs].children()) {
            if (entry[own::needs.met_by]) ++met;
            else if (entry[own::needs.declined]) ++declined;
            else ++open;
        }
        const std::size_t all = met + declined + open;
        if (all == 0) return;
        std::vector<Words> told = {page.say("{0} {0:need|needs}", all), page.say("{} taken on", met)};
        if (declined > 0) told.push_back(page.say("{} declined", declined));
        if (open > 0) told.push_back(strong(page.say("{} not decided", open)));
        out.add(out.disciplines(party), page.say("{}: {}", out.link(party), listed(told)), open > 0);
    });
}

void add_consultation(Collector& out) {
    std::vector<RecordId> seen;
    for (const StandardFacts& standard : out.page.facts.clauses().standards()) {
        if (!standard.in_force()) continue;
        for (const Clause& clause : standard.clauses) {
            if (clause.theme != "participation") continue;
            for (const RecordId id : clause.named) {
                if (std::ranges::find(seen, id) != seen.end()) continue;
                seen.push_back(id);
                out.add(standard.disciplines,
                        out.page.say("{0}, [[named for {1}|which is named as evidence for clause {1} of {2}]]",
                                     out.page.titled(id), plain(clause.number), plain(standard.title)));
            }
        }
    }
}

}  // namespace ims::review_inputs
