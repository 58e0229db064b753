#include "check/deputies.h"

#include "assess/people/said_of_holders.h"
#include "schema/fields.h"

namespace ims {

bool needs_deputy(const RecordView& role, const CheckContext& context) {
    const People& people = context.facts.people();
    return !is_group(role) && !people.holders(role.record()).vacant() && !people.only_included(role.record()) &&
           !people.idle(role.record());
}

DeputiesThere deputies_of(const RecordView& role, const CheckContext& context) {
    DeputiesThere out;
    for (const FieldView item : role[fields::role::deputies].children()) {
        const auto deputy = target_of(context.graph, item);
        // What names nobody, or the role itself, is reported as such.
        const bool reported = !deputy || deputy->record() == role.record();
        const bool here = !reported && (deputy->is(kinds::person) ? context.facts.people().is_here(deputy->record())
                                                                  : deputy->active());
        if (reported || here) return {true, {}};
        out.gone.push_back(deputy->record());
    }
    // Written, and could not be read.
    out.some = role[fields::role::deputies].invalid();
    return out;
}

}  // namespace ims
