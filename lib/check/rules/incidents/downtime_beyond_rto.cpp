#include <fmt/format.h>

#include "base/text.h"
#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims {

static void check(const RecordView& incident, const CheckContext&, Reporter& report) {
    namespace its = fields::process;
    constexpr std::size_t kNotes = 4;
    const FieldView stated = incident[fields::incident::downtime];
    const auto downtime = stated.duration();
    if (!incident.active() || !downtime) return;
    std::vector<std::string_view> late;
    std::vector<std::string> notes;
    Span first;
    for (const RecordView process : incident.linked(fields::incident::processes)) {
        const FieldView continuity = process[its::continuity];
        const auto rto = continuity[its::continuity.rto].duration();
        if (!process.active() || !rto || *downtime <= *rto) continue;
        if (late.empty()) first = continuity[its::continuity.rto].span();
        late.push_back(process.id());
        const auto mtpd = continuity[its::continuity.mtpd].duration();
        notes.push_back(fmt::format(
            "the recovery time objective of {} is {}{}", ticked(process), to_string(*rto),
            mtpd && *downtime > *mtpd ? fmt::format(", and more than {} cannot be borne", to_string(*mtpd)) : ""));
    }
    if (late.empty()) return;
    auto finding =
        report.at(incident, stated,
                  fmt::format("in incident {} {} stood still for {}, longer than agreed", ticked(incident),
                              (late.size() == 1 ? "process " : "the processes ") + join_names(late, Ticks::yes),
                              to_string(*downtime)));
    finding.field("downtime").label(first, "what was agreed");
    for (std::size_t index = 0; index < notes.size() && index < kNotes; ++index) finding.note(std::move(notes[index]));
    if (notes.size() > kNotes) finding.note(fmt::format("and {} like these", notes.size() - kNotes));
    finding.help(
        "see what took so long, and mend the plan or what it rests on; if the time did no harm, agree on a longer "
        "`rto`. "
        "Accept the finding once that is done: what happened stays true");
}

IMS_DEFINE_RULE(downtime_beyond_rto) = {
    .kinds = {kinds::incident},
    .check_record = check,
    .page =
        R"(In an incident a process stood still for longer than its recovery time objective: `downtime` of the incident is more
than `continuity.rto` of one of its `processes`. Exactly as long is fine. A process without an `rto` is not compared, nor
is a draft.

## Why it matters

The recovery time objective is a promise, and this time it was not kept: no exercise tells as much. ISO 22301 8.6 asks
that continuity plans and arrangements be judged after an incident, and 8.4 that they let the time be met.

## How to mend it

Ask what took so long: finding out, deciding, a supplier, a part? Mend the plan, the recovery times of what the process
needs, or, if the time did no harm, the objective itself. What happened stays true, so set the finding aside when that is
done: an entry in `exceptions` of the incident with `rule`, what was changed as the `reason`, `by` and `until`.
)",
    .bad = R"(# file: processes/sell.yaml
process: sell
title: Sell over the counter
continuity: {prioritised: yes, mtpd: 2 d, rto: 4 h, impact: [{after: 4 h, level: 2}, {after: 2 d, level: 4}]}
# file: incidents/till-down.yaml
incident: till-down
title: The till was down on a Saturday
disciplines: [business-continuity]
date: 2026-03-14
type: incident
processes: [sell]
downtime: 7 h
)",
    .good = R"(# file: processes/sell.yaml
process: sell
title: Sell over the counter
continuity: {prioritised: yes, mtpd: 2 d, rto: 1 d, impact: [{after: 4 h, level: 2}, {after: 2 d, level: 4}]}
# file: incidents/till-down.yaml
incident: till-down
title: The till was down on a Saturday
disciplines: [business-continuity]
date: 2026-03-14
type: incident
processes: [sell]
downtime: 7 h
)"};

}  // namespace ims
