#include <fmt/format.h>

#include "base/text.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims {
namespace {

void check(const RecordView& process, const CheckContext&, Reporter& report) {
    if (process.has(fields::owner)) return;
    report.on(process, fmt::format("process `{}` has no owner", visible(process.id())))
        .note("so nobody answers for its results or decides on a change")
        .help("add `owner: ` and the role that answers for it")
        .field("owner");
}

}  // namespace

IMS_DEFINE_RULE(process_without_owner) = {
    .kinds = {kinds::process},
    .check_record = check,
    .page = R"(A process names no `owner`, the one role that answers for its results.

## Why it matters

Work that belongs to everybody belongs to nobody: no one notices that it slips, and no one may change it. Responsibilities
and authorities for processes have to be assigned (ISO 9001 4.4.1 e; harmonised clause 5.3).

## How to mend it

Name the role that decides how the work is done and answers for the outcome, mostly the one that leads those who do it.
The owner is the accountable one of the whole process; steps may have others under `activities`. If one role owns most
processes, write it once as a default in `ims.yaml`: `defaults: {process: {owner: shop-manager}}`.

To accept it, add an entry to `exceptions` of the process: `rule: process-without-owner`, with `reason`, `by` and `until`.
To see it never, write `process-without-owner: off` under `check.rules` in `ims.yaml`.
)",
    .bad = R"(# file: processes/deliver-flowers.yaml
process: deliver-flowers
title: Deliver flowers
responsible: [driver]
# file: roles/driver.yaml
role: driver
title: Driver
)",
    .good = R"(# file: processes/deliver-flowers.yaml
process: deliver-flowers
title: Deliver flowers
owner: driver
responsible: [driver]
# file: roles/driver.yaml
role: driver
title: Driver
)"};

}  // namespace ims
