#include "check/rule.h"

namespace ims {

IMS_DEFINE_RULE(invalid_date) = {
    .page = R"(A date is not written as year, month and day (`2026-03-31`), or names a day that does not exist.

## Why it matters

`03/04/2026` is April to one reader and March to the next. What falls due, what is late and what is still valid is
worked out from these dates; retention and review of documented information depend on them (harmonised clause 7.5.3).

## How to mend it

Write the year with four digits, the month and the day with two, with hyphens between them. Months have 30 or 31 days;
February has 29 in 2028 and 28 in the years between.

It cannot be accepted or turned off.
)",
    .bad = R"(# file: incidents/van-broke-down.yaml
incident: van-broke-down
title: The van broke down on the ring road
date: 31.03.2026
type: incident
)",
    .good = R"(# file: incidents/van-broke-down.yaml
incident: van-broke-down
title: The van broke down on the ring road
date: 2026-03-31
type: incident
)"};

}  // namespace ims
