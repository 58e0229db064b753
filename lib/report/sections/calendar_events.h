// What falls due as events of a calendar.
#pragma once

#include <vector>

#include "assess/overview/due_dates.h"
#include "report/page.h"

namespace ims {

// Those of `dates` that have a day, in their order; how many have none stands in what the calendar says of itself.
CalendarOf calendar_of(const Page& page, const std::vector<const DueDate*>& dates);

}  // namespace ims
