// Lines of a baseline that hold nothing back any more: what they stood for is mended, or another line does it.
#pragma once

#include <optional>
#include <vector>

#include "judge/baseline.h"
#include "link/graph.h"

namespace ims {

// `told`: all that is told of the folder. A line that stands for more than there is, beside one that is enough, is
// unused too: merging two baselines brings back what one of them had taken out.
std::vector<BaselineLine> unused_lines(const Baseline& baseline, const FindingList& told, const RuleBook& rules,
                                       const SourceMap& sources);

// The finding of rule `baseline-unused`, at the setting that asks for it. None where all lines are used, where nothing
// asks for it, and where something could not be read: what it holds may be what they stand for.
std::optional<Finding> find_unused_baseline(const Baseline& baseline, const FindingList& told, const Graph& graph,
                                            const RuleBook& rules, Arena& arena);

}  // namespace ims
