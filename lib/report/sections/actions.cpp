#include <algorithm>
#include <map>

#include "assess/overview/open_actions.h"
#include "report/sections/cells.h"
#include "report/sections/sections.h"
#include "schema/fields.h"

namespace ims {
namespace {

constexpr std::size_t kMostKinds = 4;
constexpr std::size_t kMostPlaces = 4;
constexpr std::size_t kMostPromised = 40;
constexpr std::size_t kMostOwners = 25;

struct Owner {
    RecordId role;
    std::vector<const Gap*> gaps;  // the worst first
    [[nodiscard]] std::size_t count(Grade grade) const {
        return static_cast<std::size_t>(std::ranges::count(gaps, grade, [](const Gap* gap) { return gap->grade; }));
    }
};

// Those with the most of the worst first.
std::vector<Owner> by_owner(std::span<const Gap> gaps) {
    std::map<RecordId, Owner> owners;
    for (const Gap& gap : gaps) {
        Owner& owner = owners[gap.owner];
        owner.role = gap.owner;
        owner.gaps.push_back(&gap);
    }
    std::vector<Owner> sorted;
    for (auto& [role, owner] : owners) sorted.push_back(std::move(owner));
    std::ranges::stable_sort(sorted, [](const Owner& a, const Owner& b) {
        for (const Grade grade : {Grade::error, Grade::high, Grade::medium, Grade::low}) {
            if (a.count(grade) != b.count(grade)) return a.count(grade) > b.count(grade);
        }
        return false;
    });
    return sorted;
}

// "role without deputy: Driver, Florist and 2 more; …": the worst kinds first.
Words to_begin_with(const Page& page, const Owner& owner) {
    std::vector<Words> kinds;
    for (std::size_t index = 0; index < owner.gaps.size();) {
        if (kinds.size() == kMostKinds)
            return page.say("{}; and {} more", listed(kinds, "; "), owner.gaps.size() - index);
        const Gap& first = *owner.gaps[index];
        std::vector<Inline> places;
        std::size_t count = 0;
        for (; index < owner.gaps.size() && owner.gaps[index]->finding->rule == first.finding->rule; ++index, ++count) {
            Inline place = where(page, *owner.gaps[index]);
            // Readers see no place twice.
            const auto same = [&](const Inline& one) { return one.text == place.text && one.target == place.target; };
            if (page.audience() == Audience::readers && std::ranges::any_of(places, same)) --count;
            else if (places.size() < kMostPlaces) places.push_back(std::move(place));
        }
        const Words everywhere = of_population(page, first);
        Words kind = everywhere.empty() ? page.say("{}: {}", rule_in_words(page, first.finding->rule),
                                                   page.in_a_list({places.begin(), places.end()}))
                                        : everywhere;
        // What is told of a population names the first of them and no other.
        const std::size_t told = everywhere.empty() ? places.size() : 1;
        kinds.push_back(count > told ? page.say("{} and {} more", kind, count - told) : std::move(kind));
    }
    return listed(kinds, "; ");
}

void add_who_mends(Page& page, std::span<const Gap> gaps) {
    Table table{.key = "who-mends",
                .title = "Who can mend what",
                .columns = {{"owner", "Who", {}, Column::Holds::record},
                            {"error", "Errors", Column::Align::right},
                            {"high", "High", Column::Align::right},
                            {"medium", "Medium", Column::Align::right},
                            {"low", "Low", Column::Align::right},
                            {"first", "To begin with", {}, Column::Holds::records}},
                .most_shown = kMostOwners};
    bool any_error = false;
    for (const Owner& owner : by_owner(gaps)) {
        Words words = to_begin_with(page, owner);
        if (page.audience() == Audience::readers) words = capitalised(std::move(words));
        any_error = any_error || owner.count(Grade::error) > 0;
        table.rows.push_back({titled_cell(page, owner.role, "nobody is named"),
                              TableCell::number(owner.count(Grade::error)), TableCell::number(owner.count(Grade::high)),
                              TableCell::number(owner.count(Grade::medium)), TableCell::number(owner.count(Grade::low)),
                              std::move(words)});
    }
    if (!any_error) table.columns[1].readers = Column::For::programs;
    page.heading(3, "Who can mend what");
    page.paragraph(
        "[[Causes, each once: put to the owner of the record, or of the action; one of a role, and of whoever holds "
        "it, to the role that it reports to; one of a whole discipline to its lead. What is true of nearly all records "
        "of a kind is put to the one desk that they all belong to, or else to the lead of the discipline that most of "
        "them are about.|Each cause stands here once. It goes to whoever owns what it was found in, or the action that "
        "is open. What is about a role, or about somebody who holds it, goes to the role that it reports to; what is "
        "about a whole discipline, to its lead. What is true of nearly all records of a kind goes to the one who owns "
        "them all, or else to the lead of the discipline that most of them are about.]]");
    page.add(std::move(table));
}

Words promised_words(const Page& page, const OpenAction& action) {
    if (!action.what.empty()) return raw(action.what);
    const RecordView record = page.graph[action.record];
    return record.is(kinds::risk) ? page.say("Treatment of the risk: {}", raw(record.title()))
                                  : page.say("Control to be put in place: {}", raw(record.title()));
}

void add_promised(Page& page) {
    Table table{.key = "promised",
                .title = "What is already promised",
                .columns = {{"due", "Due"},
                            {"overdue", "Overdue", {}, {}, Column::For::programs},
                            {"what", "What"},
                            {"owner", "Who", {}, Column::Holds::record},
                            {"record", "Promised in", {}, Column::Holds::record}},
                .most_shown = kMostPromised};
    for (const OpenAction& action : open_actions(page.graph, page.facts)) {
        Inline promised = page.titled(action.record);
        if (action.place) promised.line = page.placed(action.place.span(), "").line;
        table.rows.push_back({day_cell(page, action.due, "no day set", action.overdue ? Message("overdue") : Message()),
                              past_cell(action.due, action.overdue), promised_words(page, action),
                              titled_cell(page, action.owner), std::move(promised)});
    }
    page.add_titled(3, std::move(table), page.say("No action, decision or treatment is open."));
}

}  // namespace

void add_actions(Page& page, std::span<const Gap> gaps) {
    page.heading(2, "Action list");
    if (!gaps.empty()) add_who_mends(page, gaps);
    add_promised(page);
}

}  // namespace ims
