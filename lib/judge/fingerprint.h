// What a finding is known by from run to run: it outlives moved lines, renamed files and better wording.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "diagnostics/rule_book.h"
#include "judge/finding_list.h"
#include "source/source_map.h"

namespace ims {

// What a finding is on, in words that last: its record, or the path of its file.
using SubjectOf = std::function<std::string(const Finding&)>;

// By FindingId: `1:` and a hash of rule, record (its path where there is none), field and key. Of several equal ones
// the later get an ordinal (`1:…-2`), in the order of the findings, those that are not told last. The number before the
// colon changes when what is hashed changes.
std::vector<std::string> fingerprints(const FindingList& findings, const RuleBook& rules, const SourceMap& sources);
// … by other names of records and files than they have.
std::vector<std::string> fingerprints(const FindingList& findings, const RuleBook& rules, const SubjectOf& subject_of);

}  // namespace ims
