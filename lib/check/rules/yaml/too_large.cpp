#include "check/rule.h"

namespace ims {

IMS_DEFINE_RULE(too_large) = {
    .page =
        R"(A file has more than 16 MB, or its aliases would make more than 100,000 values of one document once they are written out.

## Why it matters

A record has a few hundred lines at most. A file of many megabytes is an export, a backup or a log that ended up among
the records. And a few lines of aliases that name each other can stand for billions of values: what looks harmless would
stop every program that reads it. Documented information has to be suitable for use and protected (harmonised clause
7.5.3).

## How to mend it

Split a large file: one record a file is the habit. Write out what aliases are meant to say, with fewer aliases inside
of what other aliases name. Name a file that holds no records under `ignore` in `ims.yaml`.

It cannot be accepted or turned off.
)",
    .bad = R"(# file: roles/driver.yaml
role: driver
title: Driver
x_a: &a [x, x, x, x, x, x, x, x, x, x]
x_b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]
x_c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]
x_d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]
x_e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d, *d]
)",
    .good = R"(# file: roles/driver.yaml
role: driver
title: Driver
x_a: &a [x, x, x, x, x, x, x, x, x, x]
x_b: [*a, *a]
)"};

}  // namespace ims
