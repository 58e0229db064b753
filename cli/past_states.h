// The states of a folder on days gone by, as git keeps them.
#pragma once

#include <string>

#include "cli/analysis_options.h"
#include "compare/trend.h"

namespace ims {

struct TrendOptions {
    std::string since;  // a day or a revision; empty: a year before
    Every every = Every::month;
};

// `now`: the folder as it lies on the disk, which is the last one. An error where git tells nothing of it.
Result<Trend> read_trend(const Environment& environment, const AnalysisOptions& options, const Analysis& now,
                         const TrendOptions& wanted);

}  // namespace ims
