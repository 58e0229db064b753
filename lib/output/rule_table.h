// How many findings there are of which rule, worst first: what to read where there are too many findings to read.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "output/format.h"

namespace ims {

struct RuleCount {
    RuleId rule{};
    Grade grade = Grade::low;
    std::size_t findings = 0;
    std::size_t first = 0;  // place of its first finding in the result
};

// A line for each rule and grade: by grade, then by number, then by name.
std::vector<RuleCount> count_rules(const CheckResult& result);

// The table as text; of more than `limit` lines the rest is told as one (0: all are shown).
std::string rule_table(const RuleBook& book, const std::vector<RuleCount>& counts, std::size_t limit,
                       const Style& style);

}  // namespace ims
