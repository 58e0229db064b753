#include <fmt/format.h>

#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims::rules::record_without_discipline {

void check(const RecordView& record, const CheckContext& context, Reporter& report) {
    if (context.settings.disciplines.empty() || record.has(fields::disciplines)) return;
    if (!context.facts.disciplines(record.record()).empty()) return;
    if (record.is(kinds::control)) {
        // A control takes the disciplines of what it is for; where those have none, the gap is theirs.
        if (!record.lacks(fields::control::risks) || !record.lacks(fields::control::obligations))
            return report.not_asked(record);
    }
    report.on(record, fmt::format("{} {} names no discipline", record.kind_name(), ticked(record)))
        .field("disciplines")
        .because(record.record())
        .note("it counts nowhere: no process is held to address it, nobody is asked to answer for it")
        .help(record.is(kinds::control)
                  ? "link the risk or obligation that it is for (`risks`, `obligations`), or add `disciplines`"
                  : fmt::format("add the disciplines that it serves: `disciplines: [{}]`",
                                context.settings.disciplines[0].name));
}

}  // namespace ims::rules::record_without_discipline
