#include "check/rule.h"

namespace ims {

IMS_DEFINE_RULE(too_deep) = {.page = R"(Values are nested more than 100 levels deep.

## Why it matters

A record needs four or five levels. A hundred are a mistake of a program that wrote the file, or an attempt to make
readers of it crash. The limit keeps `ims` from running out of memory on such a file, so that all others are still
checked. Documented information has to be suitable for use (harmonised clause 7.5.3).

## How to mend it

Look for brackets or dashes that are not meant, and for a program that wraps its own output again each time it runs.

It cannot be accepted or turned off. A file that is no record at all can be named under `ignore` in `ims.yaml`.
)",
                             .bad = R"(# file: roles/driver.yaml
role: driver
title: Driver
x_imported: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
)",
                             .good = R"(# file: roles/driver.yaml
role: driver
title: Driver
x_imported: []
)"};

}  // namespace ims
