#include <algorithm>

#include "assess/participation/roles.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::role_without_competence {

void check(const RecordView& role, const CheckContext& context, Reporter& report) {
    const People& people = context.facts.people();
    // Who takes it over is asked instead; and who has nothing to do needs to know nothing.
    if (people.only_included(role.record()) || people.idle(role.record())) return report.not_asked(role);
    if (role.has(fields::role::competences)) return;
    if (role.has(fields::role::includes) && context.graph.may_be_unread(kinds::role)) return;
    const std::vector<RecordId> included = included_roles(context.graph, role.record());
    if (std::ranges::any_of(included,
                            [&](RecordId each) { return context.graph[each].has(fields::role::competences); }))
        return;
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
