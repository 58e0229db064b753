#include "check/rule.h"

namespace ims {

IMS_DEFINE_RULE(duplicate_id) = {
    .page =
        R"(Two records of one kind have the same id. Both places are shown. The same id in two kinds is fine: `role/owner` and
`person/owner` are different records.

## Why it matters

A reference to this id could mean either record, so a risk, a duty or a piece of evidence may be counted for the wrong
one. Documented information has to be identified (harmonised clause 7.5.2).

## How to mend it

If both describe the same thing, make them one record and delete the other. If they are different things, give one of
them another id and look through the records that name it: which of the two was meant?

It cannot be accepted or turned off.
)",
    .bad = R"(# file: roles/driver.yaml
role: driver
title: Driver
# file: safety/driver.yaml
role: driver
title: Driver of the van
)",
    .good = R"(# file: roles/driver.yaml
role: driver
title: Driver
# file: safety/driver.yaml
role: van-driver
title: Driver of the van
)"};

}  // namespace ims
