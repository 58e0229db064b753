#include "check/rule.h"

namespace ims {

IMS_DEFINE_RULE(conflict_marker) = {
    .page =
        R"(A file holds the lines with which git marks two versions that it could not join (`<<<<<<<`, `=======`, `>>>>>>>`).

## Why it matters

Two people changed the same lines and nobody decided which version holds. Until somebody does, the record says two
things at once. Changes and versions of documented information have to be under control (harmonised clause 7.5.3).

## How to mend it

Decide for one of the two versions, or write a third one, and delete the three lines with the marks. If you are unsure
who is right, ask the author of the other version: the mark names the branch.

It cannot be accepted or turned off.
)",
    .bad = R"(# file: roles/driver.yaml
role: driver
title: Driver
<<<<<<< HEAD
holders: 2
=======
holders: 3
>>>>>>> new-van
)",
    .good = R"(# file: roles/driver.yaml
role: driver
title: Driver
holders: 3
)"};

}  // namespace ims
