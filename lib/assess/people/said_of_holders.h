// What a role says of who holds it, whether or not that could be read.
#pragma once

#include "link/graph.h"
#include "schema/fields.h"

namespace ims {

// A team or community, nobody in particular. A word that could not be read may be a yes.
inline bool is_group(const RecordView& role) {
    return role[fields::role::group].yes().value_or(role.has(fields::role::group));
}

// It says who holds it, or how many do, well or not; or that it is a group. People may say it too.
inline bool is_said_who_holds(const RecordView& role) {
    return role.has(fields::role::holders) || role.has(fields::role::people) || is_group(role);
}

}  // namespace ims
