#include "check/rule.h"

namespace ims {

IMS_DEFINE_RULE(not_utf_8) = {
    .page =
        R"(A file is not text in the encoding UTF-8. The first byte that does not fit is marked; a file in UTF-16 or UTF-32 is
called by that name. In the example the `é` was saved in another encoding (Latin-1).

## Why it matters

The same bytes are other letters in another encoding: names of people, substances and places get mangled, first on one
computer and then, once the file is saved again, for good. Documented information has to stay legible (harmonised clause
7.5.3).

## How to mend it

Open the file in an editor and save it with the encoding UTF-8; most editors offer it under "Save as" or in the bar at
the bottom. Then look whether all accented letters are still right.

It cannot be accepted or turned off. A file that is no record at all can be named under `ignore` in `ims.yaml`.
)",
    .bad = R"(# file: suppliers/bakery.yaml
supplier: bakery
title: Caf)"
           "\xE9"
           R"( Anna
provides: Lunch for the shop
)",
    .good = R"(# file: suppliers/bakery.yaml
supplier: bakery
title: Café Anna
provides: Lunch for the shop
)"};

}  // namespace ims
