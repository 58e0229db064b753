#include <algorithm>
#include <unordered_map>
#include <vector>

#include "assess/performance/follow_up.h"
#include "assess/recovery/continuity.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::exercise_without_action {
namespace {

namespace own = fields::exercise;

// Somebody went through the plan on that day or since.
bool reviewed_since(const RecordView& plan, Date held) {
    const auto last = plan[fields::review][fields::review.last].date();
    return last && *last >= held;
}

// The last day on which each plan passed an exercise.
using LastPassed = std::unordered_map<RecordId, Date>;

// Once for all exercises: a plan may have many.
LastPassed last_passed(const CheckContext& context) {
    LastPassed out;
    for (const RecordId id : context.graph.of_kind(kinds::exercise)) {
        const RecordView exercise = context.graph[id];
        const auto held = held_on(exercise, context.today);
        if (!held || exercise.word(own::result) != "passed") continue;
        for (const RecordView plan : exercise.linked(own::tests)) {
            Date& last = out.try_emplace(plan.record(), *held).first->second;
            last = std::max(last, *held);
        }
    }
    return out;
}

void check_exercise(const RecordView& exercise, const LastPassed& passed, const CheckContext& context,
                    Reporter& report) {
    const auto held = held_on(exercise, context.today);
    const FieldView result = exercise[own::result];
    if (!held || result.word() != "partly") return;
    if (any_active(exercise.linked(own::nonconformities))) return;
    // A name that leads nowhere was reported; it was meant to be one.
    if (exercise.linked(own::nonconformities).empty() && !exercise.lacks(own::nonconformities)) return;
    std::vector<RecordView> plans;
    for (const RecordView plan : exercise.linked(own::tests)) {
        if (reviewed_since(plan, *held)) return;
        plans.push_back(plan);
    }
    // Each was exercised again, and worked.
    const bool settled = !plans.empty() && std::ranges::all_of(plans, [&](const RecordView& plan) {
        const auto last = passed.find(plan.record());
        return last != passed.end() && last->second > *held;
    });
    if (settled) return;
    auto finding = report.at(exercise, result,
                             "exercise {} passed in part only, and nothing shows what was done about it", exercise);
    finding.field("result");
    finding.note(
        plans.empty()
            ? report.say("it was held on {}; no nonconformity was found", *held)
            : report.say("it was held on {}; neither a nonconformity nor a review of {:4} since then was found", *held,
                         plans));
    finding.help(
        "mend the plan[[ and write the day under its `review` (`last`)|, and note the day on which it was reviewed]], "
        "or "
        "record a nonconformity[[ with `raised_by: {}`]], and in it what will be done, by whom and until when",
        bare(exercise));
}

}  // namespace

void check(const CheckContext& context, Reporter& report) {
    if (context.graph.may_be_unread(kinds::nonconformity) || context.graph.may_be_unread(kinds::plan)) return;
    const LastPassed passed = last_passed(context);
    for (const RecordId id : context.graph.of_kind(kinds::exercise))
        check_exercise(context.graph[id], passed, context, report);
}

}  // namespace ims::rules::exercise_without_action
