#include "assess/clauses/transition.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "report/sections/cells.h"
#include "report/sections/clauses.h"
#include "schema/fields.h"

namespace ims {
namespace {

constexpr std::size_t kMostMoved = 4;

std::string numbers_of(const std::vector<const Clause*>& clauses) {
    std::vector<std::string_view> numbers;
    for (const Clause* each : clauses) numbers.push_back(each->number);
    return fmt::format("{}", fmt::join(numbers, ", "));
}

}  // namespace

void add_transition(Page& page, const StandardFacts& before, const StandardFacts& after) {
    const Transition transition = compare_editions(before, after);
    page.heading(3, fmt::format("From {} to {}", before.title, after.title));
    if (const auto published = page.graph[after.record][fields::standard::published].date())
        page.say(fmt::format("{} {} published on {}.", after.title,
                             *published <= page.facts.today() ? "was" : "will be", to_string(*published)));
    Table table{.key = fmt::format("transition-{}", after.id),
                .title = fmt::format("From {} to {}", before.title, after.title),
                .columns = {{"number", "Clause"},
                            {"title", "Title"},
                            {"change", "What changed"},
                            {"before", "Was"},
                            {"evidence", "Evidence"},
                            {"carried", "Named for the old edition only", {}, Column::Holds::records}}};
    for (const ClauseMove& move : transition.moves) {
        if (!move.changed() && move.carried.empty()) continue;
        std::vector<std::string> numbers;
        for (const Clause* each : move.before) numbers.emplace_back(each->number);
        TableCell change(move.clause->edition_change.empty() && move.before.empty()
                             ? Words("new")
                             : Words(move.clause->edition_change));
        table.rows.push_back({move.clause->number, move.clause->title, std::move(change),
                              TableCell(numbers_of(move.before), std::move(numbers)),
                              state_cell(standing_of(page, *move.clause)),
                              record_links(page, move.carried, kMostMoved)});
    }
    if (table.rows.empty())
        return page.say(
            "No clause is marked as changed, and whatever is named for the old edition is named for the new one too.");
    const auto carried = std::ranges::count_if(transition.moves, [](const ClauseMove& each) {
        return !each.carried.empty() && each.clause->state != ClauseState::named;
    });
    const auto changed = std::ranges::count_if(transition.moves, &ClauseMove::changed);
    page.say(fmt::format(
        "{} of {} are new or changed. For {} evidence is named for the old edition only: look whether it still serves, "
        "and name the new clause in those records too. Clauses are matched by what they mean, never by their number.",
        counted(static_cast<std::size_t>(changed), "clause"), transition.moves.size(),
        counted(static_cast<std::size_t>(carried), "clause")));
    page.add(std::move(table));
    if (!transition.dropped.empty())
        page.say(fmt::format("Without a counterpart in the new edition: {}.", numbers_of(transition.dropped)));
}

}  // namespace ims
