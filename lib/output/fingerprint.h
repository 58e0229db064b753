// What a finding is known by from run to run: it outlives moved lines, renamed files and better wording.
#pragma once

#include <string>
#include <vector>

#include "engine/analyze.h"

namespace ims {

// By FindingId: `1:` and a hash of rule, record (its path where there is none), field and key. Of
// several equal ones the later get an ordinal (`1:…-2`), in the order of the findings, those that are not told
// last. The number before the colon
// changes when what is hashed changes.
std::vector<std::string> fingerprints(const FindingList& findings, const RuleBook& rules, const SourceMap& sources);

}  // namespace ims
