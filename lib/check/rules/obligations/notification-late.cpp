#include <algorithm>

#include <fmt/format.h>

#include "assess/concerns/obligations.h"
#include "assess/performance/notices.h"
#include "base/text.h"
#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims::rules::notification_late {
namespace {

namespace own = fields::incident;

// At home where the incident struck, in what its duty is about.
void hand_over_cells(FindingBuilder& finding, const RecordView& incident, const RecordView& duty,
                     const CheckContext& context) {
    const DisciplineSet asked = context.facts.disciplines(duty.record());
    const DisciplineSet both = asked & context.facts.disciplines(incident.record());
    for (const RecordView process : incident.linked(own::processes))
        finding.cell(process.record(), both.empty() ? asked : both);
}

// What went out; each against the time that its duty gives.
void check_sent(const RecordView& incident, const CheckContext& context, Reporter& report) {
    for (const FieldView notice : incident[own::notified].children()) {
        const auto obligation = target_of(context.graph, notice[own::notified.obligation]);
        if (!obligation || !applies(*obligation)) continue;
        const FieldView allowed = (*obligation)[fields::obligation::notify_within];
        const FieldView taken = notice[own::notified.in];
        const auto within = allowed.duration();
        const auto in = taken.duration();
        if (!within || !in || *in <= *within) continue;
        auto finding =
            report.at(incident, taken,
                      fmt::format("the notice of {} under {} took {}, and had to go out within {}", ticked(incident),
                                  ticked(*obligation), to_string(*in), to_string(*within)));
        hand_over_cells(finding, incident, *obligation, context);
        finding.field(fmt::format("notified[{}].in", obligation->id()))
            .label(allowed.span(), "the time allowed")
            .help(
                "see that the next one goes out in time, and write down under `lessons` how; if the time is wrong "
                "here, "
                "mend it; to accept it, add an entry to `exceptions`");
    }
}

// Whether a notice under a duty is recorded, or may be: one whose duty could not be found may be meant for any.
bool may_be_sent(const RecordView& incident, RecordId obligation) {
    const FieldView notices = incident[own::notified];
    for (const FieldView notice : notices.children()) {
        const RecordId target = notice[own::notified.obligation].target();
        if (!target.known() || target == obligation) return true;
    }
    return notices.invalid();
}

void check_missing(const RecordView& incident, const DutyToNotify& duty, const CheckContext& context,
                   Reporter& report) {
    if (!calls_for(incident, duty, context.facts.disciplines()) || may_be_sent(incident, duty.obligation)) return;
    const Date until = add(*incident[own::date].date(), duty.within);
    if (context.today <= until) return;
    const RecordView obligation = context.graph[duty.obligation];
    auto finding = report.on(incident, fmt::format("no notice of {} under {} is recorded, and it was due by {}",
                                                   ticked(incident), ticked(obligation), to_string(until)));
    hand_over_cells(finding, incident, obligation, context);
    finding.field("notified")
        .key(std::string(obligation.id()))
        .label(obligation[fields::obligation::notify_within].span(), "the time allowed")
        .help(
            fmt::format("notify, or write down that it was done: `notified: [{{obligation: {}, in: {}}}]`; if none was "
                        "called for, say why under `exceptions`",
                        visible(obligation.id()), to_string(duty.within)));
}

}  // namespace

void check(const CheckContext& context, Reporter& report) {
    const std::vector<DutyToNotify> duties = duties_to_notify(context.graph, context.facts.disciplines());
    for (const RecordId id : context.graph.of_kind(kinds::incident)) {
        const RecordView incident = context.graph[id];
        if (!incident.active()) continue;
        check_sent(incident, context, report);
        for (const DutyToNotify& duty : duties) check_missing(incident, duty, context, report);
    }
}

}  // namespace ims::rules::notification_late
