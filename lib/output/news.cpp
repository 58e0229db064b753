#include "output/news.h"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"

namespace ims {

std::string tell_comparison(const CheckResult& result, std::string_view with) {
    const Comparison* const comparison = result.comparison;
    if (comparison == nullptr) return {};
    std::string before;
    if (comparison->nothing_before())
        before = fmt::format("There is nothing to compare with at {}: all counts as new. ", visible(with));
    if (comparison->nothing_before() && !comparison->with_baseline()) return before.substr(0, before.size() - 1);
    std::vector<std::string> sides;
    if (!with.empty() && !comparison->nothing_before()) sides.push_back(visible(with));
    if (comparison->with_baseline()) {
        const auto& baseline = result.analysis->baseline;
        sides.push_back(baseline != nullptr && baseline->day ? "the baseline of " + to_string(*baseline->day)
                                                             : std::string("the baseline"));
    }
    const auto told = [&](Novelty novelty) {
        return static_cast<std::size_t>(
            std::ranges::count_if(result.findings, [&](FindingId id) { return result.novelty(id) == novelty; }));
    };
    std::string text =
        fmt::format("{}Compared with {}: {} new", before, fmt::join(sides, ", and with "), told(Novelty::fresh));
    const auto add = [&](std::size_t count, std::string_view what) {
        if (count > 0) text += fmt::format(", {} {}", count, what);
    };
    add(told(Novelty::worse), "worse");
    add(result.due.size() + told(Novelty::due), "came due");
    add(result.known(), "known before");
    add(comparison->mended(), "mended");
    text += '.';
    if (const std::size_t unread = comparison->unread_before(); unread > 0) {
        text += fmt::format(" {} could not be read there, so that what is new may have been there.",
                            counted(unread, "file"));
    }
    if (comparison->looks_at_another_extent())
        text += " This change touches `check` or `ignore` in ims.yaml, which say what is looked at.";
    return text;
}

}  // namespace ims
