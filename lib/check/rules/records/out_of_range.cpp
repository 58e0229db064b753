#include "check/rule.h"

namespace ims {

IMS_DEFINE_RULE(out_of_range) = {
    .page =
        R"(A number lies outside of what its field takes: a step that the scale in `ims.yaml` does not have, an impact above 5,
half a person.

## Why it matters

A likelihood of 7 on a scale of five steps has no meaning, and a level worked out from it would be wrong without anyone
noticing. Risks have to be rated in a way that gives consistent and comparable results (ISO/IEC 27001 6.1.2, ISO 31000).

## How to mend it

Write a number within the range that the help line names. If the scale itself is too short, change it under `risk` or
`classification` in `ims.yaml`, and look through the ratings made with the old one.

It cannot be accepted or turned off.
)",
    .bad = R"(# file: risks/van-breaks-down.yaml
risk: van-breaks-down
title: The van breaks down
disciplines: [business-continuity]
likelihood: 7
consequence: 3
)",
    .good = R"(# file: risks/van-breaks-down.yaml
risk: van-breaks-down
title: The van breaks down
disciplines: [business-continuity]
likelihood: 4
consequence: 3
)"};

}  // namespace ims
