#include "assess/people/validity.h"
#include "check/at_home.h"
#include "check/discipline_finding.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::competence_expired {
namespace {

namespace own = fields::person;

// What makes it weigh more: a high hazard or risk of a discipline that the competence serves, in a process in which a
// role takes part that asks for it.
struct Danger {
    RecordId role;
    RecordId process;
    RecordId risk;
};

std::optional<Danger> danger(const RecordView& person, RecordId competence, const CheckContext& context) {
    const DisciplineSet served = context.facts.disciplines(competence);
    for (const RecordId role : context.facts.people().roles_of(person.record())) {
        if (context.facts.people().required(role).find(competence) == nullptr) continue;
        for (const RecordId process : context.facts.processes_of(role)) {
            // Few competences have run out, and of fewer still a process carries a discipline.
            if ((context.facts.process(process)->concerned & served).empty()) continue;
            for (const Concern& concern : context.facts.concerns(process)) {
                if (!context.graph[concern.record].is(kinds::risk)) continue;
                if ((context.facts.disciplines(concern.record) & served).empty()) continue;
                if (context.facts.risk(concern.record).high()) return Danger{role, process, concern.record};
            }
        }
    }
    return std::nullopt;
}

}  // namespace

void check(const RecordView& person, const CheckContext& context, Reporter& report) {
    const People& people = context.facts.people();
    if (!people.is_here(person.record()) || people.held(person.record()).empty()) return report.not_asked(person);
    for (const Validity& each : lapses_of(people, person.record())) {
        if (!each.expired) continue;
        const RecordView competence = context.graph[each.competence];
        const FieldView until = each.expired[own::competences.valid_until];
        std::vector<Cells> homes;
        std::optional<Danger> grave;
        if (each.asked) {
            homes = where_asked(person, each.asked->role, each.competence, context);
            grave = danger(person, each.competence, context);
        }
        const std::optional<Grade> grade = grave ? Grade::high : each.asked ? std::nullopt : std::optional(Grade::low);
        auto finding = discipline_finding(
            person, context.facts.disciplines(each.competence), report, until.span(),
            report.say("competence {} of {} was valid until {}", competence, person, *until.date()), grade, homes);
        if (!finding) continue;
        finding->field("competences").key(std::string(competence.id()));
        if (each.asked) {
            finding->because(each.asked->role);
            finding->note("role {} asks for it", each.asked->role);
        } else {
            finding->note("no role of this person asks for it");
        }
        if (grave) {
            finding->note("role {} takes part in process {}, which carries the high {} {}", grave->role, grave->process,
                          noun(context.facts.risk(grave->risk).type), grave->risk);
        }
        finding->help(
            "renew it[[ and write the new `valid_until`, or take the entry out if it is no longer wanted|, or decide "
            "that this person no longer needs it]]");
    }
}

}  // namespace ims::rules::competence_expired
