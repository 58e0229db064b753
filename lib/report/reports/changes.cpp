// The register of changes: why, what they mean for each discipline, who approved them, and whether they were looked at
// afterwards.
#include <fmt/format.h>

#include "base/text.h"
#include "report/sections/register.h"
#include "schema/fields.h"

namespace ims {
namespace {

namespace own = fields::change;

RegisterState standing(const Page& page, const RecordView& record) {
    const FieldView approved = record[own::approved];
    const auto effective = record[own::effective].date();
    const bool begun = effective && *effective <= page.facts.today();
    if (!approved[own::approved.by])
        return begun ? RegisterState{"in effect, no approval found", Tone::bad}
                     : RegisterState{"no approval found", Tone::fair};
    if (!effective) return {"approved, no day set", Tone::none};
    if (!begun) return {"approved, to come", Tone::none};
    const auto looked = record[fields::review][fields::review.last].date();
    if (looked && *looked >= *effective) return {"in effect and followed up", Tone::good};
    return {"in effect", Tone::none};
}

TableCell approval(const Page& page, const RecordView& record) {
    const FieldView approved = record[own::approved];
    Words words = targets(page, approved[own::approved.by]);
    if (const FieldView date = approved[own::approved.date]) words << (words.empty() ? "" : ", ") << date.text();
    return words;
}

std::vector<TableCell> cells(const Page& page, const RecordView& record) {
    return {prose_cell(record[own::reason].text()), linked_cell(page, record, {own::affects}), approval(page, record),
            TableCell(record[own::effective].text()), TableCell(record[own::review_after].text())};
}

// "none: because …" is an answer too.
void add_effects(Register& out) {
    constexpr std::size_t kMostRows = 50;
    const Page& page = out.page;
    Table table{.key = "effects",
                .title = "What they mean for each discipline",
                .columns = {{"change", "Change", {}, Column::Holds::record}},
                .most_shown = kMostRows};
    for (const DisciplineInForce& each : page.settings.disciplines)
        table.columns.push_back({each.name, capitalised(spoken(each.name))});
    for (const RecordView& record : out.records()) {
        std::vector<TableCell>& row = table.rows.emplace_back();
        row.emplace_back(page.titled(record.record()));
        for (const DisciplineInForce& each : page.settings.disciplines) {
            TableCell cell(Words(strong("nothing found")), nullptr);
            cell.tone = Tone::poor;
            for (const FieldView entry : record[own::effects].children()) {
                if (entry.key() != each.name) continue;
                cell = prose_cell(entry.text());
                if (to_lower(entry.text()).starts_with("none")) cell.tone = Tone::muted;
            }
            row.push_back(std::move(cell));
        }
    }
    out.page.heading(2, "What they mean for each discipline");
    out.page.add(std::move(table));
}

}  // namespace

Document reports::changes(const ReportInput& input) {
    Register out(input, {.kind = kinds::change,
                         .report = "changes",
                         .title = "Changes",
                         .nothing = "no change is recorded. Begin with the next one that is planned: a file with "
                                    "`change`, `title`, `reason`, and under `effects` a line for each discipline; "
                                    "`none: because …` counts.",
                         .columns = {{"reason", "Why"},
                                     {"affects", "Affects", {}, Column::Holds::records},
                                     {"approved", "Approved", {}, Column::Holds::record},
                                     {"effective", "In effect from"},
                                     {"review_after", "To be looked at after"}},
                         .cells = cells,
                         .standing = standing});
    out.begin();
    if (!out.records().empty() && !out.page.settings.disciplines.empty()) add_effects(out);
    return out.finish();
}

}  // namespace ims
