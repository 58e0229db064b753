#include <vector>

#include <fmt/format.h>

#include "base/nearest.h"
#include "base/text.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims {
namespace {

// A process that takes nearly this from here misspelt it, or we did: unmatched-input says so there.
bool is_nearly_taken(const Flows& flows, RecordId process, const FieldView& item) {
    std::vector<std::string_view> wanted;
    for (const FieldView input : flows.claims(process)) wanted.push_back(input[fields::process::inputs.item].text());
    return nearest(item.text(), wanted).has_value();
}

void check(const RecordView& process, const CheckContext& context, Reporter& report) {
    const Flows& flows = context.facts.flows();
    // A process that cannot be read may take anything.
    if (context.graph.may_be_unread(kinds::process)) return;
    for (const FieldView output : process[fields::process::outputs].children()) {
        const FieldView item = output[fields::process::outputs.item];
        if (!item || item.invalid() || output[fields::process::outputs.to]) continue;
        if (!flows.takers(item).empty() || is_nearly_taken(flows, process.record(), item)) continue;
        const std::string name = shorten(item.text(), 60);
        report
            .at(process, item,
                fmt::format("nobody takes `{}`, which process `{}` gives out", name, visible(process.id())))
            .help("say who gets it, `to: process/…` or `to: interested_party/…`, or stop making it")
            .field(fmt::format("outputs[{}].to", name));
    }
}

}  // namespace

IMS_DEFINE_RULE(unused_output) = {
    .kinds = {kinds::process},
    .check_record = check,
    .page =
        R"(A process gives something out, does not say to whom (`to`), and no other process takes it in under the same name. Small and
capital letters do not matter; a document or asset is also known by its title.

## Why it matters

What nobody takes is work for nothing, or somebody takes it whom the records do not know: then nobody tells them when it
changes or fails to come. How processes follow each other and interact has to be determined (ISO 9001 4.4.1 b).

## How to mend it

Say who gets it: `to: process/arrange-flowers` or `to: interested_party/customers`. Or write it as an input of the process
that takes it, in the same words. If nobody does, ask whether it has to be made at all.

To accept it, add an entry to `exceptions` of the process: `rule: unused-output`, with `reason`, `by` and `until`. To see it
never, write `unused-output: off` under `check.rules` in `ims.yaml`.
)",
    .bad = R"(# file: processes/take-orders.yaml
process: take-orders
title: Take orders
outputs:
  - item: order slip
# file: processes/arrange-flowers.yaml
process: arrange-flowers
title: Arrange flowers
)",
    .good = R"(# file: processes/take-orders.yaml
process: take-orders
title: Take orders
outputs:
  - item: order slip
# file: processes/arrange-flowers.yaml
process: arrange-flowers
title: Arrange flowers
inputs:
  - item: order slip
    from: process/take-orders
)"};

}  // namespace ims
