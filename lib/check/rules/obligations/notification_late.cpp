#include <algorithm>

#include <fmt/format.h>

#include "assess/notices.h"
#include "assess/performance.h"
#include "base/text.h"
#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims {
namespace {

namespace own = fields::incident;

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
        report
            .at(incident, taken,
                fmt::format("the notice of {} under {} took {}, and had to go out within {}", ticked(incident),
                            ticked(*obligation), to_string(*in), to_string(*within)))
            .field(fmt::format("notified[{}].in", obligation->id()))
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
    if (!calls_for(incident, duty, context.facts) || may_be_sent(incident, duty.obligation)) return;
    const Date until = add(*incident[own::date].date(), duty.within);
    if (context.today <= until) return;
    const RecordView obligation = context.graph[duty.obligation];
    report
        .on(incident, fmt::format("no notice of {} under {} is recorded, and it was due by {}", ticked(incident),
                                  ticked(obligation), to_string(until)))
        .field("notified")
        .key(std::string(obligation.id()))
        .label(obligation[fields::obligation::notify_within].span(), "the time allowed")
        .help(
            fmt::format("notify, or write down that it was done: `notified: [{{obligation: {}, in: {}}}]`; if none was "
                        "called for, say why under `exceptions`",
                        visible(obligation.id()), to_string(duty.within)));
}

void check(const CheckContext& context, Reporter& report) {
    const std::vector<DutyToNotify> duties = duties_to_notify(context.graph, context.facts);
    for (const RecordId id : context.graph.of_kind(kinds::incident)) {
        const RecordView incident = context.graph[id];
        if (!incident.active()) continue;
        check_sent(incident, context, report);
        for (const DutyToNotify& duty : duties) check_missing(incident, duty, context, report);
    }
}

}  // namespace

IMS_DEFINE_RULE(notification_late) = {
    .check_folder = check,
    .page =
        R"(A notice of an incident took longer than `notify_within` of the obligation that it was given under; or the time has passed
and no notice is recorded. A notice is expected of an incident, breach or nonconforming output, under an obligation with
`notify_within` that shares a discipline with it and binds a process or asset that it struck; of a breach also where it
names only its disciplines, or only what it struck. It is not expected of near misses and complaints, nor of what happened
before the obligation binds (`since`). The time is counted in whole days from the `date`. Drafts are not looked at.

## Why it matters

Some duties run by the hour: 72 hours for a breach of personal data in the European Union, less for many accidents and
spills. A late notice is a breach of its own. ISO 14001 and 45001 ask for the notices that the law wants (7.4.3), ISO/IEC
27001 for contact with authorities (A.5.5), ISO 22301 for warning and communication (8.4.3).

## How to mend it

If it went out, write it down: `notified: [{obligation: ID, in: 40 h}]`. If it did not, send it now, late is better than
never, and record the time it took. If no notice was called for, or what happened cannot be changed, add an entry to
`exceptions` of the incident with `rule`, `reason`, `by` and `until`: that is the place to say why.
)",
    .bad = R"(# file: records.yaml
role: owner
title: Shop owner
---
process: take-orders
title: Take orders
# file: obligations/personal-data.yaml
obligation: personal-data
title: Protect personal data
source: law
requires: Tell the authority about a breach within three days.
disciplines: [information-security]
processes: [take-orders]
owner: owner
notify_within: 72 h
evaluations: [{date: 2026-02-16, result: met}]
# file: incidents/slip-lost.yaml
incident: slip-lost
title: An order slip with an address went home in a customer's bag
disciplines: [information-security]
date: 2026-05-09
type: breach
processes: [take-orders]
)",
    .good = R"(# file: records.yaml
role: owner
title: Shop owner
---
process: take-orders
title: Take orders
# file: obligations/personal-data.yaml
obligation: personal-data
title: Protect personal data
source: law
requires: Tell the authority about a breach within three days.
disciplines: [information-security]
processes: [take-orders]
owner: owner
notify_within: 72 h
evaluations: [{date: 2026-02-16, result: met}]
# file: incidents/slip-lost.yaml
incident: slip-lost
title: An order slip with an address went home in a customer's bag
disciplines: [information-security]
date: 2026-05-09
type: breach
processes: [take-orders]
notified: [{obligation: personal-data, in: 40 h}]
)"};

}  // namespace ims
