// `.ims-reports`: which files of a folder `ims report all` has written, so that a later run may replace them and
// nothing else.
#pragma once

#include <set>
#include <string>

#include "base/result.h"
#include "cli/environment.h"

namespace ims {

inline constexpr std::string_view kReportList = ".ims-reports";

// The files that the list of a folder names, by path from it; none where there is no list. `folder`: with `/` at its
// end.
Result<std::set<std::string>> read_report_list(const FileSystem& files, const std::string& folder);
Outcome write_report_list(const Environment& environment, const std::string& folder,
                          const std::set<std::string>& places);
// Marks a folder that `ims report all` makes and has not finished: all in it may go.
Outcome begin_report_list(const Environment& environment, const std::string& folder);
bool is_unfinished(const FileSystem& files, const std::string& folder);

}  // namespace ims
