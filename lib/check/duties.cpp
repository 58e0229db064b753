#include "check/duties.h"

#include "schema/fields.h"

namespace ims {

bool must_be_apart(const RecordView& role, const RecordView& other) {
    if (!role.is(kinds::role) || !other.is(kinds::role)) return false;
    const Field field = fields::role::conflicts_with.role;
    return role.links_to(field, other.record()) || other.links_to(field, role.record());
}

}  // namespace ims
