#include <algorithm>
#include <utility>
#include <vector>

#include "assess/performance/missed_recovery.h"
#include "assess/recovery/continuity.h"
#include "check/continuity_finding.h"
#include "schema/fields.h"

namespace ims::rules::rto_never_shown {
namespace {

// The exercises of its plans that are yet to be held, by day; one that tests two of the plans once.
std::vector<std::pair<Date, RecordView>> planned_of(const RecordView& process, Date today) {
    std::vector<std::pair<Date, RecordView>> planned;
    for (const RecordView plan : process.linked(fields::process::plans)) {
        if (!plan.active()) continue;
        for (const RecordView& exercise : planned_exercises_of(plan)) {
            if (const Date day = *planned_for(exercise); day >= today) planned.emplace_back(day, exercise);
        }
    }
    std::ranges::sort(planned);
    const auto twice = std::ranges::unique(planned);
    planned.erase(twice.begin(), twice.end());
    return planned;
}

}  // namespace

void check(const RecordView& process, const CheckContext& context, Reporter& report) {
    namespace own = fields::process;
    const FieldView rto = process[own::continuity][own::continuity.rto];
    if (!is_prioritised(process) || !rto.duration() || !continuity_discipline(context.settings))
        return report.not_asked(process);
    const Graph& graph = context.graph;
    if (graph.may_be_unread(kinds::exercise) || graph.may_be_unread(kinds::incident)) return;
    if (was_ever_shown(process, context.today)) return;
    auto finding = continuity_finding(
        process, context, report, rto.span(),
        report.say("no exercise and no incident shows that process {} can be back after {}", process, plain(rto)));
    if (!finding) return;
    finding->field("continuity.rto");
    constexpr std::size_t kMost = 4;
    const std::vector<std::pair<Date, RecordView>> planned = planned_of(process, context.today);
    for (std::size_t index = 0; index < std::min(planned.size(), kMost); ++index) {
        const auto& [day, exercise] = planned[index];
        finding->note("exercise {} is planned for {}", exercise, day);
    }
    if (planned.size() > kMost)
        finding->note("{0} more {0:exercise is|exercises are} planned later", planned.size() - kMost);
    finding->help(
        "when you exercise its plan, [[take the time and write it in the exercise: `achieved: [{{process: {}, in: "
        "…}}]`; of an incident, `downtime`|note how long it takes until the process is back; do the same after an "
        "incident]]",
        plain(process));
}

}  // namespace ims::rules::rto_never_shown
