#include "output/mendable.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "edit/mend.h"
#include "edit/render.h"

namespace ims {

bool is_inside(const CheckResult& result, const Fix& fix) {
    return std::ranges::all_of(fix.operations,
                               [&](const Operation& each) { return result.inside[place_of(each).file.index()]; });
}

Mendable count_mendable(const CheckResult& result) {
    Mendable count;
    std::vector<AskedPlace> asked;  // by several findings maybe
    HalfReadFiles half_read(*result.analysis);
    for (const FindingId id : result.findings) {
        const std::optional<Fix>& fix = result.finding(id).fix;
        if (!fix || half_read.in(*fix) || !can_be_rendered(*result.analysis, *fix)) continue;
        if (!is_inside(result, *fix)) ++count.outside;
        else if (fix->asks) std::ranges::copy(places_asked(*fix), std::back_inserter(asked));
        else if (fix->safety == Fix::Safety::safe) ++count.safe;
        else ++count.unsafe;
    }
    std::ranges::sort(asked);
    count.asking = static_cast<std::size_t>(std::ranges::unique(asked).begin() - asked.begin());
    return count;
}

std::string told(const Mendable& mendable) {
    std::vector<std::string> parts;
    if (mendable.safe > 0) parts.push_back(fmt::format("{} can be mended with --fix", mendable.safe));
    if (mendable.unsafe > 0)
        parts.push_back(
            fmt::format("{} {} with --unsafe-fixes", mendable.unsafe, mendable.safe > 0 ? "more" : "can be mended"));
    if (mendable.asking > 0)
        parts.push_back(fmt::format("{} {} to fill in", mendable.unsafe > 0 ? "which makes" : "--unsafe-fixes makes",
                                    counted(mendable.asking, "place")));
    std::string text;
    for (const std::string& part : parts) text += (text.empty() ? "" : ", ") + part;
    return text;
}

}  // namespace ims
