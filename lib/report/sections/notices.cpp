#include "report/sections/notices.h"

#include <algorithm>

#include <fmt/format.h>

#include "assess/performance/notices.h"
#include "report/sections/cells.h"
#include "report/sections/paper.h"
#include "report/table_of.h"
#include "schema/fields.h"

namespace ims {
namespace {

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
    if (const auto at = entry[fields::incident::notified.at].point_in_time())
        return {raw(to_string(*at)), to_string(*at)};
    if (const FieldView in = entry[fields::incident::notified.in]; in.duration())
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
    // The paper about one incident tells it once, below.
    if (page.subject.known() && page.graph[page.subject].is(kinds::incident)) return cell;
    const FieldView closed = row.clock->closed;
    const Words state = cell.words;
    const FieldView reason = closed[fields::incident::not_notifiable.reason];
    const Words why = raw(reason.text());
    const auto by = target_of(page.graph, closed[fields::incident::not_notifiable.by]);
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

}  // namespace

Table notices_table(const Page& page, std::span<const RecordView> incidents) {
    const std::vector<DutyToNotify>& duties = page.analysis.duties_to_notify();
    std::vector<IncidentNotices> found;
    for (const RecordView& record : incidents)
        found.push_back(record.active() ? notices_for(record, duties, page.facts.disciplines(), page.facts.today())
                                        : IncidentNotices());
    TableOf<NoticeRow> table(
        {.key = "notices", .title = "Duties to notify"},
        {{{"incident", "Incident", {}, Column::Holds::record},
          [&](const NoticeRow& row) { return TableCell(page.titled(row.incident)); }},
         {{"obligation", "Duty", {}, Column::Holds::record},
          [&](const NoticeRow& row) { return TableCell(page.titled(row.obligation)); }},
         {{"reference", "Reference", {}, {}, Column::For::programs},
          [&](const NoticeRow& row) {
              return prose_cell(page.graph[row.obligation][fields::obligation::reference].text());
          }},
         {{"notice", "Notice"},
          [](const NoticeRow& row) {
              return raw(row.clock != nullptr ? row.clock->notice.what
                                              : row.entry[fields::incident::notified.notice].text());
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
        const RecordId incident = incidents[index].record();
        for (const NoticeClock& clock : found[index].clocks)
            table.add({incident, clock.obligation, &clock, clock.sent});
        for (const StrayNotice& stray : found[index].strays)
            table.add({incident, stray.obligation, nullptr, stray.entry});
    }
    return table.take();
}

Table not_notifiable_table(const Page& page, std::span<const RecordView> incidents) {
    Table table{.key = "not-notifiable",
                .title = "Said to call for no notice",
                .columns = {{"incident", "Incident", {}, Column::Holds::record},
                            {"obligation", "Duty", {}, Column::Holds::record},
                            {"reason", "Reason"},
                            {"by", "Decided by", {}, Column::Holds::record},
                            {"date", "On"}}};
    for (const RecordView& record : incidents) {
        for (const FieldView entry : record[fields::incident::not_notifiable].children()) {
            const FieldView reason = entry[fields::incident::not_notifiable.reason];
            table.rows.push_back({page.titled(record.record()),
                                  target_cell(page, entry[fields::incident::not_notifiable.obligation], "not known"),
                                  reason ? prose_cell(reason.text()) : not_stated(page, "none is given"),
                                  target_cell(page, entry[fields::incident::not_notifiable.by], "nobody is named"),
                                  written_day_cell(page, entry[fields::incident::not_notifiable.date], "not stated")});
        }
    }
    return table;
}

namespace {

void set_readers(Table& table, std::string_view key, Column::For readers) {
    for (Column& column : table.columns) {
        if (column.key == key) column.readers = readers;
    }
}

using Word = std::string_view;

// Whom the records know as somebody that the organisation works with: they give or take something of a process, or a
// contract or a promise comes from them. No law or permit does.
bool is_partner(const Page& page, RecordId party) {
    bool partner = false;
    for (const Edge& edge : page.graph.references_to(party)) {
        const RecordView other = page.graph[edge.other];
        if (!other.active()) continue;
        if (edge.field == fields::obligation::from && other.is(kinds::obligation)) {
            const Word source = other.word(fields::obligation::source);
            if (source == "law" || source == "permit") return false;
            partner = partner || source == "contract" || source == "voluntary";
        }
        partner = partner || edge.field == fields::process::inputs.from || edge.field == fields::process::outputs.to;
    }
    return partner;
}

// Whether an authority gets a notice, as far as the records tell: not by a contract, a standard or a promise; and of a
// duty to tell several, not what goes to those whom the organisation works with.
bool concerns_authority(const Page& page, const NoticeClock& clock, std::span<const NoticeClock> all) {
    const Word source = page.graph[clock.obligation].word(fields::obligation::source);
    if (source == "contract" || source == "voluntary" || source == "standard") return false;
    const RecordId to = clock.notice.to;
    if (!to.known() || !is_partner(page, to)) return true;
    return std::ranges::none_of(all, [&](const NoticeClock& other) {
        const RecordId told = other.notice.to;
        return other.obligation == clock.obligation && told.known() && told != to && !is_partner(page, told);
    });
}

}  // namespace

Table notices_table_of(const Page& page, const RecordView& incident) {
    Table table = notices_table(page, std::span(&incident, 1));
    set_readers(table, "incident", Column::For::programs);
    set_readers(table, "reference", Column::For::all);
    return without_empty_columns(std::move(table));
}

Table not_notifiable_table_of(const Page& page, const RecordView& incident) {
    Table table = not_notifiable_table(page, std::span(&incident, 1));
    set_readers(table, "incident", Column::For::programs);
    return table;
}

Table told_table(const Page& page, const RecordView& incident) {
    namespace duty = fields::obligation;
    Table table{.key = "duties",
                .title = "Duties to notify",
                .columns = {{"to", "To whom", {}, Column::Holds::record},
                            {"obligation", "Duty", {}, Column::Holds::record},
                            {"reference", "Reference"},
                            {"notice", "Notice"},
                            {"sent", "Told"}}};
    const std::vector<DutyToNotify>& duties = page.analysis.duties_to_notify();
    if (!incident.active()) return table;
    const IncidentNotices notices = notices_for(incident, duties, page.facts.disciplines(), page.facts.today());
    for (const NoticeClock& clock : notices.clocks) {
        if (clock.state == NoticeState::not_notifiable || !concerns_authority(page, clock, notices.clocks)) continue;
        const FieldView reference = page.graph[clock.obligation][duty::reference];
        table.rows.push_back({titled_cell(page, clock.notice.to, "not recorded"), page.titled(clock.obligation),
                              reference ? prose_cell(reference.text()) : not_stated(page, "not recorded"),
                              TableCell(raw(clock.notice.what)),
                              clock.sent ? sent_at(page, clock.sent) : not_stated(page, "nothing is recorded")});
    }
    return without_empty_columns(std::move(table));
}

}  // namespace ims
