#include "check/rule.h"

namespace ims {

IMS_DEFINE_RULE(invalid_duration) = {.page = R"(A length of time is not a number and a unit, for example `4 h`.

## Why it matters

Recovery times and intervals are compared and added: `4` could be hours or days, and "a few days" cannot be compared
with anything. Times within which activities are to be taken up again have to be set (ISO 22301 8.2.2), and intervals
are planned ones (harmonised clauses 9.1 to 9.3).

## How to mend it

Write a number and one of the units `min`, `h`, `d`, `w`, `months`, `y`: `30 min`, `4 h`, `2 d`, `1 w`, `6 months`,
`1 y`. Decimals are allowed (`1.5 h`), and so is ISO 8601 (`PT4H`). `0 h` means none at all; leave the field out where
you do not know.

It cannot be accepted or turned off.
)",
                                     .bad = R"(# file: processes/deliver-flowers.yaml
process: deliver-flowers
title: Deliver flowers
continuity: {prioritised: yes, rto: 4}
)",
                                     .good = R"(# file: processes/deliver-flowers.yaml
process: deliver-flowers
title: Deliver flowers
continuity: {prioritised: yes, rto: 4 h}
)"};

}  // namespace ims
