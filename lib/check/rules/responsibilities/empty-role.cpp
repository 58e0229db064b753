#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::empty_role {

void check(const RecordView& role, const CheckContext& context, Reporter& report) {
    // What could not be read may give it something to do.
    if (!context.facts.people().idle(role.record()) || context.graph.anything_unread()) return;
    if (role[fields::role::responsibilities].invalid() || role[fields::role::processes].invalid()) return;
    report.on(role, "role {} has nothing to do", role)
        .field("responsibilities")
        .asks_for(role, {fields::role::responsibilities})
        .note(
            "it has no responsibilities, takes part in no process, and [[no record names it for anything|is named for "
            "nothing else]]")
        .help(
            "[[add `responsibilities`, name it where it takes part, or set it to `status: retired`|say what it is "
            "responsible for, name it where it takes part, or give it up]]");
}

}  // namespace ims::rules::empty_role
