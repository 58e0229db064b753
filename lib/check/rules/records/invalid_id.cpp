#include "check/rule.h"

namespace ims {

IMS_DEFINE_RULE(invalid_id) = {
    .page =
        R"(A record has no id, or one that other records cannot name. An id begins with a letter or digit, of any script, and goes
on with letters, digits, `.`, `_` and `-`.

## Why it matters

The id is how all other records refer to this one, in lists, in `kind/id` and on the command line; a blank or a slash in
it cannot be told from what stands around it. Documented information has to be identified (harmonised clause 7.5.2).

## How to mend it

Write a short name with hyphens instead of blanks: `deliver-flowers`. The full name belongs in `title`, where every
character may stand. Where other records refer to the old form, change it there too.

It cannot be accepted or turned off.
)",
    .bad = R"(# file: processes/deliver-flowers.yaml
process: Deliver flowers
title: Deliver flowers
)",
    .good = R"(# file: processes/deliver-flowers.yaml
process: deliver-flowers
title: Deliver flowers
)"};

}  // namespace ims
