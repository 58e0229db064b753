// The register of incidents, near misses and complaints: what happened, how long it lasted, who was told and who has to
// be, and what was learnt from it.
#include <array>

#include <fmt/format.h>

#include "assess/performance/notices.h"
#include "base/text.h"
#include "report/sections/register.h"
#include "report/table_of.h"
#include "schema/fields.h"

namespace ims::reports::incidents {
namespace {

namespace own = fields::incident;

// "Power (after 3 h), Water: Early warning (on 2026-03-01 14:30)"
TableCell notices(const Page& page, const RecordView& record) {
    Words words;
    for (const FieldView entry : record[own::notified].children()) {
        words << (words.empty() ? "" : ", ") << targets(page, entry[own::notified.obligation]);
        if (const FieldView name = entry[own::notified.notice]) words << fmt::format(": {}", visible(name.text()));
        if (const FieldView at = entry[own::notified.at]) words << fmt::format(" (on {})", at.text());
        else if (const FieldView in = entry[own::notified.in]) words << fmt::format(" (after {})", in.text());
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

// A row of the table of notices: a clock, or what somebody sent that counts for none.
struct NoticeRow {
    RecordId incident;
    RecordId obligation;
    const NoticeClock* clock = nullptr;  // null: it counts for no notice
    FieldView entry;                     // of `notified`
};

TableCell beginning(const NoticeClock& clock) {
    if (!clock.notice.start) return state_cell(unjudged("it could not be read"));
    Words words;
    switch (*clock.notice.start) {
        case NoticeStart::occurrence: words << "when it happened"; break;
        // Without another day it counts from when it happened.
        case NoticeStart::known: words << (clock.assumed ? "when it happened" : "when it became known"); break;
        case NoticeStart::classified: words << "when it was classified"; break;
    }
    if (!clock.begins) return {std::move(words), MachineValue(nullptr)};
    const std::string day = to_string(*clock.begins);
    words << ", " << day;
    if (clock.whole_day) words << ", at the end of the day";
    if (clock.assumed) words << " (nobody says when it became known)";
    return {std::move(words), day};
}

TableCell due_point(const NoticeClock& clock) {
    if (!clock.due) return {"", MachineValue(nullptr)};
    return {Words(to_string(*clock.due)), to_string(*clock.due)};
}

TableCell sent_at(const FieldView& entry) {
    if (!entry) return {"", MachineValue(nullptr)};
    if (const auto at = entry[own::notified.at].point_in_time()) return {Words(to_string(*at)), to_string(*at)};
    if (const FieldView in = entry[own::notified.in]; in.duration())
        return {Words(fmt::format("after {}", in.text())), fmt::format("after {}", in.text())};
    return state_cell(unjudged("it could not be read"));
}

Standing standing_of_notice(const Page& page, const NoticeRow& row) {
    using Kind = Standing::Kind;
    if (row.clock == nullptr) return {Kind::out, "counts for no notice", ": none of the obligation is called so"};
    switch (row.clock->state) {
        case NoticeState::in_time: return {Kind::good, "sent in time"};
        case NoticeState::late: return {Kind::bad, "sent late"};
        case NoticeState::due: return {Kind::fair, "due"};
        case NoticeState::overdue: return {Kind::bad, "overdue"};
        case NoticeState::not_begun: return {Kind::none, "not begun", ": " + row.clock->why};
        case NoticeState::not_notifiable: {
            const FieldView closed = row.clock->closed;
            Standing standing{Kind::out, "not notifiable"};
            if (const FieldView reason = closed[own::not_notifiable.reason])
                standing.more = fmt::format(": {}", reason.text());
            if (const auto by = target_of(page.graph, closed[own::not_notifiable.by]))
                standing.more += fmt::format(" (decided by {})", by->title());
            return standing;
        }
        case NoticeState::unknown: break;
    }
    return unjudged(row.clock->why);
}

// Every duty to notify somebody of what happened, with its clock.
void add_notices(Register& out) {
    const Page& page = out.page;
    const std::vector<DutyToNotify> duties = duties_to_notify(page.graph, page.facts.disciplines());
    std::vector<IncidentNotices> found;
    for (const RecordView& record : out.records())
        found.push_back(record.active() ? notices_for(record, duties, page.facts.disciplines(), page.facts.today())
                                        : IncidentNotices());
    TableOf<NoticeRow> table(
        {.key = "notices", .title = "Duties to notify"},
        {{{"incident", "Incident", {}, Column::Holds::record},
          [&](const NoticeRow& row) { return TableCell(page.titled(row.incident)); }},
         {{"obligation", "Duty", {}, Column::Holds::record},
          [&](const NoticeRow& row) { return TableCell(page.titled(row.obligation)); }},
         {{"notice", "Notice"},
          [](const NoticeRow& row) {
              return TableCell(row.clock != nullptr ? row.clock->notice.what : row.entry[own::notified.notice].text());
          }},
         {{"to", "To whom", {}, Column::Holds::record},
          [&](const NoticeRow& row) {
              return titled_cell(page, row.clock != nullptr ? row.clock->notice.to : RecordId(), "not stated");
          }},
         {{"within", "Within"},
          [](const NoticeRow& row) {
              return TableCell(row.clock != nullptr ? row.clock->notice.within.text() : std::string_view());
          }},
         {{"begins", "Counts from"},
          [](const NoticeRow& row) { return row.clock != nullptr ? beginning(*row.clock) : TableCell(); }},
         {{"due", "Due by"},
          [](const NoticeRow& row) { return row.clock != nullptr ? due_point(*row.clock) : TableCell(); }},
         {{"sent", "Sent"}, [](const NoticeRow& row) { return sent_at(row.entry); }},
         {{"state", "Today"}, [&](const NoticeRow& row) { return state_cell(standing_of_notice(page, row)); }}});
    for (std::size_t index = 0; index < found.size(); ++index) {
        const RecordId incident = out.records()[index].record();
        for (const NoticeClock& clock : found[index].clocks)
            table.add({incident, clock.obligation, &clock, clock.sent});
        for (const StrayNotice& stray : found[index].strays)
            table.add({incident, stray.obligation, nullptr, stray.entry});
    }
    out.page.add_titled(2, table.take());
}

// What somebody decided not to tell, whether or not a duty seems to ask for it.
void add_not_notifiable(Register& out) {
    const Page& page = out.page;
    Table table{.key = "not-notifiable",
                .title = "Said to call for no notice",
                .columns = {{"incident", "Incident", {}, Column::Holds::record},
                            {"obligation", "Duty", {}, Column::Holds::record},
                            {"reason", "Reason"},
                            {"by", "Decided by", {}, Column::Holds::record},
                            {"date", "On"}}};
    for (const RecordView& record : out.records()) {
        for (const FieldView entry : record[own::not_notifiable].children()) {
            const FieldView reason = entry[own::not_notifiable.reason];
            table.rows.push_back({page.titled(record.record()),
                                  target_cell(page, entry[own::not_notifiable.obligation], "not known"),
                                  reason ? prose_cell(reason.text()) : not_stated("none is given"),
                                  target_cell(page, entry[own::not_notifiable.by], "nobody is named"),
                                  written_day_cell(entry[own::not_notifiable.date], "not stated")});
        }
    }
    out.page.add_titled(2, std::move(table));
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
                     {{"known", "Known"}, text_of(own::known)},
                     {{"classified", "Classified"}, text_of(own::classified)},
                     {{"type", "Type"}, word_of(own::type)},
                     {{"struck", "Struck", {}, Column::Holds::records},
                      links_of({own::processes, own::assets, own::suppliers})},
                     {{"downtime", "Down for"}, downtime},
                     {{"notified", "Notices", {}, Column::Holds::records}, notices},
                     {{"learnt", "Leads to", {}, Column::Holds::records}, links_of({own::risks, own::nonconformities})},
                     {{"lessons", "Lessons"}, prose_of(own::lessons)}}});
    out.begin();
    if (!out.records().empty()) add_by_type(out);
    add_notices(out);
    add_not_notifiable(out);
    return out.finish();
}

}  // namespace ims::reports::incidents
