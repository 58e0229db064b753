#include "check/rule.h"

namespace ims {

IMS_DEFINE_RULE(merge_key) = {.page = R"(A mapping takes over the fields of another one with a merge key (`<<`).

## Why it matters

Merge keys were an addition to YAML 1.1 and are not part of YAML 1.2. Some readers follow them, some take `<<` for a
field like others: the same file says two different things. For a person, too, a record that is spread over several
places is hard to review (harmonised clause 7.5.2: identification and a suitable format).

## How to mend it

Write the fields out. A whole value that is the same in two places may be named by an anchor and an alias
(`owner: &boss shop-manager`, `by: *boss`); what all records of a kind have in common belongs under `defaults` in
`ims.yaml`; what several roles share belongs in a role that they name under `includes`.

It cannot be accepted or turned off.
)",
                              .bad = R"(# file: roles/driver.yaml
role: driver
title: Driver
responsibilities:
  - &loading
    does: Secures the load
    disciplines: [health-and-safety]
  - <<: *loading
    does: Checks the brakes
)",
                              .good = R"(# file: roles/driver.yaml
role: driver
title: Driver
responsibilities:
  - does: Secures the load
    disciplines: [health-and-safety]
  - does: Checks the brakes
    disciplines: [health-and-safety]
)"};

}  // namespace ims
