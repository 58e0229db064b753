#include <algorithm>
#include <vector>

#include "assess/performance/audits.h"
#include "assess/records/record_set.h"
#include "check/duties.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::auditor_not_impartial {
namespace {

constexpr std::size_t kNotes = 4;

// Who may come where an auditor is named, each with all roles held: a person; or whoever holds a role.
struct Visitor {
    RecordId person;
    std::vector<RecordId> roles;
};

std::vector<Visitor> visitors(const RecordView& auditor, const People& people) {
    std::vector<Visitor> all;
    const auto add = [&](RecordId person) { all.push_back({person, people.roles_of(person)}); };
    if (auditor.is(kinds::person)) add(auditor.record());
    else if (people.holders(auditor.record()).named())
        std::ranges::for_each(people.holders(auditor.record()).people, add);
    return all;
}

Message how(const Participant& participant) {
    if (participant.as(Part::owner)) return "owns it";
    if (participant.as(Part::responsible)) return "is responsible in it";
    if (participant.as(Part::accountable)) return "is accountable in it";
    if (participant.as(Part::link)) return "takes part in it";
    return "has a responsibility for it";
}

struct PartIn {
    Message told;                   // empty: that is not certain
    std::vector<RecordId> through;  // other roles of those who may come
};

// How an auditor takes part in a process.
PartIn part_in(const RecordView& auditor, const std::vector<Visitor>& visitors, const ProcessFacts& facts,
               const Graph& graph, Reporter& report) {
    if (const Participant* participant = facts.participant(auditor.record()))
        return {report.say("[[|the auditor ]]{}", how(*participant)), {}};
    const RecordView process = graph[facts.process];
    PartIn part;
    for (const Visitor& visitor : visitors) {
        if (process.links_to(fields::owner, visitor.person)) {
            part.told = report.say("[[{0}|whoever audits]] owns it", holder(visitor.person));
            continue;
        }
        const auto held =
            std::ranges::find_if(visitor.roles, [&](RecordId role) { return facts.participant(role) != nullptr; });
        if (held == visitor.roles.end()) return {};  // this one may come
        part.through.push_back(*held);
        part.told = report.say("[[{0} is also|whoever audits also holds role]] {1}, which {2}", holder(visitor.person),
                               *held, how(*facts.participant(*held)));
    }
    return part;
}

// The processes in force that are audited: those that are named, and their parts.
std::vector<RecordId> audited(const RecordView& audit, const Facts& facts) {
    std::vector<RecordId> all;
    for (const RecordView process : audit.linked(fields::audit::processes)) {
        if (facts.process(process.record()) == nullptr) continue;
        all.push_back(process.record());
        std::ranges::copy(facts.parts().all(process.record()), std::back_inserter(all));
    }
    std::ranges::sort(all);
    const auto [first, last] = std::ranges::unique(all);
    all.erase(first, last);
    return all;
}

// One person is the auditor and has the other role: where the two must be apart, that is why.
void tell_why(FindingBuilder& finding, const RecordView& audit, const RecordView& auditor,
              const std::vector<RecordId>& through, const Graph& graph) {
    finding.because(audit.record());
    for (const RecordId role : through) {
        if (must_be_apart(auditor, graph[role])) finding.because(auditor.record()).because(role);
    }
}

}  // namespace

void check(const RecordView& audit, const CheckContext& context, Reporter& report) {
    if (audit_state(audit, context.today) == AuditState::outdated) return report.not_asked(audit);
    if (!audit.has(fields::audit::auditors)) return report.not_asked(audit);
    const Graph& graph = context.graph;
    const std::vector<RecordId> processes = audited(audit, context.facts);
    RecordSet told;
    for (const FieldView item : audit[fields::audit::auditors].children()) {
        const auto auditor = target_of(graph, item);
        if (!auditor || !told.insert(auditor->record())) continue;
        const std::vector<Visitor> may_come = visitors(*auditor, context.facts.people());
        std::vector<RecordId> own;
        std::vector<RecordId> through;
        std::vector<Message> notes;
        for (const RecordId process : processes) {
            const PartIn part = part_in(*auditor, may_come, *context.facts.process(process), graph, report);
            if (part.told.empty()) continue;
            own.push_back(process);
            through.insert(through.end(), part.through.begin(), part.through.end());
            if (own.size() <= kNotes) notes.push_back(report.say("{}: {}", process, part.told));
        }
        if (own.empty()) continue;
        auto finding = report.at(audit, item,
                                 "[[auditor {0} takes part in what audit {1} looks at: {2}|{0}, an auditor of audit "
                                 "{1}, takes part in what it looks at: {2:process|processes} {2}]]",
                                 holder(*auditor), audit, own);
        finding.field("auditors").key(auditor->name().text());
        tell_why(finding, audit, *auditor, through, graph);
        const DisciplineSet served = context.facts.disciplines(audit.record());
        for (const RecordId process : own)
            finding.cell(process, served.empty() ? context.facts.process(process)->concerned : served);
        for (const Message& note : notes) finding.note(note);
        finding.label(graph[own.front()].id_span(), "the process");
        finding.help(
            "name somebody who takes no part in it, from another part of the house or from outside[[ (`person/…`)]]; "
            "where two auditors look at each other's work, [[write|plan]] an audit for each");
    }
}

}  // namespace ims::rules::auditor_not_impartial
