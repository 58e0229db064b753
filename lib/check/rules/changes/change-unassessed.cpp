#include <algorithm>

#include <fmt/format.h>

#include "assess/facts/grave_concerns.h"
#include "base/text.h"
#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims::rules::change_unassessed {
namespace {

DisciplineSet assessed_by(const FieldView& effects, const Settings& settings) {
    DisciplineSet assessed;
    for (const FieldView entry : effects.children()) {
        const auto discipline = settings.find(entry.key());
        if (discipline && (entry.invalid() || !trim(entry.text()).empty())) assessed.add(*discipline);
    }
    return assessed;
}

// Of an approved change: the processes that it touches.
std::vector<RecordId> approved_for(const RecordView& change, const CheckContext& context) {
    std::vector<RecordId> processes;
    if (!change.has(fields::change::approved)) return processes;
    for (const RecordView affected : change.linked(fields::change::affects)) {
        const std::vector<RecordId> touched = processes_touched(affected, context.facts);
        processes.insert(processes.end(), touched.begin(), touched.end());
    }
    std::ranges::sort(processes);
    processes.erase(std::unique(processes.begin(), processes.end()), processes.end());
    return processes;
}

// Somebody said yes to it without a thought for what weighs there.
DisciplineSet blindly_approved(const std::vector<RecordId>& processes, DisciplineSet missed,
                               const CheckContext& context) {
    DisciplineSet grave;
    for (const RecordId process : processes) grave |= grave_disciplines(context.graph[process], context.facts) & missed;
    return grave;
}

void tell_grave(FindingBuilder& finding, const std::vector<RecordId>& processes, DisciplineSet grave,
                const CheckContext& context) {
    for (const RecordId process : processes) {
        const auto concern = grave_concern(context.graph[process], grave, context.facts);
        if (!concern) continue;
        finding
            .note(fmt::format(
                "it is approved, and process {} that it touches carries {} {} for {}", ticked(context.graph[process]),
                context.graph[*concern].kind_name(), ticked(context.graph[*concern]),
                join_names(context.settings.names(context.facts.disciplines(*concern) & grave), Ticks::no)))
            .label(context.graph[*concern].id_span(), "this weighs there");
        return;
    }
}

}  // namespace

void check(const RecordView& change, const CheckContext& context, Reporter& report) {
    const FieldView effects = change[fields::change::effects];
    if (effects.invalid()) return;
    const DisciplineSet lacking = context.settings.in_force().without(assessed_by(effects, context.settings));
    if (lacking.empty()) return;
    const std::vector<RecordId> processes = approved_for(change, context);
    const DisciplineSet grave = blindly_approved(processes, lacking, context);
    // What weighs and what does not are accepted one like the other, each with its own grade.
    const DisciplineSet missed =
        report.excepted(change, lacking & grave, Grade::high) | report.excepted(change, lacking.without(grave));
    if (missed.empty()) return;
    const std::vector<std::string> names = context.settings.names(missed);
    FindingBuilder finding = report.about(
        change, missed, effects ? effects.key_span() : change.id_span(),
        fmt::format("change {} does not say what it means for {}", ticked(change), join_names(names, Ticks::no, 12)));
    finding.field("effects").help(
        fmt::format("ask those who answer for it, and write a sentence each: `effects: {{{}: …}}`; if there is no "
                    "effect, say why: `none, because …`",
                    fmt::join(names, ": …, ")));
    if (!(missed & grave).empty()) {
        finding.grade(Grade::high);
        tell_grave(finding, processes, missed & grave, context);
    }
}

}  // namespace ims::rules::change_unassessed
