#include <algorithm>
#include <unordered_set>

#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::process_without_objective {
namespace {

// A draft is no evidence.
bool is_measured(const RecordView& process) {
    for (const RecordView objective : process.linked(fields::process::objectives)) {
        if (objective.active()) return true;
    }
    return false;
}

// The process itself, a whole that it is part of, or a part.
bool is_measured_somewhere(const RecordView& process, const CheckContext& context) {
    std::unordered_set<RecordId> seen;
    for (auto at = std::optional(process); at && seen.insert(at->record()).second;) {
        if (is_measured(*at)) return true;
        at = target_of(context.graph, (*at)[fields::process::part_of]);
    }
    return std::ranges::any_of(context.facts.parts(process.record()),
                               [&](RecordId part) { return is_measured(context.graph[part]); });
}

}  // namespace

void check(const RecordView& process, const CheckContext& context, Reporter& report) {
    const bool unread = context.graph.may_be_unread(kinds::objective) || context.graph.may_be_unread(kinds::process);
    if (unread || process[fields::process::objectives].invalid() || is_measured_somewhere(process, context)) return;
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
