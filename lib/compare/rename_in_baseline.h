// The lines of a baseline when a record gets another id: they go on to hold back what they held back.
#pragma once

#include <functional>
#include <memory>
#include <string_view>

#include "compare/renamed_findings.h"
#include "judge/baseline.h"

namespace ims {

// A folder as it is, with its baseline, and as it would be, today and on another day.
struct RenamedFolder {
    const Analysis& before;
    const Analysis& after;
    std::function<std::unique_ptr<const Analysis>(Date day)> before_on;
    std::function<std::unique_ptr<const Analysis>(Date day)> after_on;
};

// `text`: that of the baseline; `findings`: those of today.
RewrittenBaseline rename_in_baseline(std::string_view text, const RenamedFolder& folder, const RenamedRecord& renamed,
                                     const RenamedFindings& findings);

}  // namespace ims
