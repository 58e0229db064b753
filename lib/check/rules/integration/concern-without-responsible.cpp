#include <algorithm>
#include <optional>
#include <span>

#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::concern_without_responsible {
namespace {

// Whoever was not read may be the one that answers: by a responsibility, by owning a concern or its control, or in the
// team of a plan.
bool may_be_answered_unread(const Graph& graph) {
    for (const KindId kind :
         {kinds::role, kinds::risk, kinds::control, kinds::obligation, kinds::objective, kinds::plan}) {
        if (graph.may_be_unread(kind)) return true;
    }
    return false;
}

// It would answer for the discipline in the process, if it took part: by what it says of itself, or by owning a concern
// of the process or a control of one.
bool would_answer(RecordId role, RecordId process, Discipline discipline, std::span<const Concern> concerns,
                  const CheckContext& context) {
    for (const Responsibility& each : context.facts.responsibilities(role)) {
        const bool here = each.processes.empty() || std::ranges::find(each.processes, process) != each.processes.end();
        if (each.answers && here && each.disciplines.has(discipline)) return true;
    }
    const auto owned = [&](const RecordView& record) {
        return record.active() && context.facts.disciplines(record.record()).has(discipline) &&
               record.links_to(fields::owner, role);
    };
    return std::ranges::any_of(concerns, [&](const Concern& concern) {
        const RecordView record = context.graph[concern.record];
        if (owned(record)) return true;
        const Field field = record.is(kinds::risk) ? Field(fields::risk::controls) : fields::obligation::controls;
        if (!record.is(kinds::risk) && !record.is(kinds::obligation)) return false;
        for (const RecordView control : record.linked(field)) {
            if (owned(control)) return true;
        }
        return false;
    });
}

// Roles that are only asked or told there, and would answer.
std::vector<RecordId> bystanders(const RecordView& process, const ProcessFacts& facts, Discipline discipline,
                                 std::span<const Concern> concerns, const CheckContext& context) {
    std::vector<RecordId> out;
    for (const RaciEntry& entry : context.facts.people().raci(context.facts.responsibilities(), process.record())) {
        const RecordView role = context.graph[entry.who];
        const bool asked = entry.is(Raci::consulted) || entry.is(Raci::informed);
        if (!asked || !role.is(kinds::role) || !role.active() || facts.participant(entry.who) != nullptr) continue;
        if (would_answer(entry.who, process.record(), discipline, concerns, context)) out.push_back(entry.who);
    }
    return out;
}

}  // namespace

void check(const RecordView& process, const CheckContext& context, Reporter& report) {
    const ProcessFacts* facts = context.facts.process(process.record());
    if (facts == nullptr || may_be_answered_unread(context.graph)) return;
    if (facts->concerned.empty()) return report.not_asked(process);
    const DisciplineSet missed = report.excepted(process, facts->concerned.without(facts->answered));
    if (missed.empty()) return;
    auto finding =
        report.about(process, missed, process.id_span(), "nobody in process {} answers for {:12}", process, missed);
    finding.because(process.record());
    std::vector<RecordId> roles;
    for (const Participant& participant : facts->participants) roles.push_back(participant.role);
    if (roles.empty()) finding.note("no role takes part in it");
    else finding.note("{0} {0:role takes|roles take} part in it: {1}", roles.size(), plain(roles));
    std::optional<RecordId> nearest;  // who only has to do more than be asked
    for (const Discipline discipline : missed) {
        const std::vector<Concern> concerns = context.facts.concerns(process.record(), discipline);
        std::vector<RecordId> shown;
        for (const Concern& concern : concerns) shown.push_back(concern.record);
        if (!shown.empty())
            finding.note("it carries {0} {1} {0:concern|concerns}: {2:3}", shown.size(), discipline, plain(shown));
        const std::vector<RecordId> asked = bystanders(process, *facts, discipline, concerns, context);
        if (asked.empty()) continue;
        if (!nearest) nearest = asked.front();
        finding.note(
            "[[only consulted or informed there, though {0:it answers|they answer} for {1}: {0:4}|"
            "{0:4} {0:is|are} only consulted or informed there, though {0:it answers|they answer} for {1}]]",
            asked, discipline);
    }
    const Message give = report.say(
        "[[give a role that takes part a responsibility: `does: …`, `disciplines: [{0}]`, `processes: [{1}]`|"
        "decide who of those that do the work answers for {2:12}]]",
        *missed.begin(), plain(process), missed);
    if (nearest)
        finding.help("let {0} do a part of the work[[ (`responsible: [{1}]`)]], or {2}", *nearest, plain(*nearest),
                     give);
    else finding.help(give);
}

}  // namespace ims::rules::concern_without_responsible
