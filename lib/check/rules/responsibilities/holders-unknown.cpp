#include <fmt/format.h>

#include "assess/people/said_of_holders.h"
#include "base/text.h"
#include "check/deputies.h"
#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims::rules::holders_unknown {

void check(const RecordView& role, const CheckContext& context, Reporter& report) {
    if (!needs_deputy(role, context)) return report.not_asked(role);
    // Whoever is unread may hold it.
    if (is_said_who_holds(role) || !role.lacks(fields::role::people)) return;
    const DeputiesThere deputies = deputies_of(role, context);
    if (deputies.some) return;
    auto finding = report.on(role, fmt::format("nothing says how many people hold role {}", ticked(role)));
    finding.field("holders").because(role.record());
    finding.note(deputies.gone.empty() ? "it names no deputy: if one person holds it, nobody stands in"
                                       : fmt::format("no deputy of it is there: {}",
                                                     join_names(ids_of(context.graph, deputies.gone), Ticks::yes)));
    if (const auto processes = context.facts.processes_of(role.record()); !processes.empty()) {
        finding.note(fmt::format("it takes part in {}: {}", counted(processes.size(), "process", "processes"),
                                 join_names(ids_of(context.graph, processes), Ticks::yes)));
    }
    finding.help(
        "write how many hold it (`holders: 2`) or who (`people`), or `group: yes` where it is a team or a community "
        "and nobody in particular");
}

}  // namespace ims::rules::holders_unknown
