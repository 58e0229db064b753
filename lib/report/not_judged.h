// The end of every report: what it could not look at, so that nobody takes silence for order.
#pragma once

#include "report/page.h"

namespace ims {

void add_what_was_not_judged(Page& page);

}  // namespace ims
