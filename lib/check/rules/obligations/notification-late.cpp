#include <algorithm>
#include <span>
#include <vector>

#include <fmt/format.h>

#include "assess/performance/notices.h"
#include "base/text.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::notification_late {
namespace {

namespace own = fields::incident;

constexpr std::uint32_t kLongestName = 60;  // of a notice, in code points

// At home where the incident struck, in what its duty is about.
void hand_over_cells(FindingBuilder& finding, const RecordView& incident, const RecordView& duty,
                     const CheckContext& context) {
    const DisciplineSet asked = context.facts.disciplines(duty.record());
    const DisciplineSet both = asked & context.facts.disciplines(incident.record());
    for (const RecordView process : incident.linked(own::processes))
        finding.cell(process.record(), both.empty() ? asked : both);
}

// "the notice `early warning`"
Message told(const Notice& notice, Reporter& report) {
    return notice.what.empty() ? Message("the notice") : report.say("the notice {}", quoted(notice.what, kLongestName));
}

Message what_began(NoticeStart start) {
    switch (start) {
        case NoticeStart::occurrence: return "it happened";
        case NoticeStart::known: return "it became known";
        case NoticeStart::classified: break;
    }
    return "it was classified";
}

// From when the time was counted, where that is not plain from the record.
void tell_beginning(FindingBuilder& finding, const NoticeClock& clock, bool counted) {
    if (!counted || !clock.begins) return;
    const Span begins_at = clock.begins_at.span();
    if (clock.assumed) {
        finding.label(begins_at, "the time counts from [[here|this day]]");
        finding.note(
            "nobody says when it became known[[ (`known`)]], so the time counts from [[its `date`|when it happened]]");
    } else {
        finding.label(begins_at, "{}[[ here]], and from then the time counts", what_began(*clock.notice.start));
    }
    if (clock.whole_day)
        finding.note(
            "[[{0} names no time of day, and counts as the end of that day|the time of day is not known, so the time "
            "counts from the end of that day]]",
            quoted(clock.begins_at.key()));
}

// What went out; each against the time that its duty gives.
void check_sent(const RecordView& incident, const NoticeClock& clock, const CheckContext& context, Reporter& report) {
    const RecordView obligation = context.graph[clock.obligation];
    const FieldView at = clock.sent[own::notified.at];
    const FieldView in = clock.sent[own::notified.in];
    const bool pointed = at.point_in_time().has_value();
    const Message what =
        report.say("{} of[[| incident]] {} under[[| obligation]] {}", told(clock.notice, report), incident, obligation);
    auto finding = report.at(
        incident, pointed ? at : in,
        pointed ? report.say("{} went out on {}, and was due by {}", what, plain(to_string(*at.point_in_time())),
                             plain(to_string(*clock.due)))
                : report.say("{} took {}, and had to go out within {}", what, plain(in), plain(clock.notice.within)));
    hand_over_cells(finding, incident, obligation, context);
    finding.field(fmt::format("notified[{}].{}", obligation.id(), pointed ? "at" : "in"));
    if (!clock.notice.what.empty()) finding.key(to_lower(clock.notice.what));
    finding.label(clock.notice.within.span(), "the time allowed");
    tell_beginning(finding, clock, pointed);
    if (pointed && clock.sent_whole_day)
        finding.note(
            "[[`at` names no time of day, and counts as the end of that day|the time of day is not known, so it counts "
            "as sent at the end of that day]]");
    finding.help(
        "see that the next one goes out in time, and [[write down under `lessons`|record as a lesson]] how; if the "
        "time [[is wrong here, mend it|allowed is written down wrongly, correct it]][[; to accept it, add an entry to "
        "`exceptions`]]");
}

// "`early warning`, `final report`": what the notices of an obligation are called.
std::vector<TextArgument> names_of(const RecordView& obligation) {
    std::vector<TextArgument> names;
    for (const Notice& each : notices_of(obligation)) {
        if (!each.what.empty()) names.push_back(quoted(each.what, kLongestName));
    }
    return names;
}

// What was meant for the obligation, and counts for none of its notices.
void tell_strays(FindingBuilder& finding, const RecordView& obligation, std::span<const StrayNotice> strays) {
    const std::vector<TextArgument> names = names_of(obligation);
    for (const StrayNotice& stray : strays) {
        if (stray.obligation != obligation.record()) continue;
        const FieldView name = stray.entry[own::notified.notice];
        finding.label(name.span(), "this counts for none of them");
        const TextArgument shown = quoted(name.text(), kLongestName);
        if (names.empty())
            finding.note(
                "[[under `notified` stands the notice {}|a notice {} is recorded]], and the obligation gives its "
                "notices no names[[ (`what`)]]",
                shown);
        else
            finding.note(
                "[[under `notified` stands the notice {0}|a notice {0} is recorded]], and the obligation [[knows|asks "
                "only for]] {1}[[ (`what`)]]",
                shown, names);
    }
}

// All that an obligation misses of an incident.
void check_missing(const RecordView& incident, std::span<const NoticeClock* const> missing,
                   std::span<const StrayNotice> strays, const CheckContext& context, Reporter& report) {
    const auto soonest = *std::ranges::min_element(
        missing, [](const NoticeClock* a, const NoticeClock* b) { return a->due->day < b->due->day; });
    const RecordView obligation = context.graph[soonest->obligation];
    const std::string due = to_string(*soonest->due);
    const std::string_view what = soonest->notice.what;
    Message message;
    if (missing.size() > 1)
        message = report.say(
            "{} notices of[[| incident]] {} under[[| obligation]] {} are not recorded, and the first was due by {}",
            missing.size(), incident, obligation, plain(due));
    else if (what.empty())
        message = report.say("no notice of[[| incident]] {} under[[| obligation]] {} is recorded, and it was due by {}",
                             incident, obligation, plain(due));
    else
        message = report.say("{} of[[| incident]] {} under[[| obligation]] {} is not recorded, and was due by {}",
                             told(soonest->notice, report), incident, obligation, plain(due));
    auto finding = report.on(incident, message);
    hand_over_cells(finding, incident, obligation, context);
    finding.asks_for(incident, {own::notified}).field("notified").key(std::string(obligation.id()));
    for (const NoticeClock* each : missing) {
        finding.label(each->notice.within.span(), "the time allowed");
        if (missing.size() > 1)
            finding.note("{}, within {} after {}: due by {}", told(each->notice, report), plain(each->notice.within),
                         what_began(*each->notice.start), plain(to_string(*each->due)));
    }
    tell_beginning(finding, *soonest, true);
    tell_strays(finding, obligation, strays);
    if (what.empty())
        finding.help(
            "notify, and write down when it went out[[: `notified: [{{obligation: {0}, at: YYYY-MM-DD HH:MM}}]`]]; if "
            "none was called for, [[say so under `not_notifiable`: `{{obligation: {0}, reason: …, by: …, date: …}}`|"
            "record who decided so, when and why]]",
            plain(obligation));
    else
        finding.help(
            "notify, and write down when it went out[[: `notified: [{{obligation: {0}, notice: {1}, at: YYYY-MM-DD "
            "HH:MM}}]`]]; if none was called for, [[say so under `not_notifiable`: `{{obligation: {0}, reason: …, by: "
            "…, date: …}}`|record who decided so, when and why]]",
            plain(obligation), TextArgument{what, Written::plain, kLongestName});
}

void check_incident(const RecordView& incident, std::span<const DutyToNotify> duties, const CheckContext& context,
                    Reporter& report) {
    const IncidentNotices notices = notices_for(incident, duties, context.facts.disciplines(), context.today);
    std::vector<const NoticeClock*> missing;  // those of one obligation stand together
    const auto tell_missing = [&] {
        if (!missing.empty()) check_missing(incident, missing, notices.strays, context, report);
        missing.clear();
    };
    for (const NoticeClock& clock : notices.clocks) {
        if (clock.state == NoticeState::late) check_sent(incident, clock, context, report);
        if (clock.state != NoticeState::overdue) continue;
        if (!missing.empty() && missing.front()->obligation != clock.obligation) tell_missing();
        missing.push_back(&clock);
    }
    tell_missing();
}

}  // namespace

void check(const CheckContext& context, Reporter& report) {
    const std::vector<DutyToNotify> duties = duties_to_notify(context.graph, context.facts.disciplines());
    for (const RecordId id : context.graph.of_kind(kinds::incident)) {
        const RecordView incident = context.graph[id];
        if (incident.active()) check_incident(incident, duties, context, report);
    }
}

}  // namespace ims::rules::notification_late
