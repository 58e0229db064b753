#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims::rules::role_misses_discipline {
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
    if (shown.empty()) return fmt::format("process {} is part of {} by its `continuity` block", ticked(view), name);
    const std::string what =
        only_risks ? counted(shown.size(), name + " risk") : counted(shown.size(), name + " concern");
    return fmt::format("process {} carries {}: {}", ticked(view), what, join_names(shown, Ticks::no, 3));
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

// The processes that make the role miss something and exclude it themselves: without that contradiction, which
// excluded-but-handled tells, nobody would ask the role. Only those whose disciplines it misses nowhere else.
std::vector<RecordId> contradictory(const std::vector<Cells>& homes, DisciplineSet missed, const Facts& facts) {
    DisciplineSet elsewhere;
    for (const Cells& each : homes) elsewhere |= each.disciplines.without(facts.process(each.process)->not_applicable);
    std::vector<RecordId> out;
    for (const Cells& each : homes) {
        const DisciplineSet here = each.disciplines & missed;
        if (!here.empty() && (here & elsewhere).empty()) out.push_back(each.process);
    }
    return out;
}

}  // namespace

void check(const RecordView& role, const CheckContext& context, Reporter& report) {
    if (may_answer_unread(role, context.graph)) return;
    const DisciplineSet excluded = context.settings.keys_of(role[fields::role::not_applicable]);
    const auto processes = context.facts.processes_of(role.record());
    if (processes.empty()) return report.not_asked(role);
    DisciplineSet missed;
    // Where nobody answers, `concern-without-responsible` says so of the process.
    const auto missed_in = [&](const ProcessFacts& facts) {
        const Participant* self = facts.participant(role.record());
        return self == nullptr ? DisciplineSet()
                               : (facts.concerned & facts.answered).without(self->answers_for()).without(excluded);
    };
    std::vector<Cells> homes;
    for (const RecordId process : processes) {
        const DisciplineSet here = missed_in(*context.facts.process(process));
        if (!here.empty()) homes.push_back({process, here});
        missed |= here;
    }
    missed = report.excepted(role, missed, {}, homes);
    if (missed.empty()) return;

    const std::vector<std::string> names = context.settings.names(missed);
    auto finding = report.about(
        role, missed, role.id_span(),
        names.size() == 1
            ? fmt::format("role {} has no {} responsibility", ticked(role), names[0])
            : fmt::format("role {} has no responsibility for {}", ticked(role), join_names(names, Ticks::no, 12)));
    finding.cells(homes, missed).because(role.record());
    for (const RecordId process : contradictory(homes, missed, context.facts)) finding.because(process);
    std::size_t notes = 0;
    std::size_t left_out = 0;
    for (const auto& [process, here] : homes) {
        for (const Discipline discipline : here& missed) {
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

}  // namespace ims::rules::role_misses_discipline
