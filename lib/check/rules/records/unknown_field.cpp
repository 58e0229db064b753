#include "check/rule.h"

namespace ims {

IMS_DEFINE_RULE(unknown_field) = {
    .page = R"(A record, or a map inside of it, has a field that does not exist there. The nearest name is suggested.

## Why it matters

A misspelt field is a silent gap: the author believes that the owner, date or limit is recorded, and nothing reads it.
Documented information has to be fit for its use (harmonised clause 7.5.2).

## How to mend it

Write the name that the help line suggests; `ims schema KIND` lists the fields of a kind. What you want to keep although
no field is made for it goes into a field of your own, whose name begins with `x_`: `x_cost_centre: 4711`. A whole new
field can be added with a file in `schemas/`.

It cannot be accepted or turned off.
)",
    .bad = R"(# file: roles/driver.yaml
role: driver
title: Driver
deputys: [owner]
# file: roles/owner.yaml
role: owner
title: Owner
)",
    .good = R"(# file: roles/driver.yaml
role: driver
title: Driver
deputies: [owner]
# file: roles/owner.yaml
role: owner
title: Owner
)"};

}  // namespace ims
