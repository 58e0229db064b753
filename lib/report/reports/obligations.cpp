// The register of obligations: what the organisation has to do or promised, whether it does, and when that is looked at
// again; with the needs of interested parties that they come from.
#include <algorithm>
#include <span>

#include "assess/concerns/obligations.h"
#include "assess/performance/notices.h"
#include "report/sections/register.h"
#include "schema/fields.h"

namespace ims::reports::obligations {
namespace {

namespace own = fields::obligation;

// "law: Food Act § 12 (Northshire)"
TableCell source(const Page& page, const RecordView& record) {
    Words words = word_cell(page, record, own::source).words;
    if (const auto reference = record[own::reference].text(); !reference.empty())
        words = page.say("{}: {}", words, raw(reference));
    if (const auto where = record[own::jurisdiction].text(); !where.empty())
        words = page.say("{} ({})", words, raw(where));
    return {std::move(words), std::string(record.word(own::source))};
}

// What it binds; a duty of the whole organisation binds no more than what it names, and everything.
TableCell binds(const Page& page, const RecordView& record) {
    const std::vector<Field> places = {own::processes, own::assets, own::sites};
    if (!is_everywhere(record)) return linked_cell(page, record, places, "nothing is linked");
    const Words linked = linked_cell(page, record, places).words;
    return linked.empty() ? page.say("the whole organisation")
                          : page.say("the whole organisation[[, {0}|; in particular {0}]]", linked);
}

TableCell counts_from(const Page& page, const Notice& notice) {
    if (!notice.start) return state_cell(page, unjudged("it could not be read"));
    switch (*notice.start) {
        case NoticeStart::occurrence: return {page.say("when it happened"), "occurrence"};
        case NoticeStart::known: return {page.say("when it became known"), "known"};
        case NoticeStart::classified: break;
    }
    return {page.say("when it was classified"), "classified"};
}

// "incident, breach": of which incidents, where it says so.
TableCell types_of(const Page& page, const Notice& notice) {
    if (!notice.types) return page.say("incident, breach, nonconforming output");
    std::vector<Words> types;
    for (const FieldView each : notice.types.children())
        types.push_back(page.say("[[{0}|{1}]]", raw(spoken(each.text())), plain(each)));
    return listed(types);
}

// Incidents of which somebody gave a notice under an obligation, each once.
std::vector<RecordView> notified_incidents(const Page& page, const RecordView& obligation) {
    std::vector<RecordView> incidents;
    for (const Edge& edge : page.graph.references_to(obligation.record())) {
        const RecordView incident = page.graph[edge.other];
        if (edge.field == fields::incident::notified.obligation && !incident.retired()) incidents.push_back(incident);
    }
    std::ranges::sort(incidents);
    const auto twice = std::ranges::unique(incidents);
    incidents.erase(twice.begin(), twice.end());
    return incidents;
}

// "Slip lost after 40 h, Till stolen on 2026-03-01 14:30"
TableCell given(const Page& page, const DutyToNotify& duty, const Notice& notice) {
    namespace its = fields::incident;
    std::vector<Words> told;
    for (const RecordView& incident : notified_incidents(page, page.graph[duty.obligation])) {
        const IncidentNotices notices =
            notices_for(incident, std::span(&duty, 1), page.facts.disciplines(), page.facts.today());
        for (const NoticeClock& clock : notices.clocks) {
            if (!clock.sent || clock.notice.written.index() != notice.written.index()) continue;
            const Inline title = page.titled(incident.record());
            const FieldView at = clock.sent[its::notified.at];
            const FieldView in = clock.sent[its::notified.in];
            told.push_back(at   ? page.say("[[{0} on {1}|{0} (on {1})]]", title, raw(at.text()))
                           : in ? page.say("[[{0} after {1}|{0} (after {1})]]", title, plain(in))
                                : Words(title));
        }
    }
    return told.empty() ? none_found(page, {kinds::incident}) : TableCell(listed(told));
}

void add_notices(Register& out) {
    const Page& page = out.page;
    Table table{.key = "notices",
                .title = "Duties to notify",
                .columns = {{"obligation", "Obligation", {}, Column::Holds::record},
                            {"what", "Notice"},
                            {"within", "Notice within"},
                            {"begins", "Counted from"},
                            {"for", "Of which incidents"},
                            {"from", "To whom", {}, Column::Holds::record},
                            {"given", "Notices given", {}, Column::Holds::records}}};
    for (const RecordView& record : out.records()) {
        if (!applies(record)) continue;
        const DutyToNotify duty = duty_to_notify(record, page.facts.disciplines());
        for (const Notice& notice : duty.notices) {
            TableCell within = text_cell(page, notice.within);
            if (!notice.within.duration()) within = state_cell(page, unjudged("it could not be read"));
            table.rows.push_back({page.titled(record.record()), raw(notice.what), std::move(within),
                                  counts_from(page, notice), types_of(page, notice),
                                  titled_cell(page, notice.to, "not stated"), given(page, duty, notice)});
        }
    }
    out.page.add_titled(2, std::move(table));
}

void add_exclusions(Register& out) {
    Table table{.key = "not-applying",
                .title = "Said not to apply",
                .columns = {{"obligation", "Obligation", {}, Column::Holds::record}, {"reason", "Reason"}}};
    for (const RecordView& record : out.records()) {
        if (applies(record)) continue;
        const FieldView reason = record[own::why_not];
        table.rows.push_back({out.page.titled(record.record()),
                              reason ? prose_cell(reason.text()) : not_stated(out.page, "none is given")});
    }
    out.page.add_titled(2, std::move(table));
}

void add_needs(Register& out) {
    namespace party = fields::interested_party;
    Page& page = out.page;
    Table table{.key = "needs",
                .title = "What interested parties need",
                .columns = {{"party", "Interested party", {}, Column::Holds::record},
                            {"need", "Need"},
                            {"met_by", "Met by", {}, Column::Holds::records},
                            {"declined", "Declined because"}}};
    for (const RecordId id : page.graph.of_kind(kinds::interested_party)) {
        const RecordView record = page.graph[id];
        if (!record.active()) continue;
        for (const FieldView entry : record[party::needs].children()) {
            Words met = targets(page, entry[party::needs.met_by]);
            const std::string_view declined = entry[party::needs.declined].text();
            TableCell met_by(std::move(met));
            if (met_by.words.empty() && entry[party::needs.met_by])
                met_by = state_cell(page, unjudged("what meets it could not be found or read, or is retired"));
            else if (met_by.words.empty() && declined.empty()) met_by = page.say("not decided");
            table.rows.push_back({page.titled(id), prose_cell(entry[party::needs.need].text()), std::move(met_by),
                                  prose_cell(declined)});
        }
    }
    page.add_titled(2, std::move(table),
                    page.say("No need of an interested party is recorded[[; each stands under `needs` of a party]]."));
}

}  // namespace

Document build(const ReportInput& input) {
    Register out(
        input, {.kind = kinds::obligation,
                .report = "obligations",
                .title = "Obligations",
                .nothing = "no obligation is recorded. Begin with the law whose breach would hurt most: [[a "
                           "file with `obligation`, `title`, `source: law` and `requires`, and the "
                           "`processes` that it binds|what it asks for, and which processes it binds]].",
                .columns = {{{"source", "Source"}, source},
                            {{"requires", "Asks for"}, prose_of(own::requires_)},
                            {{"binds", "Binds", {}, Column::Holds::records}, binds},
                            {{"controls", "Met by", {}, Column::Holds::records}, links_of({own::controls})},
                            {{"risks", "Risks of not meeting it", {}, Column::Holds::records}, links_of({own::risks})}},
                .shown = "requires"});
    out.begin();
    add_notices(out);
    add_exclusions(out);
    add_needs(out);
    return out.finish();
}

}  // namespace ims::reports::obligations
