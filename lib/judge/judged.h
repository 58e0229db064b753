// What conclusions are drawn from that are drawn only when somebody asks: cells of the matrix, the degree of
// integration.
#pragma once

#include "assess/facts/facts.h"
#include "diagnostics/rule_book.h"
#include "judge/judgement.h"
#include "link/graph.h"

namespace ims {

struct Judged {
    const Graph& graph;
    const Facts& facts;
    const RuleBook& rules;
    const Judgement& judgement;
};

}  // namespace ims
