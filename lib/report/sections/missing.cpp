#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "base/text.h"
#include "report/sections/sections.h"
#include "schema/fields.h"

namespace ims {
namespace {

constexpr std::size_t kMostNearby = 12;

Bullets::Item told(const Gap& gap, Words begin) {
    return {std::move(begin << strong(to_string(gap.grade)) << ": " << sentence(gap.finding->message)), {}};
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

void add_missing(Page& page, std::span<const KindId> nearby) {
    page.heading(2, "What is missing");
    const std::set<RecordId> others = beside(page, nearby);
    Bullets own;
    Bullets linked;
    std::size_t more = 0;
    for (const Gap& gap : collect_gaps(page)) {
        if (gap.record == page.subject) {
            Bullets::Item item = told(gap, Words());
            for (const std::string& note : gap.finding->notes) item.below.push_back(sentence(note));
            if (!gap.finding->help.empty())
                item.below.push_back(Words() << "To mend it: " << sentence(gap.finding->help));
            own.items.push_back(std::move(item));
        } else if (gap.record.known() && others.contains(gap.record)) {
            if (linked.items.size() == kMostNearby) ++more;
            else linked.items.push_back(told(gap, Words() << page.titled(gap.record) << ", "));
        }
    }
    if (own.items.empty() && linked.items.empty())
        return page.say("No gap was found here, nor in what is linked to it.");
    if (own.items.empty()) page.say("No gap was found in the record itself.");
    else page.add(std::move(own));
    if (linked.items.empty()) return;
    page.say("In what is linked to it:");
    page.add(std::move(linked));
    if (more > 0) page.say(fmt::format("And {}; the gap report tells all.", counted(more, "more gap")));
}

}  // namespace ims
