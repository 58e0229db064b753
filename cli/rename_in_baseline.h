// The lines of a baseline when a record gets another id: they go on to hold back what they held back.
#pragma once

#include <cstdint>
#include <vector>

#include "cli/change_of_folder.h"
#include "compare/renamed_findings.h"

namespace ims {

// Adds the baseline to what the folder is to become, where lines of it change, and tells which do, by their numbers.
// `findings`: those of today. An error where the baseline cannot be read.
// Requires: the change is made.
Result<std::vector<std::uint32_t>> rename_in_baseline(ChangeOfFolder& folder, const RenamedRecord& renamed,
                                                      const RenamedFindings& findings);

}  // namespace ims
