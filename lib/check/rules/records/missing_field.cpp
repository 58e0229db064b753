#include "check/rule.h"

namespace ims {

const Rule rules::missing_field = {
    .id = RuleId::missing_field,
    .page =
        R"(A field without which the record, or an entry of a list in it, says nothing is missing or empty: a title, what a
supplier provides, the date of an incident.

## Why it matters

These few fields are what makes the record understandable: reports print them and rules count on them. An incident
without a date can be held against no deadline. Documented information has to be identified and described (harmonised
clause 7.5.2).

## How to mend it

Add the field that the message names; the help line says what belongs into it. If you do not know the value, ask the
owner of the record. `status: draft` marks a record as unfinished, but does not make up for a required field.

It cannot be accepted or turned off.
)",
    .bad = R"(# file: suppliers/garage.yaml
supplier: garage
title: Garage in Mill Lane
)",
    .good = R"(# file: suppliers/garage.yaml
supplier: garage
title: Garage in Mill Lane
provides: Maintenance of the van
)"};

}  // namespace ims
