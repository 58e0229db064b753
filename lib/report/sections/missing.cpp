#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "report/sections/sections.h"
#include "schema/fields.h"

namespace ims {
namespace {

constexpr std::size_t kMostNearby = 12;

// Readers get sentences.
Words said(const Page& page, const Message& message) {
    return page.audience() == Audience::editors ? capitalised(page.say(message)) : page.sentence(message);
}

Words graded(const Page& page, const Gap& gap) {
    return page.say("{}: {}", strong(page.say("{}", gap.grade)), said(page, gap.finding->message));
}

// Of a record that is linked; readers see its title in what was found, if that names it.
Words graded_of(const Page& page, const Gap& gap) {
    if (page.audience() == Audience::editors) return page.say("{}, {}", page.titled(gap.record), graded(page, gap));
    return page.say("{}: {}", strong(page.say("{}", gap.grade)),
                    behind_place(page, gap, said(page, gap.finding->message)));
}

// What the record names and what names it, but not what it is only a part of a list in: people look there themselves.
std::set<RecordId> beside(const Page& page, std::span<const KindId> kinds) {
    std::set<RecordId> records;
    const auto add = [&](RecordId other) {
        if (std::ranges::find(kinds, page.graph[other].kind()) != kinds.end()) records.insert(other);
    };
    for (const Edge& edge : page.graph.edges(page.subject)) add(edge.other);
    for (const Edge& edge : page.graph.references_to(page.subject)) add(edge.other);
    records.erase(page.subject);
    return records;
}

}  // namespace

Bullets::Item told_in_full(const Page& page, const Gap& gap, std::vector<Words> reasons) {
    Bullets::Item item{graded(page, gap), {}};
    for (const Message& note : gap.finding->notes) {
        if (Words words = said(page, note); !words.empty()) item.below.push_back(std::move(words));
    }
    std::ranges::move(reasons, std::back_inserter(item.below));
    if (const Words help = said(page, gap.finding->help); !help.empty())
        item.below.push_back(page.say("To mend it: {}", help));
    return item;
}

void add_missing(Page& page, std::span<const KindId> nearby) {
    page.heading(2, "What is missing");
    const std::set<RecordId> others = beside(page, nearby);
    Bullets own;
    Bullets linked;
    std::size_t more = 0;
    // Of twins the side of this very record is told, and that of another one only where it has none.
    std::set<std::pair<RuleId, Twins>> told;
    const auto is_new = [&](const Finding& finding) {
        return !finding.twins.known() || told.emplace(finding.rule, finding.twins).second;
    };
    const std::vector<Gap> gaps = collect_gaps_of(page, page.subject);
    for (const Gap& gap : gaps) {
        if (gap.record == page.subject && is_new(*gap.finding)) own.items.push_back(told_in_full(page, gap));
    }
    for (const Gap& gap : collect_gaps_of_all(page, others)) {
        if (!is_new(*gap.finding)) continue;
        if (linked.items.size() == kMostNearby) ++more;
        else linked.items.push_back({graded_of(page, gap), {}});
    }
    if (own.items.empty() && linked.items.empty())
        return page.paragraph("No gap was found here, nor in what is linked to it.");
    if (own.items.empty())
        page.paragraph("No gap was found in the [[record|{}]] itself.", in_words(page.graph[page.subject].kind()));
    else page.add(std::move(own));
    if (linked.items.empty()) return;
    page.paragraph("In what is linked to it:");
    page.add(std::move(linked));
    if (more > 0) page.paragraph("And {0} more {0:gap|gaps}; the gap report tells all.", more);
}

}  // namespace ims
