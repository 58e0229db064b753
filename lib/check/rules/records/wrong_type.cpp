#include "check/rule.h"

namespace ims {

IMS_DEFINE_RULE(wrong_type) = {
    .page =
        R"(A value has another form than its field takes: a list where one word is due, a text where a map with fields is due, a
word where a number is due, or an id without its kind where several kinds are possible.

## Why it matters

A value of the wrong form cannot be read, so the record says nothing at that place although something is written there.
Documented information has to be in a suitable format (harmonised clause 7.5.2).

## How to mend it

Write the value as the help line shows. One value alone may always stand where a list is due. Where a field takes
several kinds, an id says which one is meant: `supplier/web-host`.

It cannot be accepted or turned off.
)",
    .bad = R"(# file: roles/driver.yaml
role: driver
title: Driver
holders: two
)",
    .good = R"(# file: roles/driver.yaml
role: driver
title: Driver
holders: 2
)"};

}  // namespace ims
