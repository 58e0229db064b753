#include <fmt/format.h>

#include "assess/people/validity.h"
#include "base/text.h"
#include "check/at_home.h"
#include "check/discipline_finding.h"
#include "check/rule.h"
#include "check/words.h"
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
            fmt::format("nothing says until when competence {} of {} is valid", ticked(competence), ticked(person)), {},
            homes);
        if (!finding) continue;
        finding->field("competences").key(std::string(competence.id()));
        finding->note(
            fmt::format("it has to be renewed every {}", visible(competence[fields::competence::renew_every].text())));
        if (each.asked) {
            finding->because(each.asked->role);
            finding->note(fmt::format("role {} asks for it", ticked(context.graph[each.asked->role])));
        } else {
            finding->note("no role of this person asks for it");
        }
        finding->help("write the day as `valid_until`, from the last renewal on");
    }
}

}  // namespace ims::rules::competence_undated
