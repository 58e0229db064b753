#include <vector>

#include <fmt/format.h>

#include "base/nearest.h"
#include "base/text.h"
#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims::rules::unused_output {
namespace {

// A process that takes nearly this from here misspelt it, or we did: unmatched-input says so there.
bool is_nearly_taken(const Flows& flows, RecordId process, const FieldView& item) {
    std::vector<std::string_view> wanted;
    for (const FieldView input : flows.claims(process)) wanted.push_back(input[fields::process::inputs.item].text());
    return nearest(item.text(), wanted).has_value();
}

}  // namespace

void check(const RecordView& process, const CheckContext& context, Reporter& report) {
    const Flows& flows = context.facts.flows();
    if (!process.has(fields::process::outputs)) return report.not_asked(process);
    // A process that cannot be read may take anything.
    if (context.graph.may_be_unread(kinds::process)) return;
    for (const FieldView output : process[fields::process::outputs].children()) {
        const FieldView item = output[fields::process::outputs.item];
        if (!item || item.invalid() || output[fields::process::outputs.to]) continue;
        if (!flows.takers(item).empty() || is_nearly_taken(flows, process.record(), item)) continue;
        const std::string name = shorten(item.text(), 60);
        report.at(process, item, fmt::format("nobody takes `{}`, which process {} gives out", name, ticked(process)))
            .help("say who gets it, `to: process/…` or `to: interested_party/…`, or stop making it")
            .field(fmt::format("outputs[{}].to", name));
    }
}

}  // namespace ims::rules::unused_output
