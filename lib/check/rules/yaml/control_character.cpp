#include "check/rule.h"

namespace ims {

IMS_DEFINE_RULE(control_character) = {
    .page =
        R"(A file holds a character that steers a terminal or printer and cannot be seen, for example a bell (U+0007) or an escape
(U+001B). The first one is marked, with the number of further ones. Tabs and line ends are not meant.

## Why it matters

Nobody who reviews the record sees such a character, yet it changes what programs make of the text; an escape can hide
or rewrite what a terminal shows. YAML forbids it for that reason. It mostly comes from pasting out of a PDF file or a
terminal. Documented information has to be protected from alterations that nobody intends (harmonised clause 7.5.3).

## How to mend it

Delete the character: put the cursor behind the place that the message names and press the backspace key, or type the
line anew.

It cannot be accepted or turned off.
)",
    .bad = R"(# file: roles/driver.yaml
role: driver
title: Driver
purpose: Brings)"
           "\x07"
           R"( orders to the customer's door.
)",
    .good = R"(# file: roles/driver.yaml
role: driver
title: Driver
purpose: Brings orders to the customer's door.
)"};

}  // namespace ims
