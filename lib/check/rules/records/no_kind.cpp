#include "check/rule.h"

namespace ims {

IMS_DEFINE_RULE(no_kind) = {.page = R"(A YAML document in the folder is no record: none of its keys names a kind.

## Why it matters

A record begins with its kind and id, `process: take-orders`. Without them nothing can refer to it, no rule looks at it,
and a reader does not know what it is. Documented information has to be identified (harmonised clause 7.5.2).

## How to mend it

Begin the document with the kind of record that it is and an id: `role: driver`. `ims list` names the kinds.
If the file belongs to another program, name it under `ignore` in `ims.yaml`, move it out of the folder, or put it into
a hidden folder. An empty document, or one with comments only, is not reported.

It cannot be accepted or turned off.
)",
                            .bad = R"(# file: roles/driver.yaml
title: Driver
purpose: Brings orders to the customer's door.
)",
                            .good = R"(# file: roles/driver.yaml
role: driver
title: Driver
purpose: Brings orders to the customer's door.
)"};

}  // namespace ims
