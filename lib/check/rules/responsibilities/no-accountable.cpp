#include <fmt/format.h>

#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::no_accountable {

void check(const RecordView& process, const CheckContext&, Reporter& report) {
    namespace own = fields::process;
    // The owner is accountable for whatever names nobody else.
    if (process.has(fields::owner)) return;
    std::vector<FieldView> without;
    bool some = false;
    for (const FieldView activity : process[own::activities].children()) {
        if (activity[own::activities.accountable]) some = true;
        else if (activity.is(ValueType::map)) without.push_back(activity);
    }
    // None names anybody: what is missing is the owner, and process-without-owner says so once.
    if (!some) return report.not_asked(process);
    for (const FieldView& activity : without) {
        const FieldView name = activity[own::activities.name];
        report
            .at(process, name ? name : activity, "nobody is accountable for activity {}[[| of process {}]]",
                quoted(name.text(), 60), process)
            .field(fmt::format("activities[{}].accountable", name.text()))
            .asks_for(process, activity, {fields::process::activities.accountable})
            .because(process.record())
            .note("the process has no owner either, who would stand in; other activities say who answers for them")
            .help(
                "[[add `accountable: [ROLE]` to this activity, or give the process an `owner`|decide who answers for "
                "this activity, or give the process an owner]]");
    }
}

}  // namespace ims::rules::no_accountable
