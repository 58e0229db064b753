#include "judge/owners.h"

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
    if (record.is(kinds::person)) {
        for (const RecordView role : record.linked(fields::person::roles)) {
            if (const RecordId superior = superior_of(role); superior.known()) return superior;
        }
    }
    return {};
}

}  // namespace

RecordId lead_for(const Finding& finding, const Graph& graph, const Facts& facts) {
    DisciplineSet disciplines = finding.about;
    if (disciplines.empty() && finding.on.known()) disciplines = facts.disciplines(finding.on);
    for (const Discipline discipline : disciplines) {
        if (const RecordId lead = lead_of(graph, discipline); lead.known()) return lead;
    }
    return {};
}

RecordId owner_of(const Finding& finding, const Graph& graph, const Facts& facts) {
    if (finding.on.known()) {
        if (const RecordId owner = owner_of_record(graph[finding.on], finding); owner.known()) return owner;
    }
    return lead_for(finding, graph, facts);
}

}  // namespace ims
