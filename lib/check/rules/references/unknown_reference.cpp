#include "check/rule.h"

namespace ims {

IMS_DEFINE_RULE(unknown_reference) = {
    .page = R"(A field names a record that does not exist. The nearest id is suggested.

## Why it matters

The link leads nowhere: a process seems to have an owner and has none, a risk seems to be treated and is not. A single
wrong letter is enough, and in a table or a handbook nobody notices. Processes and their interaction have to be
determined (ISO 9001 4.4.1), and documented information has to be identified (harmonised clause 7.5.2).

## How to mend it

Write the id that the help line suggests, or one that `ims list KIND` shows. If the record is still to be written, add
it; `status: draft` marks it as unfinished. If it was deleted, take the reference out, or bring it back with
`status: retired` and `replaced_by`, so that its history stays readable.

A record in a file that cannot be read counts as existing. It cannot be accepted or turned off.
)",
    .bad = R"(# file: processes/deliver-flowers.yaml
process: deliver-flowers
title: Deliver flowers
owner: driwer
# file: roles/driver.yaml
role: driver
title: Driver
)",
    .good = R"(# file: processes/deliver-flowers.yaml
process: deliver-flowers
title: Deliver flowers
owner: driver
# file: roles/driver.yaml
role: driver
title: Driver
)"};

}  // namespace ims
