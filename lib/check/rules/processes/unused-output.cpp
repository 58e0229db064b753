#include <optional>

#include <fmt/format.h>

#include "check/flow_items.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::unused_output {

void check(const RecordView& process, const CheckContext& context, Reporter& report) {
    const Flows& flows = context.facts.flows();
    if (!process.has(fields::process::outputs)) return report.not_asked(process);
    // A process that cannot be read may take anything.
    if (context.graph.may_be_unread(kinds::process)) return;
    std::optional<NearItems> claims;  // made at the first miss
    for (const FieldView output : process[fields::process::outputs].children()) {
        const FieldView item = output[fields::process::outputs.item];
        if (!is_known_item(item) || output[fields::process::outputs.to]) continue;
        if (!flows.takers(item).empty()) continue;
        // A process that takes nearly this from here misspelt it, or we did: unmatched-input says so there.
        if (!claims) claims.emplace(unmatched_claims(flows, process.record()));
        if (claims->find(item)) continue;
        report
            .at(process, item, "nobody takes {}, which process {} gives out", shown_item(item, report.arena()), process)
            .help("say who gets it, [[`to: process/…` or `to: interested_party/…`, ]]or stop making it")
            .field(fmt::format("outputs[{}].to", item_name(item)))
            .asks_for(process, output, {fields::process::outputs.to});
    }
}

}  // namespace ims::rules::unused_output
