#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::process_without_output {

void check(const RecordView& process, const CheckContext& context, Reporter& report) {
    // An input that names it says what it gives: unmatched-input asks for the output then.
    if (!context.facts.flows().claims(process.record()).empty()) return;
    if (context.facts.shared_with_parts().gives_out[process.record()].found) return;
    if (context.graph.may_be_unread(kinds::process)) return;
    report.on(process, "process {} gives nothing out", process)
        .help("say what comes of it and who gets it[[: `outputs: [{{item: …, to: process/…}}]`]]")
        .field("outputs")
        .asks_for(process, {fields::process::outputs});
}

}  // namespace ims::rules::process_without_output
