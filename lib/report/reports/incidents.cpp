// The register of incidents, near misses and complaints: what happened, how long it lasted, who was told and who has to
// be, and what was learnt from it.
#include <array>

#include <fmt/format.h>

#include "assess/performance/notices.h"
#include "report/sections/register.h"
#include "report/table_of.h"
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

// A row of the table of notices: a clock, or what somebody sent that counts for none.
struct NoticeRow {
    RecordId incident;
    RecordId obligation;
    const NoticeClock* clock = nullptr;  // null: it counts for no notice
    FieldView entry;                     // of `notified`
};

// Without another day it counts from when it happened.
Message begins_when(const NoticeClock& clock) {
    if (clock.notice.start == NoticeStart::classified) return "when it was classified";
    return clock.notice.start == NoticeStart::known && !clock.assumed ? Message("when it became known")
                                                                      : Message("when it happened");
}

TableCell beginning(const Page& page, const NoticeClock& clock) {
    if (!clock.notice.start) return state_cell(page, unjudged("it could not be read"));
    const Message when = begins_when(clock);
    if (!clock.begins) return {page.say(when), MachineValue(nullptr)};
    const std::string day = to_string(*clock.begins);
    Words words = clock.whole_day ? page.say("{}, {}, at the end of the day", when, raw(day))
                                  : page.say("{}, {}", when, raw(day));
    if (clock.assumed) words = page.say("{} (nobody says when it became known)", words);
    return {std::move(words), day};
}

TableCell due_point(const NoticeClock& clock) {
    if (!clock.due) return {Words(), MachineValue(nullptr)};
    return {raw(to_string(*clock.due)), to_string(*clock.due)};
}

TableCell sent_at(const Page& page, const FieldView& entry) {
    if (!entry) return {Words(), MachineValue(nullptr)};
    if (const auto at = entry[own::notified.at].point_in_time()) return {raw(to_string(*at)), to_string(*at)};
    if (const FieldView in = entry[own::notified.in]; in.duration())
        return {page.say("after {}", plain(in)), fmt::format("after {}", in.text())};
    return state_cell(page, unjudged("it could not be read"));
}

Standing standing_of_notice(const Page& page, const NoticeRow& row) {
    using Kind = Standing::Kind;
    if (row.clock == nullptr) {
        constexpr Message kWords = "counts for no notice";
        return {
            Kind::out, kWords,
            make_message(page.arena(),
                         "{}: [[none of the obligation is called so|the obligation asks for no notice of that name]]",
                         kWords)};
    }
    switch (row.clock->state) {
        case NoticeState::in_time: return {Kind::good, "sent in time"};
        case NoticeState::late: return {Kind::bad, "sent late"};
        case NoticeState::due: return {Kind::fair, "due"};
        case NoticeState::overdue: return {Kind::bad, "overdue"};
        case NoticeState::not_begun: {
            constexpr Message kWords = "not begun";
            return {Kind::none, kWords, make_message(page.arena(), "{}: {}", kWords, row.clock->why)};
        }
        case NoticeState::not_notifiable: return {Kind::out, "not notifiable"};
        case NoticeState::unknown: break;
    }
    return unjudged(row.clock->why);
}

// Of one that was closed, also why and by whom.
TableCell notice_state(const Page& page, const NoticeRow& row) {
    TableCell cell = state_cell(page, standing_of_notice(page, row));
    if (row.clock == nullptr || row.clock->state != NoticeState::not_notifiable) return cell;
    const FieldView closed = row.clock->closed;
    const Words state = cell.words;
    const FieldView reason = closed[own::not_notifiable.reason];
    const Words why = raw(reason.text());
    const auto by = target_of(page.graph, closed[own::not_notifiable.by]);
    if (!by) {
        if (reason) cell.words = page.say("{}: {}", state, why);
        return cell;
    }
    const Words editors_name = raw(by->title());
    const Words name = cell_name(page, by->record());
    cell.words =
        reason ? page.say("[[{0}: {1} (decided by {2})|{0}, decided by {3}: {1}]]", state, why, editors_name, name)
               : page.say("[[{0} (decided by {1})|{0}, decided by {2}]]", state, editors_name, name);
    return cell;
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
              return raw(row.clock != nullptr ? row.clock->notice.what : row.entry[own::notified.notice].text());
          }},
         {{"to", "To whom", {}, Column::Holds::record},
          [&](const NoticeRow& row) {
              return titled_cell(page, row.clock != nullptr ? row.clock->notice.to : RecordId(), "not stated");
          }},
         {{"within", "Within"},
          [&](const NoticeRow& row) {
              return row.clock != nullptr ? text_cell(page, row.clock->notice.within) : TableCell();
          }},
         {{"begins", "Counts from"},
          [&](const NoticeRow& row) { return row.clock != nullptr ? beginning(page, *row.clock) : TableCell(); }},
         {{"due", "Due by"},
          [](const NoticeRow& row) { return row.clock != nullptr ? due_point(*row.clock) : TableCell(); }},
         {{"sent", "Sent"}, [&](const NoticeRow& row) { return sent_at(page, row.entry); }},
         {{"state", "Today"}, [&](const NoticeRow& row) { return notice_state(page, row); }}});
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
                                  reason ? prose_cell(reason.text()) : not_stated(page, "none is given"),
                                  target_cell(page, entry[own::not_notifiable.by], "nobody is named"),
                                  written_day_cell(page, entry[own::not_notifiable.date], "not stated")});
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
        std::vector<TableCell> row = {TableCell(raw(capitalised(spoken(type))), std::string(type))};
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
    add_notices(out);
    add_not_notifiable(out);
    return out.finish();
}

}  // namespace ims::reports::incidents
