#include <fmt/format.h>

#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims::rules::empty_role {

void check(const RecordView& role, const CheckContext& context, Reporter& report) {
    // What could not be read may give it something to do.
    if (!context.facts.people().idle(role.record()) || context.graph.anything_unread()) return;
    if (role[fields::role::responsibilities].invalid() || role[fields::role::processes].invalid()) return;
    report.on(role, fmt::format("role {} has nothing to do", ticked(role)))
        .field("responsibilities")
        .note("it has no responsibilities, takes part in no process, and no record names it for anything")
        .help("add `responsibilities`, name it where it takes part, or set it to `status: retired`");
}

}  // namespace ims::rules::empty_role
