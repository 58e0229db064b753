#include <fmt/format.h>

#include "base/text.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims {
namespace {

// What asks for more than a general word: a risk over the appetite, or a duty of law.
bool is_weighty(const CheckContext& context, const RecordView& record) {
    if (record.is(kinds::risk)) return context.facts.risk(record.record()).high();
    if (!record.is(kinds::obligation)) return false;
    const std::string_view source = record.word(fields::obligation::source);
    return source == "law" || source == "permit";
}

void check(const RecordView& role, const CheckContext& context, Reporter& report) {
    DisciplineSet generic;
    std::vector<std::pair<RecordId, Concern>> weighty;  // the process, what it carries
    for (const RecordId process : context.facts.processes_of(role.record())) {
        const ProcessFacts& facts = *context.facts.process(process);
        const Participant* self = facts.participant(role.record());
        const DisciplineSet here = self->generic & facts.concerned;
        if (here.empty()) continue;
        for (const Concern& concern : context.facts.concerns(process)) {
            const DisciplineSet meant = context.facts.disciplines(concern.record) & here;
            if (meant.empty() || !is_weighty(context, context.graph[concern.record])) continue;
            generic |= meant;
            weighty.emplace_back(process, concern);
        }
    }
    generic = report.excepted(role, generic);
    if (generic.empty()) return;
    const std::vector<std::string> names = context.settings.names(generic);
    auto finding = report.about(
        role, generic, role.id_span(),
        fmt::format("role `{}` answers for {} only in general", role.id(), join_names(names, Ticks::no, 12)));
    std::size_t notes = 0;
    for (const auto& [process, concern] : weighty) {
        if ((context.facts.disciplines(concern.record) & generic).empty()) continue;
        const RecordView record = context.graph[concern.record];
        if (++notes > 4) continue;
        finding.note(
            fmt::format("process `{}` carries the {} `{}`{}", context.graph[process].id(),
                        record.is(kinds::risk) ? "high risk" : "legal duty", record.id(),
                        concern.via.known() ? fmt::format(" (via {})", context.graph[concern.via].name()) : ""));
    }
    if (notes > 4) finding.note(fmt::format("and {} like these", notes - 4));
    finding.help(fmt::format(
        "say what the role itself does about it: a responsibility with `disciplines: [{}]` and `processes` or `about`",
        names.front()));
}

}  // namespace

IMS_DEFINE_RULE(generic_responsibility) = {
    .kinds = {kinds::role},
    .check_record = check,
    .page =
        R"(A role takes part in a process that carries a high risk (its inherent level is over the appetite) or a legal duty of
a discipline, and answers for that discipline only in general: by a responsibility of a role that it includes, or by one
of its own that names neither `processes` nor what it is `about`.

## Why it matters

"Reports hazards" in everybody's duties is not how mains voltage is handled. Where much can happen, people need to know
what they themselves do about it: clause 5.3 and 7.3 of the management system standards, ISO 45001 8.1.2 for hazards.

## How to mend it

Add a responsibility to the role itself that says what it does about this risk or duty, with `about: [risk/…]` or
`processes: […]`. If the general word is enough here, accept the finding with an entry in `exceptions` of the role
(`rule`, `disciplines`, `reason`, `by`, `until`).
)",
    .bad = R"(# file: processes/repair.yaml
process: repair
title: Repair lamps
owner: electrician
not_applicable: {environment: lamps are reused, information-security: no data, business-continuity: can wait, quality: tested by the customer}
# file: roles/staff.yaml
role: staff
title: Everyone
responsibilities:
  - {does: Reports hazards, disciplines: [health-and-safety]}
# file: roles/electrician.yaml
role: electrician
title: Electrician
includes: [staff]
# file: risks/mains-voltage.yaml
risk: mains-voltage
title: Electric shock at mains voltage
type: hazard
disciplines: [health-and-safety]
processes: [repair]
likelihood: possible
consequence: severe
)",
    .good = R"(# file: processes/repair.yaml
process: repair
title: Repair lamps
owner: electrician
not_applicable: {environment: lamps are reused, information-security: no data, business-continuity: can wait, quality: tested by the customer}
# file: roles/staff.yaml
role: staff
title: Everyone
responsibilities:
  - {does: Reports hazards, disciplines: [health-and-safety]}
# file: roles/electrician.yaml
role: electrician
title: Electrician
includes: [staff]
responsibilities:
  - {does: Pulls the plug and measures before touching, disciplines: [health-and-safety], about: [risk/mains-voltage]}
# file: risks/mains-voltage.yaml
risk: mains-voltage
title: Electric shock at mains voltage
type: hazard
disciplines: [health-and-safety]
processes: [repair]
likelihood: possible
consequence: severe
)"};

}  // namespace ims
