// What was left out of a folder and looks as if it was not meant to be, in words for stderr.
#pragma once

#include <string>
#include <vector>

#include "source/find_files.h"

namespace ims {

// What to do with a file that looks like records and is not read: "rename it to `u.yaml`". `read`: those that are,
// sorted.
std::string mend_misnamed(const std::string& path, const std::vector<std::string>& read);

// A line each, of a kind only a few. What git or `ignore` leaves out as it should is not told.
std::vector<std::string> tell_left_out(const FoundFiles& found);

}  // namespace ims
