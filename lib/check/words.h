// What several rules say alike of intervals.
#pragma once

#include "link/graph.h"

namespace ims {

// "its interval is 6 months": its own, or that of ims.yaml.
Message told_interval(const FieldView& every, const Settings& settings, Arena& arena);

}  // namespace ims
