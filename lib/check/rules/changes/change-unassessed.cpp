#include <algorithm>

#include "assess/facts/grave_concerns.h"
#include "base/text.h"
#include "check/rule.h"
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
            .note(
                "[[it is approved, and process {0} that it touches carries {1} {2} for {3}|it is approved, although "
                "process {0}, which it touches, carries the {1} {2} for {3}]]",
                process, context.graph[*concern].kind(), *concern, context.facts.disciplines(*concern) & grave)
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
    std::vector<Message> entries;
    for (const Discipline each : missed) entries.push_back(report.say("{}: …", each));
    FindingBuilder finding = report.about(
        change, missed, effects ? effects.key_span() : change.id_span(),
        "[[change {0} does not say what it|nothing says what change {0}]] means for {1:12}", change, missed);
    finding.field("effects")
        .asks_for(change, {fields::change::effects})
        .help(
            "ask those who answer for [[it, and write a sentence each: `effects: {{{0:all}}}`|{0:this discipline, and "
            "write down a sentence|these disciplines, and write down a sentence for each}]]; if there is no effect, "
            "say "
            "why[[: `none, because …`]]",
            listed_by(Joined::by_commas, entries));
    if (!(missed & grave).empty()) {
        finding.grade(Grade::high);
        tell_grave(finding, processes, missed & grave, context);
    }
}

}  // namespace ims::rules::change_unassessed
