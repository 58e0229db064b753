#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::record_without_discipline {
namespace {

Message what_is_lost(const RecordView& record) {
    if (record.is(kinds::document)) return "it counts nowhere: it is evidence for no clause and serves no discipline";
    if (record.is(kinds::plan)) return "it is taken for one of continuity, and counts in no other discipline";
    if (record.is(kinds::audit)) return "it counts nowhere: no process was audited by it in any discipline";
    if (record.is(kinds::incident)) return "it counts nowhere: no discipline learns from it";
    return "it counts nowhere: no process is held to address it, nobody is asked to answer for it";
}

}  // namespace

void check(const RecordView& record, const CheckContext& context, Reporter& report) {
    if (context.settings.disciplines.empty() || record.has(fields::disciplines)) return;
    if (!context.facts.disciplines(record.record()).empty()) return;
    // What has been replaced need not count.
    if (record.is(kinds::document) && !record.linked(fields::document::superseded_by).empty())
        return report.not_asked(record);
    if (record.is(kinds::control)) {
        // A control takes the disciplines of what it is for; where those have none, the gap is theirs.
        if (!record.lacks(fields::control::risks) || !record.lacks(fields::control::obligations))
            return report.not_asked(record);
    }
    report.on(record, "{} {} names no discipline", record.kind(), record)
        .field("disciplines")
        .asks_for(record, {fields::disciplines})
        .because(record.record())
        .note(what_is_lost(record))
        .help(record.is(kinds::control)
                  ? Message("link the risk or obligation that it is for[[ (`risks`, `obligations`)]], or "
                            "[[add `disciplines`|say which disciplines it serves]]")
                  : report.say("[[add the disciplines that it serves: `disciplines: [{}]`|"
                               "say which disciplines it serves]]",
                               *context.settings.in_force().begin()));
}

}  // namespace ims::rules::record_without_discipline
