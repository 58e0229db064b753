#include "assess/clauses/transition.h"

#include <algorithm>

#include <fmt/format.h>

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
    const Words title = page.say("From {} to {}", raw(before.title), raw(after.title));
    page.heading(3, title);
    if (const auto published = page.graph[after.record][fields::standard::published].date()) {
        page.paragraph(*published <= page.facts.today()
                           ? page.say("{} was published on {}.", raw(after.title), *published)
                           : page.say("{} will be published on {}.", raw(after.title), *published));
    }
    Table table{.key = fmt::format("transition-{}", after.id),
                .title = title.plain(),
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
        const bool is_new = move.clause->edition_change.empty() && move.before.empty();
        table.rows.push_back({raw(move.clause->number), raw(move.clause->title),
                              is_new ? page.say("new") : raw(move.clause->edition_change),
                              TableCell(raw(numbers_of(move.before)), std::move(numbers)),
                              state_cell(page, standing_of(page, *move.clause)),
                              record_links(page, move.carried, kMostMoved)});
    }
    if (table.rows.empty())
        return page.paragraph(
            "No clause is marked as changed, and whatever is named for the old edition is named for the new one too.");
    const auto carried = std::ranges::count_if(transition.moves, [](const ClauseMove& each) {
        return !each.carried.empty() && each.clause->state != ClauseState::named;
    });
    const auto changed = std::ranges::count_if(transition.moves, &ClauseMove::changed);
    if (carried == 0 && page.audience() == Audience::readers) {
        page.paragraph(
            "{0} {0:clause|clauses} of {1} {0:is|are} new or changed. Clauses are matched by what they mean, never by "
            "their number.",
            changed, transition.moves.size());
    } else {
        page.paragraph(
            "{0} {0:clause|clauses} of {1} [[are|{0:is|are}]] new or changed. For {2} {2:clause|clauses} evidence is "
            "named for the old edition only: look whether it still serves, and [[name the new clause in those records "
            "too|have it named for the new clause too]]. Clauses are matched by what they mean, never by their number.",
            changed, transition.moves.size(), carried);
    }
    page.add(std::move(table));
    if (!transition.dropped.empty())
        page.paragraph("Without a counterpart in the new edition: {}.", raw(numbers_of(transition.dropped)));
}

}  // namespace ims
