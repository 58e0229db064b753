// The register of incidents, near misses and complaints: what happened, how long it lasted, who was told, and what was
// learnt from it.
#include <array>

#include <fmt/format.h>

#include "report/sections/register.h"
#include "schema/fields.h"

namespace ims::reports::incidents {
namespace {

namespace own = fields::incident;

// "Power (after 3 h)"
TableCell notices(const Page& page, const RecordView& record) {
    Words words;
    for (const FieldView entry : record[own::notified].children()) {
        words << (words.empty() ? "" : ", ") << targets(page, entry[own::notified.obligation]);
        if (const FieldView in = entry[own::notified.in]) words << fmt::format(" (after {})", in.text());
    }
    return words;
}

// The downtime, and the shortest time within which a process that it struck must be back.
TableCell downtime(const Page&, const RecordView& record) {
    const FieldView down = record[own::downtime];
    if (!down) return {"", MachineValue(nullptr)};
    std::optional<Duration> shortest;
    for (const RecordView process : record.linked(own::processes)) {
        const auto rto = process[fields::process::continuity][fields::process::continuity.rto].duration();
        if (rto && (!shortest || *rto < *shortest)) shortest = rto;
    }
    TableCell cell(Words(down.text()), std::string(down.text()));
    if (shortest) cell.words << fmt::format(" of {} allowed", to_string(*shortest));
    return cell;
}

void add_by_type(Register& out) {
    constexpr std::array<std::string_view, 5> kTypes = {"incident", "near-miss", "complaint", "breach",
                                                        "nonconforming-output"};
    const Page& page = out.page;
    Table table{.key = "by-type", .title = "By type and discipline", .columns = {{"type", "Type"}}};
    for (const Discipline each : page.settings.in_force())
        table.columns.push_back(discipline_column(page.settings, each, Column::Align::right));
    for (const std::string_view type : kTypes) {
        std::vector<TableCell> row = {TableCell(Words(capitalised(spoken(type))), std::string(type))};
        bool any = false;
        for (const Discipline discipline : page.settings.in_force()) {
            std::size_t count = 0;
            for (const RecordView& record : out.records()) {
                if (record.active() && record.word(own::type) == type &&
                    page.facts.disciplines(record.record()).has(discipline))
                    ++count;
            }
            any = any || count > 0;
            row.push_back(TableCell::number(count));
        }
        if (any) table.rows.push_back(std::move(row));
    }
    if (table.rows.empty()) return;
    out.page.heading(2, "By type and discipline");
    out.page.say("One that concerns several disciplines counts in each of them." + told_uncounted(out));
    out.page.add(std::move(table));
}

}  // namespace

Document build(const ReportInput& input) {
    Register out(
        input,
        {.kind = kinds::incident,
         .report = "incidents",
         .title = "Incidents",
         .nothing = "no incident is recorded. Begin with the last time something went wrong or nearly "
                    "did: a file with `incident`, `title`, `date`, `type` and `disciplines`, and the "
                    "`risks` that came true.",
         .columns = {{{"date", "On"}, text_of(own::date)},
                     {{"type", "Type"}, word_of(own::type)},
                     {{"struck", "Struck", {}, Column::Holds::records},
                      links_of({own::processes, own::assets, own::suppliers})},
                     {{"downtime", "Down for"}, downtime},
                     {{"notified", "Notices", {}, Column::Holds::records}, notices},
                     {{"learnt", "Leads to", {}, Column::Holds::records}, links_of({own::risks, own::nonconformities})},
                     {{"lessons", "Lessons"}, prose_of(own::lessons)}}});
    out.begin();
    if (!out.records().empty()) add_by_type(out);
    return out.finish();
}

}  // namespace ims::reports::incidents
