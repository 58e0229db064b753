#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "check/continuity_finding.h"
#include "check/words.h"
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

}  // namespace ims::rules::impact_falls
