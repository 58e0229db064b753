#include <algorithm>
#include <set>

#include "assess/participation/leads.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::discipline_silo {
namespace {

// The role, or the lead of the discipline that it reports to: a lead and those who report to it directly count as one.
RecordId group_of(const CheckContext& context, RecordId role, RecordId lead) {
    return lead.known() && context.graph[role].links_to(fields::role::reports_to, lead) ? lead : role;
}

// Roles that answer for each discipline by a word of their own or by owning one of its records. To be in the team of a
// plan is to act when something has happened, and shares no daily work.
std::vector<std::set<RecordId>> answering_roles(const CheckContext& context) {
    std::vector<std::set<RecordId>> roles(context.settings.disciplines.size());
    for (const RecordId id : context.graph.of_kind(kinds::role)) {
        if (!context.graph[id].active()) continue;
        for (const Responsibility& each : context.facts.responsibilities().own(id)) {
            if (!each.answers) continue;
            for (const Discipline discipline : each.disciplines) roles[discipline.index()].insert(id);
        }
    }
    for (const KindId kind : {kinds::risk, kinds::control, kinds::obligation, kinds::objective}) {
        for (const RecordId id : context.graph.of_kind(kind)) {
            const RecordView record = context.graph[id];
            if (!record.active()) continue;
            for (const RecordView owner : record.linked(fields::owner)) {
                if (!owner.is(kinds::role) || !owner.active()) continue;
                for (const Discipline discipline : context.facts.disciplines(id))
                    roles[discipline.index()].insert(owner.record());
            }
        }
    }
    return roles;
}

}  // namespace

void check(const CheckContext& context, Reporter& report) {
    if (context.graph.may_be_unread(kinds::role)) return;
    const auto answering = answering_roles(context);
    for (const Discipline discipline : context.settings.in_force()) {
        const RecordId lead = lead_of(context.graph, discipline);
        std::set<RecordId> groups;
        for (const RecordId role : answering[discipline.index()]) groups.insert(group_of(context, role, lead));
        if (groups.size() != 1) continue;
        const RecordId holder = *groups.begin();
        std::size_t processes = 0;
        std::set<RecordId> others;
        for (const ProcessFacts& facts : context.facts.processes()) {
            if (!facts.concerned.has(discipline)) continue;
            ++processes;
            for (const Participant& participant : facts.participants) {
                if (group_of(context, participant.role, lead) != holder) others.insert(participant.role);
            }
        }
        if (processes < 2 || others.empty()) continue;
        auto finding = report.whole(context.settings.disciplines[discipline.index()].span,
                                    "all that is answered for in {} sits with role {}", discipline, holder);
        finding.about(context.settings, DisciplineSet::of(discipline));
        finding.key(context.settings.name(discipline))
            .note("{} processes carry {} concerns, and other roles take part in them: {:6}", processes, discipline,
                  plain(others))
            .label(context.graph[holder].id_span(), "the role")
            .help(
                "give those who do the work a part of it: "
                "[[a responsibility with `disciplines: [{0}]` and the process|"
                "ask each of them what they do for {0}, and make that their responsibility]]",
                discipline);
    }
}

}  // namespace ims::rules::discipline_silo
