// Graph, facts and findings in, a Judgement out. It changes no finding.
#pragma once

#include <cstddef>
#include <map>
#include <utility>

#include "assess/facts/facts.h"
#include "base/parallel.h"
#include "diagnostics/rule_book.h"
#include "judge/judgement.h"
#include "link/graph.h"

namespace ims {

struct JudgeInput {
    const Graph& graph;
    const Facts& facts;
    const RuleBook& rules;
    FindingList findings;
    // How many records in force of a kind a rule was asked of.
    const std::map<std::pair<RuleId, KindId>, std::size_t>& asked;
    Jobs jobs = Jobs(1);
};

// What it is given outlives the judgement, `asked` apart.
Judgement judge(const JudgeInput& input);

}  // namespace ims
