#include "check/rule.h"

namespace ims {

IMS_DEFINE_RULE(tag) = {.page = R"(A value carries a YAML tag, a word that begins with `!`.

## Why it matters

A tag tells a program to turn the value into something of its own. `ims` reads every value by what the schema says of
its field, so a tag can only mislead, and other readers stop at tags that they do not know. Mostly a text was meant
that happens to begin with `!`. Documented information has to stay readable (harmonised clause 7.5.3).

## How to mend it

Delete the tag, or put the text between quotes if the `!` belongs to it.

It cannot be accepted or turned off.
)",
                        .bad = R"(# file: roles/driver.yaml
role: driver
title: Driver
purpose: !important Brings orders to the customer's door.
)",
                        .good = R"(# file: roles/driver.yaml
role: driver
title: Driver
purpose: "!important Brings orders to the customer's door."
)"};

}  // namespace ims
