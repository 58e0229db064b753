#include "check/rule.h"

namespace ims {

IMS_DEFINE_RULE(recursive_alias) = {.page = R"(An alias (`*name`) stands inside of the very value that it names.

## Why it matters

Written out, such a value would never end. Readers of YAML crash on it, loop, or drop a part of it, so the record cannot
be trusted. Mostly an asterisk was meant as a sign or as the dot of a list. Documented information has to be suitable
for use (harmonised clause 7.5.3).

## How to mend it

Write out what is meant, or name another value. A text that begins with `*` goes between quotes; an item of a list
begins with `- `.

It cannot be accepted or turned off.
)",
                                    .bad = R"(# file: roles/driver.yaml
role: driver
title: Driver
x_teams: &teams
  - vans
  - *teams
)",
                                    .good = R"(# file: roles/driver.yaml
role: driver
title: Driver
x_teams:
  - vans
  - bicycles
)"};

}  // namespace ims
