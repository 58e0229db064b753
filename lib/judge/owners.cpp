#include "judge/owners.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "assess/participation/leads.h"
#include "schema/fields.h"

namespace ims {
namespace {

RecordId first_of(const LinkedRecords& records) {
    for (const RecordView each : records) {
        if (each.active()) return each.record();
    }
    return {};
}

// A job description is written by whoever the job reports to.
RecordId superior_of(const RecordView& role) {
    if (const RecordId superior = first_of(role.linked(fields::role::reports_to)); superior.known()) return superior;
    return first_of(role.linked(fields::owner));
}

// A person's gap is mended by whoever the role reports to that asks for something, as far as the rule says which.
RecordId superior_of_person(const RecordView& person, const Finding& finding) {
    for (const RecordId reason : finding.because) {
        const RecordView role = person.graph()[reason];
        if (!role.is(kinds::role)) continue;
        if (const RecordId superior = superior_of(role); superior.known()) return superior;
    }
    for (const RecordView role : person.linked(fields::person::roles)) {
        if (const RecordId superior = superior_of(role); superior.known()) return superior;
    }
    return {};
}

RecordId owner_of_record(const RecordView& record, const Finding& finding) {
    if (record.is(kinds::nonconformity) && finding.field.starts_with("action")) {
        const RecordId owner = first_of(record.linked(fields::nonconformity::action.owner));
        if (owner.known()) return owner;
    }
    if (record.is(kinds::objective) && finding.field.starts_with("actions")) {
        const RecordId owner = first_of(record.linked(fields::objective::actions.owner));
        if (owner.known()) return owner;
    }
    if (const RecordId owner = first_of(record.linked(fields::owner)); owner.known()) return owner;
    if (record.is(kinds::nonconformity)) return first_of(record.linked(fields::nonconformity::action.owner));
    if (record.is(kinds::role)) return superior_of(record);
    if (record.is(kinds::person)) return superior_of_person(record, finding);
    return {};
}

DisciplineSet disciplines_of(const Finding& finding, const Facts& facts) {
    return finding.about.empty() && finding.on.known() ? facts.disciplines(finding.on) : finding.about;
}

// The leads of some disciplines, each once.
std::vector<RecordId> leads_of(DisciplineSet disciplines, const Graph& graph) {
    std::vector<RecordId> leads;
    for (const Discipline discipline : disciplines) {
        const RecordId lead = lead_of(graph, discipline);
        if (lead.known() && std::ranges::find(leads, lead) == leads.end()) leads.push_back(lead);
    }
    return leads;
}

RecordId lead_for(const Finding& finding, const Graph& graph, const Facts& facts) {
    const std::vector<RecordId> leads = leads_of(disciplines_of(finding, facts), graph);
    return leads.empty() ? RecordId() : leads.front();
}

// Candidates with their votes, in the order in which they came up.
class Votes {
public:
    void add(RecordId who) {
        const auto found = std::ranges::find(votes_, who, &std::pair<RecordId, std::size_t>::first);
        if (found == votes_.end()) votes_.emplace_back(who, 1);
        else ++found->second;
    }
    // The one with the most, if these are more than a share of all; the first of several.
    [[nodiscard]] RecordId most(std::size_t more_than) const {
        const auto best = std::ranges::max_element(votes_, {}, &std::pair<RecordId, std::size_t>::second);
        return best != votes_.end() && best->second > more_than ? best->first : RecordId();
    }

private:
    std::vector<std::pair<RecordId, std::size_t>> votes_;
};

// The disciplines in which a rule counts, whatever its findings are about.
DisciplineSet home_of(RuleId rule, const Graph& graph, const RuleBook& rules) {
    DisciplineSet out;
    for (const std::string_view name : rules[rule].home_only) {
        if (const auto discipline = graph.settings().find(name)) out.add(*discipline);
    }
    return out;
}

}  // namespace

RecordId owner_of(const Finding& finding, const Graph& graph, const Facts& facts) {
    if (finding.on.known()) {
        if (const RecordId owner = owner_of_record(graph[finding.on], finding); owner.known()) return owner;
    }
    return lead_for(finding, graph, facts);
}

RecordId owner_of_all(std::span<const FindingId> members, const FindingList& findings, const Graph& graph,
                      const Facts& facts, const RuleBook& rules) {
    Votes desks;
    Votes leads;
    for (const FindingId member : members) {
        const Finding& finding = findings[member];
        if (const RecordId owner = owner_of(finding, graph, facts); owner.known()) desks.add(owner);
        DisciplineSet disciplines = disciplines_of(finding, facts);
        if (disciplines.empty()) disciplines = home_of(finding.rule, graph, rules);
        for (const RecordId lead : leads_of(disciplines, graph)) leads.add(lead);
    }
    if (const RecordId common = desks.most(members.size() - 1); common.known()) return common;
    if (const RecordId lead = leads.most(0); lead.known()) return lead;
    return desks.most(members.size() / 2);
}

}  // namespace ims
