#include "check/rule.h"

namespace ims {

IMS_DEFINE_RULE(several_kinds) = {
    .page = R"(A record names two or more kinds, for example `process:` and `role:`, so it is not clear what it is.

## Why it matters

Each kind has its own fields and rules. Two records ran together, or a link was written with the name of a kind where a
field was meant. Documented information has to be identified (harmonised clause 7.5.2).

## How to mend it

If these are two records, put a line `---` between them, or each into a file of its own. If one of the keys was meant
as a link, use the field of that name: `processes: [take-orders]` instead of `process: take-orders`.

It cannot be accepted or turned off.
)",
    .bad = R"(# file: records.yaml
role: driver
title: Driver
process: deliver-flowers
purpose: Brings orders to the customer's door.
)",
    .good = R"(# file: records.yaml
role: driver
title: Driver
---
process: deliver-flowers
title: Deliver flowers
purpose: Brings orders to the customer's door.
)"};

}  // namespace ims
