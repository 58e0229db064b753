#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::role_without_competence {

void check(const RecordView& role, const CheckContext& context, Reporter& report) {
    const People& people = context.facts.people();
    // Who takes it over is asked instead; and who has nothing to do needs to know nothing.
    if (people.only_included(role.record()) || people.idle(role.record())) return report.not_asked(role);
    if (role.has(fields::role::includes) && context.graph.may_be_unread(kinds::role)) return;
    if (people.asks(role.record())) return;
    auto finding = report.on(
        role,
        "[[role {0} does not say what its holders must|nothing says what those who hold role {0} have to]] be able to "
        "do",
        role);
    finding.field("competences").asks_for(role, {fields::role::competences});
    finding.help(
        "[[add `competences: [{{competence: COMPETENCE}}]`, or include a role that has some|decide which competences "
        "the work asks for, or let the role take them over from another one]]");
}

}  // namespace ims::rules::role_without_competence
