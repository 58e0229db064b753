#include <algorithm>

#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::treatment_conflict {
namespace {

// Processes that the control works on: its own, and those of the risks it is for.
std::vector<RecordId> processes_of(const RecordView& control) {
    std::vector<RecordId> all;
    for (const RecordView process : control.linked(fields::control::processes)) all.push_back(process.record());
    for (const RecordView risk : control.linked(fields::control::risks)) {
        for (const RecordView process : risk.linked(fields::risk::processes)) all.push_back(process.record());
    }
    std::ranges::sort(all);
    const auto twice = std::ranges::unique(all);
    all.erase(twice.begin(), twice.end());
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

}  // namespace

void check(const RecordView& control, const CheckContext& context, Reporter& report) {
    namespace own = fields::control;
    const FieldView adverse = control[own::adverse];
    if (!adverse) return report.not_asked(control);
    if (context.graph.may_be_unread(kinds::risk)) return;
    const std::vector<RecordId> processes = processes_of(control);
    std::vector<Cells> homes;
    for (const RecordId process : processes) homes.push_back({process, context.settings.in_force()});
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
            return report.excepted(control, set, {}, homes);
        }();
        if (missed.empty()) continue;
        auto finding =
            report.about(control, missed, named.span(),
                         "control {0} makes something worse for {1}, and no {1} risk says so", control, *discipline);
        finding.field("adverse").key(context.settings.name(*discipline));
        finding.cells(homes, missed);
        finding.note("the effect: {}", TextArgument{entry[own::adverse.effect].text(), Written::plain, 120});
        if (stated) finding.note("the risk {} is no active {} risk on the same process", *stated, *discipline);
        finding.help(
            "[[name a {0} risk of the same process beside it (`risk: …`), rated|"
            "link it to a risk for {0} in the same process, and rate that]] with this effect in mind",
            *discipline);
    }
}

}  // namespace ims::rules::treatment_conflict
