#include <algorithm>
#include <vector>

#include "base/text.h"
#include "check/continuity_finding.h"
#include "schema/fields.h"

namespace ims::rules::impact_falls {
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

}  // namespace

void check(const RecordView& process, const CheckContext& context, Reporter& report) {
    const std::vector<Impact> all = impacts(process);
    if (all.size() < 2) return report.not_asked(process);
    for (std::size_t index = 1; index < all.size(); ++index) {
        const Impact& before = all[index - 1];
        const Impact& now = all[index];
        if (now.level >= before.level) continue;
        const FieldView level = now.entry[own::continuity.impact.level];
        const FieldView after = now.entry[own::continuity.impact.after];
        const FieldView level_before = before.entry[own::continuity.impact.level];
        auto finding = continuity_finding(
            process, context, report, level.span(),
            report.say("the impact of process {} falls to {} after {}, from {} after {}", process, plain(level),
                       plain(after), plain(level_before), plain(before.entry[own::continuity.impact.after])));
        if (!finding) continue;
        finding->field("continuity.impact").key(visible(after.text()));
        finding->label(level_before.span(), "higher, and earlier");
        finding->note("the harm of a disruption does not shrink while it lasts");
        finding->help(
            "[[write a `level` of at least {0} here, or a lower one before it|find out which of the two is wrong: "
            "the later harm is {0} at least, or the earlier one is lower]]",
            plain(level_before));
    }
}

}  // namespace ims::rules::impact_falls
