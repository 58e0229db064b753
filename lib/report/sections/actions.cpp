#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "judge/action_list.h"
#include "report/prose.h"
#include "report/sections/cells.h"
#include "report/sections/overview.h"
#include "report/sections/sections.h"
#include "schema/fields.h"

namespace ims {
namespace {

constexpr std::size_t kMostActions = 120;

Words how_to_mend(const Page& page, const Gap& gap) {
    if (gap.population) {
        const Population& population = page.analysis.judgement.populations().all()[*gap.population];
        return page.sentence(mending(population, page.graph, page.rules, page.arena()));
    }
    return page.sentence(gap.finding->help);
}

Words what_to_do(const Page& page, const ListedAction& action, const Overview& overview) {
    if (!action.promised) {
        const Gap& gap = overview.gaps[action.causes.front()];
        const Words help = how_to_mend(page, gap);
        return help.empty() ? page.say("Mend what was found.") : help;
    }
    if (!action.promised->what.empty()) return read_prose_line(action.promised->what);
    const Inline record = page.titled(action.promised->record);
    return page.graph[action.promised->record].is(kinds::risk) ? page.say("Treat the risk as decided.")
                                                               : page.say("Put in place: {}.", record);
}

Words found_words(const Page& page, const Gap& gap) {
    return gap.population ? of_population(page, gap) : page.say(page.rules[gap.finding->rule].summary);
}

// The record that it is promised on, or the risks that it is against, and what was found.
Words about_action(const Page& page, const ListedAction& action, const Overview& overview) {
    Words place;
    if (!action.against.empty()) place = page.titles(action.against);
    else if (action.promised) place = page.called(action.promised->record);
    else if (!overview.gaps[action.causes.front()].population)
        place = where(page, overview.gaps[action.causes.front()]);
    std::vector<Words> found;
    for (const std::size_t cause : action.causes) found.push_back(found_words(page, overview.gaps[cause]));
    if (found.empty()) return place;
    return place.empty() ? capitalised(listed(found, "; ")) : page.say("{}: {}", place, listed(found, "; "));
}

TableCell grade_of_action(const Page& page, const ListedAction& action) {
    if (action.causes.empty()) return {Words(), MachineValue(nullptr)};
    TableCell cell(page.say("{}", action.grade), std::string(to_string(action.grade)));
    cell.tone = action.grade >= Grade::high ? Tone::bad : action.grade == Grade::medium ? Tone::poor : Tone::none;
    return cell;
}

TableCell disciplines_of_action(const Page& page, const ListedAction& action, const Overview& overview) {
    DisciplineSet disciplines = action.promised ? page.facts.disciplines(action.promised->record) : DisciplineSet();
    for (const std::size_t cause : action.causes) disciplines |= overview.gaps[cause].disciplines;
    return discipline_cell(page, disciplines);
}

// One thing to do, which may mend several gaps alike.
struct ToDo {
    ListedAction action;
    Words what;
    std::vector<Words> about;
    std::set<std::string> told;  // the same, as readers see it
};

std::vector<ToDo> to_do(const Page& page, const Overview& overview) {
    std::vector<ToDo> rows;
    std::map<std::pair<RecordId, std::string>, std::size_t> unpromised;  // who, and what is to be done
    for (const ListedAction& action : list_actions(judged(page), overview.causes)) {
        const Words what = what_to_do(page, action, overview);
        const Words about = about_action(page, action, overview);
        if (!action.promised) {
            const auto [same, is_new] = unpromised.try_emplace({action.who, what.plain()}, rows.size());
            if (!is_new) {
                ToDo& row = rows[same->second];
                // Of two standards the same may be told in the same words.
                if (row.told.insert(about.plain()).second) row.about.push_back(about);
                row.action.grade = std::max(row.action.grade, action.grade);
                row.action.causes.insert(row.action.causes.end(), action.causes.begin(), action.causes.end());
                continue;
            }
        }
        rows.push_back({action, what, {about}, {about.plain()}});
    }
    return rows;
}

}  // namespace

void add_action_list(Page& page, const Overview& overview) {
    Table table{
        .key = "actions",
        .title = "Action list",
        .columns = {{.key = "owner", .title = "Who", .holds = Column::Holds::record, .is_facet = true},
                    {"due", "By when"},
                    {"overdue", "Overdue", {}, {}, Column::For::programs},
                    {.key = "grade", .title = "Grade", .is_facet = true},
                    {"about", "About", {}, Column::Holds::records},
                    {"what", "What to do"},
                    {.key = "disciplines", .title = "Disciplines", .readers = Column::For::programs, .is_facet = true},
                    {"promised", "Promised", {}, {}, Column::For::programs}},
        .most_shown = kMostActions,
        .sortable = false};
    for (ToDo& row : to_do(page, overview)) {
        const ListedAction& action = row.action;
        const bool promised = action.promised.has_value();
        table.rows.push_back(
            {titled_cell(page, action.who, "nobody is named"),
             day_cell(page, action.due(), "no day set", action.overdue() ? Message("overdue") : Message()),
             past_cell(action.due(), action.overdue()), grade_of_action(page, action), listed(row.about, "; "),
             std::move(row.what), disciplines_of_action(page, action, overview), TableCell(Words(), promised)});
    }
    page.heading(2, "Action list");
    if (table.rows.empty()) return page.paragraph("Nothing is promised and open, and nothing was found to be mended.");
    page.paragraph(
        "What was promised, and what was found and nobody promised to mend yet, each once, by who has to do it. A "
        "grade "
        "says that something was found there. What was found goes to whoever owns it; what is about a role, or about "
        "somebody who holds it, to the role that it reports to; what is about a whole discipline, to its lead.");
    page.add(std::move(table));
}

}  // namespace ims
