#include "check/rule.h"

namespace ims {

IMS_DEFINE_RULE(unreadable_file) = {
    .page =
        R"(A file or folder could not be opened, or what is named like a record file is none: a pipe, a device, or a link that leads
nowhere. There is no example, since no text shows it.

Everything else is checked. As nobody knows what the file holds, references that fit its name are not reported as
unknown, and nothing is reported as missing that it could say.

## Why it matters

What cannot be opened is no evidence, and a check that skipped it in silence would claim more than it saw. Documented
information has to be available where it is needed (harmonised clause 7.5.3).

## How to mend it

Give yourself the right to read it (`chmod u+r FILE`), mend or delete the link, or move away what does not belong to the
records. A file that is no record at all can be named under `ignore` in `ims.yaml`.

It cannot be accepted or turned off.
)"};

}  // namespace ims
