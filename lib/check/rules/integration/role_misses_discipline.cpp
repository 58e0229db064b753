#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims {
namespace {

constexpr std::size_t kNotes = 5;

// "process `x` carries 2 quality risks: a, b": what the role takes part in without answering for it.
std::string carried(const CheckContext& context, RecordId process, Discipline discipline) {
    const RecordView view = context.graph[process];
    const std::string& name = context.settings.name(discipline);
    std::vector<std::string> shown;
    bool only_risks = true;
    for (const Concern& concern : context.facts.concerns(process, discipline)) {
        const RecordView record = context.graph[concern.record];
        only_risks = only_risks && record.is(kinds::risk);
        shown.emplace_back(concern.via.known()
                               ? fmt::format("{} (via {})", record.id(), context.graph[concern.via].name())
                               : std::string(record.id()));
    }
    if (shown.empty()) return fmt::format("process `{}` is part of {} by its `continuity` block", view.id(), name);
    const std::string what =
        only_risks ? counted(shown.size(), name + " risk") : counted(shown.size(), name + " concern");
    return fmt::format("process `{}` carries {}: {}", view.id(), what, join_names(shown, Ticks::no, 3));
}

// A role answers too by what an included role says, by owning a concern or its control, and in the team of a plan; what
// was not read may be that.
bool may_answer_unread(const RecordView& role, const Graph& graph) {
    if (role.has(fields::role::includes) && graph.may_be_unread(kinds::role)) return true;
    for (const KindId kind : {kinds::risk, kinds::control, kinds::obligation, kinds::objective, kinds::plan}) {
        if (graph.may_be_unread(kind)) return true;
    }
    return false;
}

void check(const RecordView& role, const CheckContext& context, Reporter& report) {
    if (may_answer_unread(role, context.graph)) return;
    DisciplineSet excluded;
    for (const FieldView entry : role[fields::role::not_applicable].children()) {
        if (const auto discipline = context.settings.find(entry.key())) excluded.add(*discipline);
    }
    DisciplineSet missed;
    // Where nobody answers, `concern-without-responsible` says so of the process.
    const auto missed_in = [&](const ProcessFacts& facts) {
        const Participant* self = facts.participant(role.record());
        return self == nullptr ? DisciplineSet()
                               : (facts.concerned & facts.answered).without(self->answers_for()).without(excluded);
    };
    const auto processes = context.facts.processes_of(role.record());
    for (const RecordId process : processes) missed |= missed_in(*context.facts.process(process));
    missed = report.excepted(role, missed);
    if (missed.empty()) return;

    const std::vector<std::string> names = context.settings.names(missed);
    auto finding = report.about(
        role, missed, role.id_span(),
        names.size() == 1
            ? fmt::format("role `{}` has no {} responsibility", role.id(), names[0])
            : fmt::format("role `{}` has no responsibility for {}", role.id(), join_names(names, Ticks::no, 12)));
    std::size_t notes = 0;
    std::size_t left_out = 0;
    for (const RecordId process : processes) {
        for (const Discipline discipline : missed_in(*context.facts.process(process)) & missed) {
            if (notes == kNotes) {
                ++left_out;
                continue;
            }
            finding.note(carried(context, process, discipline));
            ++notes;
            const auto concerns = context.facts.concerns(process, discipline);
            if (notes == 1 && !concerns.empty()) {
                const RecordView first = context.graph[concerns.front().record];
                finding.label(first.id_span(), fmt::format("the {}", first.kind_name()));
            }
        }
    }
    if (left_out > 0) finding.note(fmt::format("and {} like these", left_out));
    finding.help(fmt::format(
        "add a responsibility (`does: …`, `disciplines: [{}]`), or say why not under `not_applicable`", names[0]));
}

}  // namespace

IMS_DEFINE_RULE(role_misses_discipline) = {
    .kinds = {kinds::role},
    .check_record = check,
    .page =
        R"(A role takes part in a process that carries concerns of a discipline, and nothing in the role answers for that
discipline there, while another role of the process does. A role takes part as owner, as responsible or accountable, by
`roles` of the process, or by a responsibility that names the process; being consulted, informed or a deputy does not
count. It answers by a responsibility of its own or of a role it includes, by owning a risk, control, obligation or
objective that concerns the process, or as a member of a plan's team. One finding a role names all disciplines it misses.

## Why it matters

The cashier takes card payments, and nothing in the job description speaks of information security. Each standard asks
that people know their own part (ISO 9001, 14001, 45001, 27001 and 22301, clauses 5.3 and 7.3); a duty that stands only
in another department's policy is a duty that nobody at the counter has.

## How to mend it

Add to the role's `responsibilities` what it does for the discipline: `does`, `disciplines`, and `processes` or `about`
to be specific. What is everyone's belongs to a role such as `staff` that others include. If the discipline does not
concern the role, say why under `not_applicable`. To accept the gap for a while, add an entry to `exceptions` with
`rule`, `disciplines`, `reason`, `by` and `until`.
)",
    .bad = R"(# file: processes/sell.yaml
process: sell
title: Sell over the counter
owner: manager
responsible: [cashier]
not_applicable: {environment: nothing is used up, health-and-safety: standing and talking, business-continuity: sales can wait}
# file: roles/cashier.yaml
role: cashier
title: Cashier
responsibilities:
  - {does: Greets every customer, disciplines: [quality], processes: [sell]}
# file: roles/manager.yaml
role: manager
title: Manager
responsibilities:
  - {does: Watches quality and card data, disciplines: [quality, information-security], processes: [sell]}
# file: risks/wrong-change.yaml
risk: wrong-change
title: Wrong change is given
disciplines: [quality]
processes: [sell]
# file: risks/card-details-disclosed.yaml
risk: card-details-disclosed
title: Card details are disclosed
disciplines: [information-security]
processes: [sell]
)",
    .good = R"(# file: processes/sell.yaml
process: sell
title: Sell over the counter
owner: manager
responsible: [cashier]
not_applicable: {environment: nothing is used up, health-and-safety: standing and talking, business-continuity: sales can wait}
# file: roles/cashier.yaml
role: cashier
title: Cashier
responsibilities:
  - {does: Greets every customer, disciplines: [quality], processes: [sell]}
  - {does: Never writes down or photographs a card, disciplines: [information-security], processes: [sell]}
# file: roles/manager.yaml
role: manager
title: Manager
responsibilities:
  - {does: Watches quality and card data, disciplines: [quality, information-security], processes: [sell]}
# file: risks/wrong-change.yaml
risk: wrong-change
title: Wrong change is given
disciplines: [quality]
processes: [sell]
# file: risks/card-details-disclosed.yaml
risk: card-details-disclosed
title: Card details are disclosed
disciplines: [information-security]
processes: [sell]
)"};

}  // namespace ims
