// The register of changes: why, what they mean for each discipline, who approved them, and whether they were looked at
// afterwards.
#include "base/text.h"
#include "report/sections/register.h"
#include "report/table_of.h"
#include "schema/fields.h"

namespace ims::reports::changes {
namespace {

namespace own = fields::change;

TableCell approval(const Page& page, const RecordView& record) {
    const FieldView approved = record[own::approved];
    std::vector<Words> parts;
    if (Words by = targets(page, approved[own::approved.by]); !by.empty()) parts.push_back(std::move(by));
    if (const FieldView date = approved[own::approved.date]) parts.push_back(raw(date.text()));
    return listed(parts);
}

// "none, because …" is an answer too.
TableCell effect(const Page& page, const RecordView& record, std::string_view discipline) {
    TableCell cell(strong(page.say("[[nothing found|not thought through]]")), nullptr);
    cell.tone = Tone::poor;
    for (const FieldView entry : record[own::effects].children()) {
        if (entry.key() != discipline) continue;
        cell = prose_cell(entry.text());
        if (to_lower(entry.text()).starts_with("none")) cell.tone = Tone::muted;
    }
    return cell;
}

void add_effects(Register& out) {
    constexpr std::size_t kMostRows = 50;
    const Page& page = out.page;
    TableOf<RecordView> table(
        {.key = "effects", .title = "What they mean for each discipline", .most_shown = kMostRows},
        {{{"change", "Change", {}, Column::Holds::record},
          [&](const RecordView& record) { return page.titled(record.record()); }}});
    for (const Discipline discipline : page.settings.in_force()) {
        table.add_column({discipline_column(page.settings, discipline), [&, discipline](const RecordView& record) {
                              return effect(page, record, page.settings.name(discipline));
                          }});
    }
    table.add_all(out.records());
    out.page.add_titled(2, table.take());
}

}  // namespace

Document build(const ReportInput& input) {
    Register out(input, {.kind = kinds::change,
                         .report = "changes",
                         .title = "Changes",
                         .nothing = "no change is recorded. Begin with the next one that is planned: [[a file with "
                                    "`change`, `title`, `reason`, and under `effects` a line for each discipline; "
                                    "`none, because …` counts|what is to change and why, and what it means for each "
                                    "discipline; that it means nothing, and why, counts too]].",
                         .columns = {{{"reason", "Why"}, prose_of(own::reason)},
                                     {{"affects", "Affects", {}, Column::Holds::records}, links_of({own::affects})},
                                     {{"approved", "Approved", {}, Column::Holds::record}, approval},
                                     {{"effective", "In effect from"}, text_of(own::effective)},
                                     {{"review_after", "To be looked at after"}, text_of(own::review_after)}},
                         .shown = "effective"});
    out.begin();
    if (!out.records().empty() && !out.page.settings.disciplines.empty()) add_effects(out);
    return out.finish();
}

}  // namespace ims::reports::changes
