#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims {
namespace {

// Processes that the control works on: its own, and those of the risks it is for.
std::vector<RecordId> processes_of(const RecordView& control) {
    std::vector<RecordId> all;
    for (const RecordView process : control.linked(fields::control::processes)) all.push_back(process.record());
    for (const RecordView risk : control.linked(fields::control::risks)) {
        for (const RecordView process : risk.linked(fields::risk::processes)) all.push_back(process.record());
    }
    return all;
}

bool answers_effect(const CheckContext& context, const RecordView& risk, Discipline discipline,
                    const std::vector<RecordId>& processes) {
    if (!risk.active() || !context.facts.disciplines(risk.record()).has(discipline)) return false;
    // A control that names no process cannot be on another one.
    if (processes.empty()) return true;
    return std::ranges::any_of(processes,
                               [&](RecordId process) { return risk.links_to(fields::risk::processes, process); });
}

void check(const RecordView& control, const CheckContext& context, Reporter& report) {
    namespace own = fields::control;
    const FieldView adverse = control[own::adverse];
    if (!adverse || context.graph.may_be_unread(kinds::risk)) return;
    const std::vector<RecordId> processes = processes_of(control);
    for (const FieldView entry : adverse.children()) {
        const FieldView named = entry[own::adverse.discipline];
        const auto discipline = named.discipline();
        if (!discipline || entry[own::adverse.risk].invalid()) continue;
        const auto stated = target_of(context.graph, entry[own::adverse.risk]);
        bool answered = stated && answers_effect(context, *stated, *discipline, processes);
        for (const RecordView risk : control.linked(own::risks)) {
            answered = answered || answers_effect(context, risk, *discipline, processes);
        }
        const DisciplineSet missed = [&] {
            DisciplineSet set;
            if (!answered) set.add(*discipline);
            return report.excepted(control, set);
        }();
        if (missed.empty()) continue;
        const std::string& name = context.settings.name(*discipline);
        auto finding = report.about(
            control, missed, named.span(),
            fmt::format("control `{}` makes something worse for {}, and no {} risk says so", control.id(), name, name));
        finding.field("adverse").key(name);
        finding.note(fmt::format("the effect: {}", shorten(visible(entry[own::adverse.effect].text()), 120)));
        if (stated)
            finding.note(fmt::format("the risk `{}` is no active {} risk on the same process", stated->id(), name));
        finding.help(fmt::format(
            "name a {} risk of the same process beside it (`risk: …`), rated with this effect in mind", name));
    }
}

}  // namespace

IMS_DEFINE_RULE(treatment_conflict) = {
    .kinds = {kinds::control},
    .check_record = check,
    .page =
        R"(A control says under `adverse` that it makes something worse for another discipline, and no active risk of that
discipline on the same process is linked to the control: neither by `risk` of the entry nor among the control's `risks`.

## Why it matters

The door that is locked against thieves also holds people back from the fire; the disinfectant that protects customers
goes down the drain. One discipline's treatment is another's hazard: that consequences of a change or a control be looked
at across the system is asked in ISO 45001 8.1.3, ISO 14001 8.1, ISO 9001 6.3 and ISO 31000's treatment step.

## How to mend it

Add or find the risk in the other discipline, link it to the process, rate it with this control in place, and name it:
`risk: …` in the `adverse` entry. To accept the conflict for a while, add an entry to `exceptions` of the control with
`rule`, `disciplines`, `reason`, `by` and `until`.
)",
    .bad = R"(# file: processes/keep-shop.yaml
process: keep-shop
title: Look after the shop
not_applicable: {environment: none, quality: none, business-continuity: can wait, health-and-safety: not thought of}
# file: risks/burglary.yaml
risk: burglary
title: Burglars at night
disciplines: [information-security]
processes: [keep-shop]
# file: controls/back-door-bolted.yaml
control: back-door-bolted
title: The back door is bolted
risks: [burglary]
adverse: [{discipline: health-and-safety, effect: It is the second way out in a fire}]
)",
    .good = R"(# file: processes/keep-shop.yaml
process: keep-shop
title: Look after the shop
not_applicable: {environment: none, quality: none, business-continuity: can wait}
# file: risks/burglary.yaml
risk: burglary
title: Burglars at night
disciplines: [information-security]
processes: [keep-shop]
# file: risks/trapped-in-fire.yaml
risk: trapped-in-fire
title: Somebody is trapped in a fire
type: hazard
disciplines: [health-and-safety]
processes: [keep-shop]
# file: controls/back-door-bolted.yaml
control: back-door-bolted
title: The back door is bolted
risks: [burglary]
adverse: [{discipline: health-and-safety, effect: It is the second way out in a fire, risk: trapped-in-fire}]
)"};

}  // namespace ims
