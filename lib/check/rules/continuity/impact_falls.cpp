#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "check/continuity_finding.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims {
namespace {

namespace own = fields::process;

struct Impact {
    Duration after;
    double level = 0;
    FieldView entry;
};

// In the order of time; of several at one time the worst.
std::vector<Impact> impacts(const RecordView& process) {
    std::vector<Impact> all;
    for (const FieldView entry : process[own::continuity][own::continuity.impact].children()) {
        const auto after = entry[own::continuity.impact.after].duration();
        const auto level = entry[own::continuity.impact.level].number();
        if (after && level) all.push_back({*after, *level, entry});
    }
    std::ranges::stable_sort(all, [](const Impact& a, const Impact& b) {
        return a.after != b.after ? a.after < b.after : a.level > b.level;
    });
    const auto same = std::ranges::unique(all, {}, &Impact::after);
    all.erase(same.begin(), same.end());
    return all;
}

void check(const RecordView& process, const CheckContext& context, Reporter& report) {
    const std::vector<Impact> all = impacts(process);
    for (std::size_t index = 1; index < all.size(); ++index) {
        const Impact& before = all[index - 1];
        const Impact& now = all[index];
        if (now.level >= before.level) continue;
        const FieldView level = now.entry[own::continuity.impact.level];
        const std::string after = visible(now.entry[own::continuity.impact.after].text());
        const FieldView level_before = before.entry[own::continuity.impact.level];
        auto finding =
            continuity_finding(process, context, report, level.span(),
                               fmt::format("the impact of process {} falls to {} after {}, from {} after {}",
                                           ticked(process), visible(level.text()), after, visible(level_before.text()),
                                           visible(before.entry[own::continuity.impact.after].text())));
        if (!finding) continue;
        finding->field("continuity.impact").key(after);
        finding->label(level_before.span(), "higher, and earlier");
        finding->note("the harm of a disruption does not shrink while it lasts");
        finding->help(
            fmt::format("write a `level` of at least {} here, or a lower one before it", visible(level_before.text())));
    }
}

}  // namespace

IMS_DEFINE_RULE(impact_falls) = {
    .kinds = {kinds::process},
    .check_record = check,
    .page =
        R"(In the impact analysis of a process, the harm after a longer time has a lower `level` than after a shorter one. The
entries under `impact` are read in the order of `after`, however they are written; of several for one time the worst
counts. The rule compares what is written, whether `business-continuity` is in force or not.

## Why it matters

A disruption that lasts does not undo the harm that it has done: a falling level is a slip of the pen, or two kinds of
harm in one list. ISO 22301 8.2.2 assesses impacts over time; the `mtpd` and the order of recovery are read from it.

## How to mend it

Look which level is wrong and write it anew: a level stays or rises. If the later entry means another kind of harm, write
the worst of all kinds for each time. This is an error of the record itself and cannot be accepted with an exception.
)",
    .bad = R"(# file: processes/deliver.yaml
process: deliver
title: Deliver flowers
continuity: {impact: [{after: 4 h, level: 3}, {after: 1 d, level: 2}]}
)",
    .good = R"(# file: processes/deliver.yaml
process: deliver
title: Deliver flowers
continuity: {impact: [{after: 4 h, level: 3}, {after: 1 d, level: 4}]}
)"};

}  // namespace ims
