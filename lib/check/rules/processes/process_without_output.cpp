#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims {
namespace {

void check(const RecordView& process, const CheckContext& context, Reporter& report) {
    if (process.has(fields::process::outputs)) return;
    // An input that names it says what it gives: unmatched-input asks for the output then.
    if (!context.facts.flows().claims(process.record()).empty()) return;
    const std::vector<RecordId> parts = context.facts.parts(process.record());
    const auto gives = [&](RecordId part) { return context.graph[part].has(fields::process::outputs); };
    if (std::ranges::any_of(parts, gives)) return;
    if (context.graph.may_be_unread(kinds::process)) return;
    report.on(process, fmt::format("process `{}` gives nothing out", visible(process.id())))
        .help("say what comes of it and who gets it: `outputs: [{item: …, to: process/…}]`")
        .field("outputs");
}

}  // namespace

IMS_DEFINE_RULE(process_without_output) = {
    .kinds = {kinds::process},
    .check_record = check,
    .page =
        R"(A process has no `outputs`, and neither has a part of it. If another process says that it takes something from this one,
`unmatched-input` is reported there instead.

## Why it matters

What a process is good for shows in what it gives out: a thing, a service, a decision, a record. Without it nobody can say
whether the process went well. Inputs and expected outputs of processes have to be determined (ISO 9001 4.4.1 a).

## How to mend it

Ask who would notice if the process stopped, and what they would miss: that is the output. A support process gives
something too: wages paid, a trained colleague, a working till. Write it in a few words, with who gets it.

To accept it, add an entry to `exceptions` of the process: `rule: process-without-output`, with `reason`, `by` and `until`.
To see it never, write `process-without-output: off` under `check.rules` in `ims.yaml`.
)",
    .bad = R"(# file: processes/deliver-flowers.yaml
process: deliver-flowers
title: Deliver flowers
)",
    .good = R"(# file: processes/deliver-flowers.yaml
process: deliver-flowers
title: Deliver flowers
outputs:
  - item: delivered flowers
    to: interested_party/customers
# file: parties/customers.yaml
interested_party: customers
title: Customers
)"};

}  // namespace ims
