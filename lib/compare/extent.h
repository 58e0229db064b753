// How far a finding goes, by which one of another state or another day is the same, or worse.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "diagnostics/rule_book.h"
#include "judge/finding_list.h"
#include "source/source_map.h"

namespace ims {

struct Extent {
    Grade grade = Grade::low;
    std::vector<std::string> disciplines;  // sorted
    bool told = true;                      // so that it counts as mended where it is gone
    FindingId id = {};                     // among those that it is one of
};

Extent extent_of(const Finding& finding, FindingId id = {});
// Neither graver than the other nor about a discipline that the other is not about.
bool within(const Extent& now, const Extent& then);

using Extents = std::unordered_map<std::string, Extent>;  // by fingerprint

// Of all findings but those that an exception accepts.
Extents extents_of(const FindingList& findings, const RuleBook& rules, const SourceMap& sources);

}  // namespace ims
