#include "assess/people/said_of_holders.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::competence_unknown {

void check(const RecordView& role, const CheckContext& context, Reporter& report) {
    const People& people = context.facts.people();
    const ByCompetence<RequiredCompetence>& required = people.required(role.record());
    const Holders& holders = people.holders(role.record());
    // Nobody is there to compare; who takes the role over is compared.
    if (required.empty() || holders.vacant() || people.only_included(role.record())) return report.not_asked(role);
    // A community is nobody in particular who could be compared.
    if (is_group(role)) return report.not_asked(role);
    if (!holders.people.empty()) return;
    if (context.graph.may_be_unread(kinds::person) || role[fields::role::people].invalid()) return;
    if (role.has(fields::role::people) && holders.gone.empty()) return;  // names nobody who was found
    std::vector<RecordId> competences;
    for (const RequiredCompetence& each : required) competences.push_back(each.competence);
    auto finding = report.at(role, role[fields::role::competences],
                             "role {} asks for {}, and [[no person is recorded to compare|nobody is named whose "
                             "competence could be compared with that]]",
                             role, competences);
    finding.field("competences").because(role.record());
    if (holders.unnamed > 0) {
        finding.note("[[`holders` says how many hold it, not who|it is known how many people hold it, not who]]: {}",
                     holders.unnamed);
    }
    finding.help(
        "record who holds it [[(`person: p-01`, a pseudonym will do) with `roles` and `competences`|and what they are "
        "able to do; a pseudonym will do]]");
}

}  // namespace ims::rules::competence_unknown
