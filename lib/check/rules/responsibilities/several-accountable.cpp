#include <fmt/format.h>

#include "assess/records/record_set.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::several_accountable {

void check(const RecordView& process, const CheckContext& context, Reporter& report) {
    namespace own = fields::process;
    if (!process.has(own::activities)) return report.not_asked(process);
    for (const FieldView activity : process[own::activities].children()) {
        std::vector<RecordId> roles;
        RecordSet known;
        for (const FieldView item : activity[own::activities.accountable].children()) {
            const auto role = target_of(context.graph, item);
            if (role && known.insert(role->record())) roles.push_back(role->record());
        }
        if (roles.size() < 2) continue;
        const std::string_view name = activity[own::activities.name].text();
        report
            .at(process, activity[own::activities.accountable],
                "{0} roles are accountable for activity {1}[[| of process {3}]]: {2}", roles.size(), quoted(name, 60),
                roles, process)
            .field(fmt::format("activities[{}].accountable", name))
            .note("where several answer for it, each may leave it to the other")
            .help(
                "[[keep one of them, for example `accountable: [{}]`, and name the others under `responsible` or "
                "`consulted`|keep the one that decides in a dispute; the others do the work, or are asked before]]",
                plain(roles.front()));
    }
}

}  // namespace ims::rules::several_accountable
