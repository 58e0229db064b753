#include "check/upkeep.h"

#include <fmt/format.h>

namespace ims {

void report_overdue(const RecordView& asset, const Upkeep& upkeep, const CheckContext& context, Reporter& report) {
    const auto day = due(upkeep, context.settings);
    if (!day) return report.not_asked(asset);
    if (*day >= context.today) return;
    auto finding = report.at(asset, upkeep.last, "the {} of asset {} was due on {}", upkeep.name, asset, *day);
    finding.field(fmt::format("{}.last", upkeep.name.text()));
    finding.note("[[it is to be {0} every {1}, and was last on {2}|it was last {0} on {2}, and the interval is {1}]]",
                 upkeep.done, *upkeep.every.duration(), *upkeep.last.date());
    const std::vector<RecordId> users = context.facts.processes_using(asset.record());
    if (!users.empty()) finding.note("{0:a process needs|processes need} it: {0:4}", users);
    finding.help(
        "have it {}, then write [[the day under `{}.last` and how it ended under `result`|down the day and the "
        "result]]",
        upkeep.done, upkeep.name);
}

}  // namespace ims
