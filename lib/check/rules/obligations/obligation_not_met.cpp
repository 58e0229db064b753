#include <fmt/format.h>

#include "assess/performance.h"
#include "base/text.h"
#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims {
namespace {

namespace own = fields::obligation;

// One that was closed before the evaluation was about something else.
bool is_about(const RecordView& nonconformity, Date evaluated) {
    const FieldView action = nonconformity[fields::nonconformity::action];
    const auto raised = nonconformity[fields::nonconformity::date].date();
    const auto done = action[fields::nonconformity::action.done].date();
    return !raised || *raised >= evaluated || !done || *done >= evaluated;
}

void check(const RecordView& obligation, const CheckContext& context, Reporter& report) {
    const Graph& graph = context.graph;
    if (!is_binding(obligation, context.today) || graph.may_be_unread(kinds::nonconformity)) return;
    const LastCheck last = last_evaluation(obligation, context.today);
    const FieldView result = last.entry[own::evaluations.result];
    if (result.word() != "not-met" && result.word() != "partly-met") return;
    std::vector<std::string> notes;
    for (const Edge& edge : graph.references_to(obligation.record())) {
        const RecordView other = graph[edge.other];
        if (edge.field != fields::nonconformity::raised_by || other.retired()) continue;
        if (other.active() && is_about(other, *last.day)) return;
        notes.push_back(fmt::format("nonconformity {} {}", ticked(other),
                                    other.active() ? "was closed before" : "is only a draft"));
    }
    const bool partly = result.word() == "partly-met";
    auto finding =
        report.at(obligation, result,
                  fmt::format("obligation {} was found {} on {}, and no nonconformity says what is done",
                              ticked(obligation), partly ? "only partly met" : "not met", to_string(*last.day)));
    finding.field("evaluations");
    if (partly) finding.grade(Grade::medium);
    for (std::string& note : notes) finding.note(std::move(note));
    finding.help(
        fmt::format("write one: `nonconformity: …`, `grade: major`, `raised_by: {}`, `date: {}`, with "
                    "`correction`, `cause` and `action`",
                    visible(obligation.name()), to_string(*last.day)));
}

}  // namespace

IMS_DEFINE_RULE(obligation_not_met) = {
    .kinds = {kinds::obligation},
    .check_record = check,
    .page =
        R"(The latest evaluation of an obligation says `not-met` or `partly-met`, and no nonconformity is `raised_by` it that would
say what is done. One that was closed before the evaluation does not count, nor does a draft. Reported as high, as medium
where the obligation is met in part. Obligations that do not apply, or bind only later, and drafts are not looked at.

## Why it matters

A known breach of a duty that nobody acts on is worse than an unknown one, before the authority and before the auditor.
ISO 14001 and 45001 9.1.2 ask for action where an evaluation shows the need; clause 10.2 of the management system standards
(10.1 in ISO 22301) for correction, cause and corrective action.

## How to mend it

Write a nonconformity with `raised_by: obligation/ID`: what was put right at once (`correction`), why it happened (`cause`)
and what keeps it from happening again (`action`, with `owner` and `due`). If it is met by now, evaluate it again. To
accept the finding for a while, add an entry to `exceptions` of the obligation with `rule`, `reason`, `by` and `until`.
)",
    .bad = R"(# file: records.yaml
role: florist
title: Florist
---
site: shop
title: The shop
# file: obligations/cooling-gas.yaml
obligation: cooling-gas
title: Look for leaks of cooling gas
source: law
requires: A certified person looks for leaks once a year.
disciplines: [environment]
sites: [shop]
owner: florist
evaluations:
  - {date: 2026-04-20, result: not-met}
)",
    .good = R"(# file: records.yaml
role: florist
title: Florist
---
site: shop
title: The shop
# file: obligations/cooling-gas.yaml
obligation: cooling-gas
title: Look for leaks of cooling gas
source: law
requires: A certified person looks for leaks once a year.
disciplines: [environment]
sites: [shop]
owner: florist
evaluations:
  - {date: 2026-04-20, result: not-met}
# file: nonconformities/no-leak-check.yaml
nonconformity: no-leak-check
title: Nobody looked for leaks in 2025
grade: minor
raised_by: obligation/cooling-gas
date: 2026-04-20
disciplines: [environment]
correction: The check was ordered the same day.
cause: The firm that used to come has closed, and nobody noticed.
action: {does: A yearly order in the calendar of the florist, owner: florist, due: 2026-06-30}
)"};

}  // namespace ims
