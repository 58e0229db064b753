#include "compare/extent.h"

#include <algorithm>

#include "judge/baseline.h"
#include "judge/fingerprint.h"

namespace ims {

Extent extent_of(const Finding& finding, FindingId id) {
    Extent extent{finding.grade, finding.disciplines, finding.silence == Silence::none, id};
    std::ranges::sort(extent.disciplines);
    return extent;
}

bool within(const Extent& now, const Extent& then) {
    return is_no_worse(now.grade, now.disciplines, then.grade, then.disciplines);
}

Extents extents_of(const FindingList& findings, const RuleBook& rules, const SourceMap& sources) {
    const std::vector<std::string> known_as = fingerprints(findings, rules, sources);
    Extents extents;
    for (std::size_t index = 0; index < findings.size(); ++index) {
        const FindingId id = FindingId::from(index);
        if (findings[id].silence != Silence::accepted) extents.emplace(known_as[index], extent_of(findings[id], id));
    }
    return extents;
}

}  // namespace ims
