#include "assess/concerns/obligations.h"

#include "schema/fields.h"

namespace ims {

bool applies(const RecordView& obligation) { return obligation[fields::obligation::applies].yes().value_or(true); }

bool is_binding(const RecordView& obligation, Date today) {
    if (!obligation.active() || !applies(obligation)) return false;
    const auto since = obligation[fields::obligation::since].date();
    return !since || *since <= today;
}

bool is_everywhere(const RecordView& obligation) { return obligation.says_yes(fields::obligation::everywhere); }

}  // namespace ims
