// Segregation of duties, where several rules ask for it.
#pragma once

#include "link/graph.h"

namespace ims {

// One of two roles says that one person must not hold both.
bool must_be_apart(const RecordView& role, const RecordView& other);

}  // namespace ims
