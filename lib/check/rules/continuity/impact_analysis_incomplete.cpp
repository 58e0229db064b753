#include <fmt/format.h>

#include "assess/continuity.h"
#include "base/text.h"
#include "check/continuity_finding.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims {
namespace {

std::string_view meaning(std::string_view field) {
    if (field == "impact") return "`impact` (how the harm grows: `[{after: 4 h, level: 2}, {after: 1 d, level: 4}]`)";
    if (field == "mtpd") return "`mtpd` (after which time the harm is no longer bearable: `2 d`)";
    return "`rto` (how soon it is to run again, sooner than the mtpd: `8 h`)";
}

void check(const RecordView& process, const CheckContext& context, Reporter& report) {
    const ImpactAnalysis analysis = impact_analysis(process);
    if (analysis.complete()) return;
    const FieldView block = process[fields::process::continuity];
    const bool prioritised = is_prioritised(process);
    auto finding = continuity_finding(
        process, context, report, block && !block.inherited() ? block.key_span() : process.id_span(),
        analysis.silent
            ? fmt::format("core process {} says nothing of how long it may stand still", ticked(process))
            : fmt::format("the impact analysis of {} process {} lacks {}", prioritised ? "the prioritised" : "the core",
                          ticked(process), join_names(analysis.missing, Ticks::yes)));
    if (!finding) return;
    finding->field("continuity");
    if (analysis.reason_missing) finding->note("`prioritised: no` is stated, without a `reason`");
    if (analysis.silent) {
        finding->help(
            "say how long it can be down, and how bad it gets: `continuity: {prioritised: yes, impact: [{after: 4 h, "
            "level: "
            "…}, {after: 1 d, level: …}], mtpd: …, rto: …}`; or, if it can wait, `continuity: {prioritised: no, "
            "reason: …}`");
        return;
    }
    std::string help = "add ";
    for (std::size_t index = 0; index < analysis.missing.size(); ++index) {
        if (index > 0) help += index + 1 == analysis.missing.size() ? " and " : ", ";
        help += meaning(analysis.missing[index]);
    }
    if (!prioritised) help += "; or, if it can wait, `prioritised: no` with a `reason`";
    finding->help(std::move(help));
}

}  // namespace

IMS_DEFINE_RULE(impact_analysis_incomplete) = {
    .kinds = {kinds::process},
    .check_record = check,
    .page =
        R"(A process that is prioritised for continuity, or a core process that does not say why it is not (`prioritised: no` and a
`reason`), lacks a part of its business impact analysis: how the harm grows meanwhile (`impact`), when it is no longer
bearable (`mtpd`), or how soon the process is to run again (`rto`). Where a core process says nothing of continuity at
all, this rule speaks instead of `discipline-unaddressed`. It speaks only where `business-continuity` is in force, and
not of core processes whose type that discipline leaves out or that exclude it under `not_applicable`.

## Why it matters

Without these three, nobody knows what to bring back first, and no recovery time of a system or supplier can be called
too long. ISO 22301 8.2.2 wants impacts over time, the time after which they are unacceptable, and prioritised time
frames below it.

## How to mend it

Ask those who work there: what happens after an hour, a day, a week? Write it under `continuity`. A process that can wait
says so: `continuity: {prioritised: no, reason: orders can be taken on paper for a week}`. To accept the gap for a while,
add an entry to `exceptions` of the process with `rule`, `reason`, `by` and `until`.
)",
    .bad = R"(# file: processes/take-orders.yaml
process: take-orders
title: Take orders
type: core
continuity: {prioritised: yes, rto: 8 h}
)",
    .good = R"(# file: processes/take-orders.yaml
process: take-orders
title: Take orders
type: core
continuity:
  prioritised: yes
  impact: [{after: 4 h, level: 2}, {after: 1 d, level: 4}]
  mtpd: 2 d
  rto: 8 h
)"};

}  // namespace ims
