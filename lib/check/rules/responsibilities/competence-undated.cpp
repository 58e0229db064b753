#include "assess/people/validity.h"
#include "check/at_home.h"
#include "check/discipline_finding.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::competence_undated {
namespace {

namespace own = fields::person;

}  // namespace

void check(const RecordView& person, const CheckContext& context, Reporter& report) {
    const People& people = context.facts.people();
    if (!people.is_here(person.record()) || people.held(person.record()).empty()) return report.not_asked(person);
    for (const Validity& each : lapses_of(people, person.record())) {
        if (!each.undated) continue;
        const RecordView competence = context.graph[each.competence];
        std::vector<Cells> homes;
        if (each.asked) homes = where_asked(person, each.asked->role, each.competence, context);
        auto finding = discipline_finding(
            person, context.facts.disciplines(each.competence), report,
            each.undated[own::competences.competence].span(),
            report.say("nothing says until when competence {} of {} is valid", competence, person), {}, homes);
        if (!finding) continue;
        finding->asks_for(person, each.undated, {own::competences.valid_until})
            .field("competences")
            .key(std::string(competence.id()));
        finding->note("it has to be renewed every {}", plain(competence[fields::competence::renew_every]));
        if (each.asked) {
            finding->because(each.asked->role);
            finding->note("role {} asks for it", each.asked->role);
        } else {
            finding->note("no role of this person asks for it");
        }
        finding->help(
            "[[write the day as `valid_until`, from the last renewal on|look at the certificate, and note the last day "
            "on which it is valid]]");
    }
}

}  // namespace ims::rules::competence_undated
