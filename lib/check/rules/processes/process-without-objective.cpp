#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::process_without_objective {

void check(const RecordView& process, const CheckContext& context, Reporter& report) {
    const bool unread = context.graph.may_be_unread(kinds::objective) || context.graph.may_be_unread(kinds::process);
    if (unread || process[fields::process::objectives].invalid()) return;
    if (context.facts.shared_with_parts().measured[process.record()].found) return;
    FindingBuilder finding = report.on(process, "process {} has no objective", process);
    finding.field("objectives");
    for (const RecordView draft : process.linked(fields::process::objectives)) {
        finding.note("objective {} is only a draft", draft)
            .help("finish objective {}, and [[delete its `status: draft`|put it into force]]", draft);
        return;
    }
    finding.asks_for(process, {fields::process::objectives})
        .note("so nobody can tell whether it works well or gets worse")
        .help(
            "[[link one that exists, or add a record `objective: …` with `measure` and `target`|choose an objective "
            "that exists, or set one, and say what is measured and what is to be reached]]");
}

}  // namespace ims::rules::process_without_objective
