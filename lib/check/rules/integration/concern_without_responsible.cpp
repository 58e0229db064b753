#include <fmt/format.h>

#include "base/text.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims {

// Whoever was not read may be the one that answers: by a responsibility, by owning a concern or its control, or in the
// team of a plan.
static bool may_be_answered_unread(const Graph& graph) {
    for (const KindId kind :
         {kinds::role, kinds::risk, kinds::control, kinds::obligation, kinds::objective, kinds::plan}) {
        if (graph.may_be_unread(kind)) return true;
    }
    return false;
}

static void check(const RecordView& process, const CheckContext& context, Reporter& report) {
    const ProcessFacts* facts = context.facts.process(process.record());
    if (facts == nullptr || may_be_answered_unread(context.graph)) return;
    const DisciplineSet missed = report.excepted(process, facts->concerned.without(facts->answered));
    if (missed.empty()) return;
    const std::vector<std::string> names = context.settings.names(missed);
    auto finding = report.about(
        process, missed, process.id_span(),
        fmt::format("nobody in process `{}` answers for {}", process.id(), join_names(names, Ticks::no, 12)));
    std::vector<std::string_view> roles;
    for (const Participant& participant : facts->participants) roles.push_back(context.graph[participant.role].id());
    finding.note(roles.empty() ? std::string("no role takes part in it")
                               : fmt::format("{} {} part in it: {}", counted(roles.size(), "role"),
                                             roles.size() == 1 ? "takes" : "take", join_names(roles, Ticks::no)));
    for (const Discipline discipline : missed) {
        std::vector<std::string_view> shown;
        for (const Concern& concern : context.facts.concerns(process.record(), discipline)) {
            shown.push_back(context.graph[concern.record].id());
        }
        if (!shown.empty()) {
            finding.note(fmt::format("it carries {}: {}",
                                     counted(shown.size(), context.settings.name(discipline) + " concern"),
                                     join_names(shown, Ticks::no, 3)));
        }
    }
    finding.help(
        fmt::format("give a role that takes part a responsibility: `does: …`, `disciplines: [{}]`, `processes: [{}]`",
                    names.front(), process.id()));
}

IMS_DEFINE_RULE(concern_without_responsible) = {
    .kinds = {kinds::process},
    .check_record = check,
    .page =
        R"(A process carries concerns of a discipline, and of all the roles that take part in it none answers for that
discipline: no responsibility of its own or of an included role, no concern or control owned, no plan's team joined.
Where at least one role answers, `role-misses-discipline` speaks of the others instead.

## Why it matters

A risk that everybody knows and nobody has is not managed. The standards ask that responsibilities and authorities be
assigned and known (clause 5.3 of ISO 9001, 14001, 45001, 27001 and 22301; for risks their owner, ISO/IEC 27001 6.1.2).

## How to mend it

Give one of the roles that take part a responsibility with this discipline and process, or make it the owner of the risk
or its control. If the right role does not take part yet, add it to `responsible` of the process. To accept the gap for a
while, add an entry to `exceptions` of the process with `rule`, `disciplines`, `reason`, `by` and `until`.
)",
    .bad = R"(# file: processes/deliver.yaml
process: deliver
title: Deliver flowers
owner: driver
not_applicable: {environment: by bicycle, information-security: no names on the parcels, business-continuity: can wait, quality: seen by the florist}
# file: roles/driver.yaml
role: driver
title: Driver
responsibilities:
  - {does: Brings parcels in time, disciplines: [quality], processes: [deliver]}
# file: risks/road-accident.yaml
risk: road-accident
title: An accident on the road
type: hazard
disciplines: [health-and-safety]
processes: [deliver]
)",
    .good = R"(# file: processes/deliver.yaml
process: deliver
title: Deliver flowers
owner: driver
not_applicable: {environment: by bicycle, information-security: no names on the parcels, business-continuity: can wait, quality: seen by the florist}
# file: roles/driver.yaml
role: driver
title: Driver
responsibilities:
  - {does: Brings parcels in time, disciplines: [quality], processes: [deliver]}
  - {does: Wears a helmet and checks the brakes, disciplines: [health-and-safety], processes: [deliver]}
# file: risks/road-accident.yaml
risk: road-accident
title: An accident on the road
type: hazard
disciplines: [health-and-safety]
processes: [deliver]
)"};

}  // namespace ims
