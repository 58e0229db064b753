#include "check/rule.h"

namespace ims {

IMS_DEFINE_RULE(unknown_kind) = {
    .page =
        R"(A document begins with a word that is nearly the name of a kind, or a reference names a kind that does not exist
(`machine/van` instead of `asset/van`).

## Why it matters

What has no known kind is judged by no rule, and a reference to it leads nowhere. Documented information has to be
identified (harmonised clause 7.5.2).

## How to mend it

Write the kind that the help line suggests. `ims list` names all kinds; a folder of its own may add some in
`schemas/*.schema.json`.

It cannot be accepted or turned off.
)",
    .bad = R"(# file: roles/driver.yaml
rol: driver
title: Driver
)",
    .good = R"(# file: roles/driver.yaml
role: driver
title: Driver
)"};

}  // namespace ims
