#include "check/upkeep.h"

#include <fmt/format.h>

#include "base/text.h"
#include "check/words.h"

namespace ims {

void report_overdue(const RecordView& asset, const Upkeep& upkeep, const CheckContext& context, Reporter& report) {
    const auto day = due(upkeep, context.settings);
    if (!day) return report.not_asked(asset);
    if (*day >= context.today) return;
    auto finding =
        report.at(asset, upkeep.last,
                  fmt::format("the {} of asset {} was due on {}", upkeep.name, ticked(asset), to_string(*day)));
    finding.field(fmt::format("{}.last", upkeep.name));
    finding.note(fmt::format("it is to be {} every {}, and was last on {}", upkeep.done,
                             to_string(*upkeep.every.duration()), to_string(*upkeep.last.date())));
    const std::vector<RecordId> users = context.facts.processes_using(asset.record());
    if (!users.empty()) {
        finding.note(fmt::format("{} it: {}", users.size() == 1 ? "a process needs" : "processes need",
                                 join_names(ids_of(context.graph, users), Ticks::yes, 4)));
    }
    finding.help(fmt::format("have it {}, then write the day under `{}.last` and how it ended under `result`",
                             upkeep.done, upkeep.name));
}

}  // namespace ims
