// Whether somebody stands in for a role, where several rules ask for it.
#pragma once

#include <vector>

#include "check/rule.h"

namespace ims {

// It has work that one person may be alone with: it is in force, not vacant, no group, and not only there to be taken
// over by others.
bool needs_deputy(const RecordView& role, const CheckContext& context);

struct DeputiesThere {
    bool some = false;           // somebody is there, or may be
    std::vector<RecordId> gone;  // of those who are named, where nobody is there: they left, or are still a draft
};
DeputiesThere deputies_of(const RecordView& role, const CheckContext& context);

}  // namespace ims
