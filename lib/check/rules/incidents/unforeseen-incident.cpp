#include <algorithm>
#include <optional>
#include <vector>

#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::unforeseen_incident {
namespace {

constexpr std::size_t kNotes = 4;

bool counts(const RecordView& risk, Discipline discipline, const Facts& facts) {
    return risk.active() && risk.is(kinds::risk) && facts.disciplines(risk.record()).has(discipline);
}

// Whether a process carries a risk of the discipline: linked to it, to a part of it, or to what it needs.
bool foresees(const ProcessFacts& process, Discipline discipline, const CheckContext& context) {
    if (!process.concerned.has(discipline)) return false;
    for (const RecordView risk : context.graph[process.process].linked(fields::process::risks)) {
        if (counts(risk, discipline, context.facts)) return true;
    }
    const std::vector<Concern> concerns = context.facts.concerns(process.process, discipline);
    return std::ranges::any_of(concerns,
                               [&](const Concern& each) { return context.graph[each.record].is(kinds::risk); });
}

// Processes that the incident struck and that carry no risk of the discipline.
std::vector<RecordId> blind(const RecordView& incident, Discipline discipline, const CheckContext& context) {
    std::vector<RecordId> found;
    for (const RecordView process : incident.linked(fields::incident::processes)) {
        const ProcessFacts* facts = context.facts.process(process.record());
        if (facts != nullptr && !foresees(*facts, discipline, context)) found.push_back(process.record());
    }
    return found;
}

// A risk that is known to have come true here, only not linked to the process.
std::optional<RecordView> came_true(const RecordView& incident, DisciplineSet disciplines,
                                    const CheckContext& context) {
    for (const RecordView risk : incident.linked(fields::incident::risks)) {
        const bool meant = !(context.facts.disciplines(risk.record()) & disciplines).empty();
        if (risk.active() && meant) return risk;
    }
    return std::nullopt;
}

}  // namespace

void check(const RecordView& incident, const CheckContext& context, Reporter& report) {
    if (context.graph.may_be_unread(kinds::risk)) return;
    const DisciplineSet served = context.facts.disciplines(incident.record());
    if (served.empty() || incident.linked(fields::incident::processes).empty()) return report.not_asked(incident);
    DisciplineSet unforeseen;
    std::vector<Cells> homes;
    for (const Discipline discipline : served) {
        for (const RecordId process : blind(incident, discipline, context)) {
            homes.push_back({process, DisciplineSet::of(discipline)});
            unforeseen.add(discipline);
        }
    }
    const DisciplineSet missed = report.excepted(incident, unforeseen, {}, homes);
    if (missed.empty()) return;
    auto finding = report.about(incident, missed, incident.id_span(), "incident {} struck where no {:12} risk was seen",
                                incident, missed);
    finding.cells(homes, missed);
    std::size_t told = 0;
    RecordId first;
    for (const Discipline discipline : missed) {
        const std::vector<RecordId> processes = blind(incident, discipline, context);
        if (!first.known()) first = processes.front();
        if (++told <= kNotes)
            finding.note("no [[risk of {0}|{0} risk]] is linked to {1:process|the processes} {1}", discipline,
                         processes);
    }
    if (const auto risk = came_true(incident, missed, context)) {
        finding.label(risk->id_span(), "a risk that came true in it");
        finding.help(
            "[[let the risk that came true name the process too: `processes: [{0}]` in risk {1}|"
            "link risk {1}, which came true, to process {0} too]]",
            plain(first), *risk);
    } else {
        finding.help(
            "[[write the risk with `disciplines: [{0}]` and `processes: [{1}]`, and name it under `risks` of the "
            "incident|assess which {0} risk there is in process {1}, and name it as what came true in the "
            "incident]]",
            *missed.begin(), plain(first));
    }
}

}  // namespace ims::rules::unforeseen_incident
