#include "check/rule.h"

namespace ims {

IMS_DEFINE_RULE(wrong_kind_reference) = {
    .page =
        R"(A field names a record that exists, but is of a kind that the field does not take: a person where a role is due, a site
where an asset is due.

## Why it matters

The link does not say what its author meant, and no rule follows it: an owner that is no role has no duties, no deputy
and no competence. Responsibilities are assigned to roles (harmonised clause 5.3).

## How to mend it

Name a record of the kind that the message asks for. Where the field takes several kinds, put the right one in front of
the id: `person/p-07`. Perhaps another field is the right one: `ims schema KIND` describes them.

It cannot be accepted or turned off.
)",
    .bad = R"(# file: processes/deliver-flowers.yaml
process: deliver-flowers
title: Deliver flowers
sites: [van]
# file: assets/van.yaml
asset: van
title: Van
type: vehicle
)",
    .good = R"(# file: processes/deliver-flowers.yaml
process: deliver-flowers
title: Deliver flowers
assets: [van]
# file: assets/van.yaml
asset: van
title: Van
type: vehicle
)"};

}  // namespace ims
