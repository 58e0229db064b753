#include <algorithm>

#include "check/deputies.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::role_without_deputy {
namespace {

// The first process that must not stand still in which the role takes part.
RecordId prioritised_process(const RecordView& role, const CheckContext& context) {
    const auto processes = context.facts.processes_of(role.record());
    const auto found = std::ranges::find_if(processes, [&](RecordId process) {
        const FieldView continuity = context.graph[process][fields::process::continuity];
        return continuity[fields::process::continuity.prioritised].yes().value_or(false);
    });
    return found == processes.end() ? RecordId() : *found;
}

}  // namespace

void check(const RecordView& role, const CheckContext& context, Reporter& report) {
    // An empty chair, a role without work and one that others take over are another matter.
    if (!needs_deputy(role, context)) return report.not_asked(role);
    const Holders& holders = context.facts.people().holders(role.record());
    // Two stand in for each other. Where nothing is said of holders, holders-unknown speaks; what could not be read may
    // be a second one.
    if (holders.count() >= 2 || !holders.known) return;
    const DeputiesThere deputies = deputies_of(role, context);
    if (deputies.some) return;

    auto finding = report.at(
        role, role[fields::role::deputies],
        deputies.gone.empty() ? report.say("role {} has no deputy", role)
                              : report.say("[[no deputy of|nobody who is named as deputy of]] role {} is there", role));
    finding.asks_for(role, {fields::role::deputies}).field("deputies").because(role.record());
    for (const RecordId id : deputies.gone) {
        const RecordView each = context.graph[id];
        finding.because(id);
        const auto left = each[fields::person::left].date();
        finding.note(each.active() && left ? report.say("{} left on {}", holder(each), *left)
                                           : report.say("{} is still a draft", holder(each)));
    }
    if (const RecordId process = prioritised_process(role, context); process.known()) {
        finding.grade(Grade::high).note("it takes part in process {}, which is prioritised for continuity", process);
        finding.label(context.graph[process].id_span(), "the process");
    } else if (const auto processes = context.facts.processes_of(role.record()); !processes.empty()) {
        finding.note("it takes part in [[{0} {0:process|processes}: {1}|{0:process|processes} {1}]]", processes.size(),
                     processes);
    }
    finding.help(
        "name who stands in[[: `deputies: [ROLE]`, or `deputies: [person/ID]`|, and see that they are able to]]");
}

}  // namespace ims::rules::role_without_deputy
