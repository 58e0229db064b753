// Where the time went: a table of the stages and one of the rules, those that took longest first.
#pragma once

#include <string>

#include "diagnostics/stats.h"

namespace ims {

std::string stats_table(const Stats& stats, const RuleBook& book);

}  // namespace ims
