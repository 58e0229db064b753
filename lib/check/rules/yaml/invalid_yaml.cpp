#include "check/rule.h"

namespace ims {

IMS_DEFINE_RULE(invalid_yaml) = {
    .page =
        R"(The text of a file breaks a rule of YAML, so that it cannot be read, or would be read as something else than it says.
The message tells what was seen and the help what was expected; a quote that is never closed is reported where it opens.
Nothing of that document is checked until it is mended. Its records still count as existing: references to them are not
reported as unknown, and nothing is reported as missing that they could hold.

## Why it matters

Readers of YAML forgive different mistakes in different ways, and some swallow the rest of the file without a word.
Records that cannot be read with certainty are no evidence: the harmonised clause 7.5.3 of all management system
standards asks for documented information that is available and suitable for use.

## How to mend it

Look at the place that is marked and do what the help line says. What helps most often:

- put a text that holds `: ` or ` #`, or begins with a sign, between quotes;
- indent with spaces, and give lines that belong together the same number of them;
- close every quote and bracket.

It cannot be accepted or turned off. A file that is no record at all can be named under `ignore` in `ims.yaml`.
)",
    .bad = R"(# file: roles/driver.yaml
role: driver
title: "Driver
purpose: Brings orders to the customer's door.
)",
    .good = R"(# file: roles/driver.yaml
role: driver
title: "Driver"
purpose: Brings orders to the customer's door.
)"};

}  // namespace ims
