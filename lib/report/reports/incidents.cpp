// The register of incidents, near misses and complaints: what happened, how long it lasted, who was told and who has to
// be, and what was learnt from it.
#include <array>

#include <fmt/format.h>

#include "report/sections/notices.h"
#include "report/sections/register.h"
#include "schema/fields.h"

namespace ims::reports::incidents {
namespace {

namespace own = fields::incident;

// "Power (after 3 h), Water: Early warning (on 2026-03-01 14:30)"
TableCell notices(const Page& page, const RecordView& record) {
    std::vector<Words> given;
    for (const FieldView entry : record[own::notified].children()) {
        Words notice = targets(page, entry[own::notified.obligation]);
        if (const FieldView name = entry[own::notified.notice]) notice = page.say("{}: {}", notice, plain(name));
        if (const FieldView at = entry[own::notified.at]) notice = page.say("{} (on {})", notice, raw(at.text()));
        else if (const FieldView in = entry[own::notified.in]) notice = page.say("{} (after {})", notice, plain(in));
        given.push_back(std::move(notice));
    }
    return listed(given);
}

// The downtime, and the shortest time within which a process that it struck must be back.
TableCell downtime(const Page& page, const RecordView& record) {
    const FieldView down = record[own::downtime];
    if (!down) return {Words(), MachineValue(nullptr)};
    std::optional<Duration> shortest;
    for (const RecordView process : record.linked(own::processes)) {
        const auto rto = process[fields::process::continuity][fields::process::continuity.rto].duration();
        if (rto && (!shortest || *rto < *shortest)) shortest = rto;
    }
    return {shortest ? page.say("{0} [[of {1} allowed|({1} allowed)]]", plain(down), *shortest)
                     : page.say("{}", plain(down)),
            std::string(down.text())};
}

void add_by_type(Register& out) {
    constexpr std::array<std::string_view, 5> kTypes = {"incident", "near-miss", "complaint", "breach",
                                                        "nonconforming-output"};
    const Page& page = out.page;
    Table table{.key = "by-type", .title = "By type and discipline", .columns = {{"type", "Type"}}};
    for (const Discipline each : page.settings.in_force())
        table.columns.push_back(discipline_column(page.settings, each, Column::Align::right));
    const auto add_row = [&](TableCell title, std::string_view type) {
        std::vector<TableCell> row = {std::move(title)};
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
    };
    for (const std::string_view type : kTypes)
        add_row(TableCell(raw(capitalised(spoken(type))), std::string(type)), type);
    // Left out, or no such word.
    add_row(not_stated(page, "Type not stated, or not readable"), {});
    if (table.rows.empty()) return;
    out.page.heading(2, "By type and discipline");
    out.page.paragraph(
        in_a_row({page.say("[[One|An incident]] that concerns several disciplines counts in each of them."),
                  told_uncounted(out)}));
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
                    "did: [[a file with `incident`, `title`, `date`, `type` and `disciplines`, and the "
                    "`risks` that came true|what happened and when, which disciplines it concerns, and which risks "
                    "came true]].",
         .columns = {{{"date", "On"}, text_of(own::date)},
                     {{"known", "Known"}, text_of(own::known)},
                     {{"classified", "Classified"}, text_of(own::classified)},
                     {{"type", "Type"}, word_of(own::type)},
                     {{"struck", "Struck", {}, Column::Holds::records},
                      links_of({own::processes, own::assets, own::suppliers})},
                     {{"downtime", "Down for"}, downtime},
                     {{"notified", "Notices", {}, Column::Holds::records}, notices},
                     {{"learnt", "Leads to", {}, Column::Holds::records}, links_of({own::risks, own::nonconformities})},
                     {{"lessons", "Lessons"}, prose_of(own::lessons)}},
         .shown = "date"});
    out.begin();
    if (!out.records().empty()) add_by_type(out);
    out.page.add_titled(2, notices_table(out.page, out.records()));
    out.page.add_titled(2, not_notifiable_table(out.page, out.records()));
    return out.finish();
}

}  // namespace ims::reports::incidents
