// The register of nonconformities and lesser findings: what was put right, why it happened, what is done against it
// coming back, and whether that worked.
#include <array>

#include "assess/performance/nonconformities.h"
#include "report/sections/register.h"
#include "schema/fields.h"

namespace ims::reports::nonconformities {
namespace {

namespace own = fields::nonconformity;

TableCell cause(const Page& page, const RecordView& record) {
    if (const FieldView cause = record[own::cause]) return prose_cell(cause.text());
    return is_lapse(record) ? not_stated(page, "none found") : TableCell();
}

TableCell action(const Page& page, const RecordView& record) {
    const FieldView action = record[own::action];
    Words words = prose_cell(action[own::action.does].text()).words;
    if (const Words who = targets(page, action[own::action.owner]); !who.empty())
        words = page.say("{} ({})", words, who);
    if (const auto done = action[own::action.done].date()) words = page.say("{}, done[[| on]] {}", words, *done);
    else if (const auto due = action[own::action.due].date()) words = page.say("{}, due[[| on]] {}", words, *due);
    return words;
}

// How many of each grade are open, by discipline: what comes up where.
void add_by_discipline(Register& out) {
    constexpr std::array<std::string_view, 4> kGrades = {"major", "minor", "observation", "opportunity"};
    const Page& page = out.page;
    Table table{.key = "by-discipline",
                .title = "By discipline",
                .columns = {{"discipline", "Discipline"},
                            {"major", "Major", Column::Align::right},
                            {"minor", "Minor", Column::Align::right},
                            {"observation", "Observations", Column::Align::right},
                            {"opportunity", "Opportunities", Column::Align::right},
                            {"open", "Still open", Column::Align::right}}};
    for (const Discipline discipline : page.settings.in_force()) {
        std::array<std::size_t, 4> counts = {};
        std::size_t open = 0;
        for (const RecordView& record : out.records()) {
            if (!record.active() || !page.facts.disciplines(record.record()).has(discipline)) continue;
            for (std::size_t grade = 0; grade < kGrades.size(); ++grade)
                counts[grade] += record.word(own::grade) == kGrades[grade] ? 1 : 0;
            open += is_open(record) ? 1 : 0;
        }
        const std::string& name = page.settings.name(discipline);
        std::vector<TableCell>& row = table.rows.emplace_back();
        row.emplace_back(raw(capitalised(spoken(name))), MachineValue(name));
        for (const std::size_t number : counts) row.push_back(TableCell::number(number));
        row.push_back(TableCell::number(open));
    }
    if (table.rows.empty()) return;
    out.page.heading(2, "By discipline");
    out.page.paragraph(
        in_a_row({page.say("[[One|A nonconformity]] that concerns several disciplines counts in each of them."),
                  told_uncounted(out)}));
    out.page.add(std::move(table));
}

}  // namespace

Document build(const ReportInput& input) {
    Register out(input,
                 {.kind = kinds::nonconformity,
                  .report = "nonconformities",
                  .title = "Nonconformities",
                  .nothing = "no nonconformity is recorded. That nothing was found may also mean that nobody "
                             "looked: whatever an audit, an incident or a complaint shows [[goes into a file with "
                             "`nonconformity`, `title`, `grade`, `date`, `cause` and `action`|belongs here, with how "
                             "grave it is, why it happened and what is done against it]].",
                  .columns = {{{"grade", "Grade"}, word_of(own::grade)},
                              {{"date", "Found on"}, text_of(own::date)},
                              {{"raised_by", "Raised by", {}, Column::Holds::record}, links_of({own::raised_by})},
                              {{"processes", "Where", {}, Column::Holds::records}, links_of({own::processes})},
                              {{"about", "About", {}, Column::Holds::records},
                               links_of({own::assets, own::suppliers, own::sites, own::risks})},
                              {{"cause", "Cause"}, cause},
                              {{"action", "Action"}, action},
                              {{"repeats", "Repeats", {}, Column::Holds::record}, links_of({own::repeats})}},
                  .shown = "grade",
                  .instead_of_owner = "action"});
    out.begin();
    if (!out.records().empty()) add_by_discipline(out);
    return out.finish();
}

}  // namespace ims::reports::nonconformities
