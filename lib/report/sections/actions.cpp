#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "assess/overview/open_actions.h"
#include "base/text.h"
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
    Words words;
    std::size_t kinds_told = 0;
    for (std::size_t index = 0; index < owner.gaps.size(); ++kinds_told) {
        if (kinds_told == kMostKinds) return words << fmt::format("; and {} more", owner.gaps.size() - index);
        const Finding& first = *owner.gaps[index]->finding;
        std::vector<Inline> places;
        std::size_t count = 0;
        for (; index < owner.gaps.size() && owner.gaps[index]->finding->rule == first.rule; ++index, ++count) {
            if (places.size() < kMostPlaces) places.push_back(where(page, *owner.gaps[index]));
        }
        const std::string everywhere = of_population(page, *owner.gaps[index - count]);
        words << (words.empty() ? "" : "; ") << (everywhere.empty() ? spoken(page.rules[first.rule].name) : everywhere);
        if (everywhere.empty()) words << ": " << listed(places);
        // What is told of a population names the first of them and no other.
        const std::size_t told = everywhere.empty() ? places.size() : 1;
        if (count > told) words << fmt::format(" and {} more", count - told);
    }
    return words;
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
        any_error = any_error || owner.count(Grade::error) > 0;
        table.rows.push_back({titled_cell(page, owner.role, "nobody is named"),
                              TableCell::number(owner.count(Grade::error)), TableCell::number(owner.count(Grade::high)),
                              TableCell::number(owner.count(Grade::medium)), TableCell::number(owner.count(Grade::low)),
                              std::move(words)});
    }
    if (!any_error) table.columns[1].readers = Column::For::programs;
    page.heading(3, "Who can mend what");
    page.say(
        "Causes, each once: put to the owner of the record, or of the action; one of a role, and of whoever holds it, "
        "to the role that it reports to; one of a whole discipline to its lead. What is true of nearly all records of "
        "a "
        "kind is put to the one desk that they all belong to, or else to the lead of the discipline that most of them "
        "are about.");
    page.add(std::move(table));
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
        const RecordView record = page.graph[action.record];
        const std::string what =
            action.what.empty()
                ? fmt::format("{}: {}", record.is(kinds::risk) ? "Treatment of the risk" : "Control to be put in place",
                              record.title())
                : std::string(action.what);
        Inline promised = page.titled(action.record);
        if (action.place) promised.line = page.placed(action.place.span(), "").line;
        table.rows.push_back({day_cell(action.due, "no day set", action.overdue ? "overdue" : ""),
                              past_cell(action.due, action.overdue), Words(what), titled_cell(page, action.owner),
                              std::move(promised)});
    }
    page.add_titled(3, std::move(table), "No action, decision or treatment is open.");
}

}  // namespace

void add_actions(Page& page, std::span<const Gap> gaps) {
    page.heading(2, "Action list");
    if (!gaps.empty()) add_who_mends(page, gaps);
    add_promised(page);
}

}  // namespace ims
