#include "assess/people/said_of_holders.h"
#include "check/deputies.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::holders_unknown {

void check(const RecordView& role, const CheckContext& context, Reporter& report) {
    if (!needs_deputy(role, context)) return report.not_asked(role);
    // Whoever is unread may hold it.
    if (is_said_who_holds(role) || !role.lacks(fields::role::people)) return;
    const DeputiesThere deputies = deputies_of(role, context);
    if (deputies.some) return;
    auto finding = report.on(role, "nothing says how many people hold role {}", role);
    finding.asks_for(role, {fields::role::holders}).field("holders").because(role.record());
    finding.note(
        deputies.gone.empty()
            ? Message("it [[names|has]] no deputy: if one person holds it, nobody stands in")
            : report.say("[[no deputy of it is there: {}|nobody who is named as its deputy is there]]", deputies.gone));
    if (const auto processes = context.facts.processes_of(role.record()); !processes.empty()) {
        finding.note("it takes part in [[{0} {0:process|processes}: {1}|{0:process|processes} {1}]]", processes.size(),
                     processes);
    }
    finding.help(
        "[[write how many hold it (`holders: 2`) or who (`people`), or `group: yes` where it is a team or a community "
        "and nobody in particular|find out how many people hold it, or who; it may also be a team or a community, and "
        "nobody in particular]]");
}

}  // namespace ims::rules::holders_unknown
