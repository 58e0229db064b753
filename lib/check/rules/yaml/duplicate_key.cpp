#include "check/rule.h"

namespace ims {

IMS_DEFINE_RULE(duplicate_key) = {.page = R"(A key stands twice in one mapping. Both places are shown.

## Why it matters

YAML forbids it, and programs that read the file all the same keep one of the two values and drop the other without a
word. One reader then sees another owner, date or limit than the next. Changes to documented information have to be
under control (harmonised clause 7.5.3).

## How to mend it

Delete one of the two. If both values are meant, and the field takes a list, put them into one list below one key.
It often comes from pasting a block, or from a merge of two branches: look whether more was doubled.

It cannot be accepted or turned off.
)",
                                  .bad = R"(# file: roles/driver.yaml
role: driver
title: Driver
purpose: Brings orders to the customer's door.
title: Van driver
)",
                                  .good = R"(# file: roles/driver.yaml
role: driver
title: Van driver
purpose: Brings orders to the customer's door.
)"};

}  // namespace ims
