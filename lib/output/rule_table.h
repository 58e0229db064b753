// The causes by rule, worst first: what to read where there are too many to read.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "output/format.h"

namespace ims {

struct RuleCount {
    RuleId rule{};
    Grade grade = Grade::low;  // of the causes
    std::size_t causes = 0;
    std::size_t findings = 0;  // these and what follows from them
    std::size_t first = 0;     // place of the first of the causes
};

// A line for each rule and grade, in the order of the causes.
std::vector<RuleCount> count_rules(const CheckResult& result);

// The table as text; of more than `limit` lines the rest is told as one (0: all are shown).
std::string rule_table(const RuleBook& book, const std::vector<RuleCount>& counts, std::size_t limit,
                       const Style& style);

}  // namespace ims
