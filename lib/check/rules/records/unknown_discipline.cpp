#include "check/rule.h"

namespace ims {

IMS_DEFINE_RULE(unknown_discipline) = {
    .page =
        R"(A record names a discipline that is not in force in this folder: it is misspelt, or `ims.yaml` does not list it.

## Why it matters

A risk, duty or objective of a discipline that is not in force counts nowhere: no gap is found for it and no report shows
it. What the management system covers has to be determined (harmonised clause 4.3).

## How to mend it

Write the name that the help line suggests. If your organisation does work by that discipline, put it in force:
`disciplines: {energy: {}}` in `ims.yaml`.

It cannot be accepted or turned off.
)",
    .bad = R"(# file: risks/van-breaks-down.yaml
risk: van-breaks-down
title: The van breaks down
disciplines: [continuity]
)",
    .good = R"(# file: risks/van-breaks-down.yaml
risk: van-breaks-down
title: The van breaks down
disciplines: [business-continuity]
)"};

}  // namespace ims
