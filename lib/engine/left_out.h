// What was left out of a folder and looks as if it was not meant to be, in words for stderr.
#pragma once

#include <string>
#include <vector>

#include "source/find_files.h"

namespace ims {

// A line each, of a kind only a few. What git or `ignore` leaves out as it should is not told.
std::vector<std::string> tell_left_out(const FoundFiles& found);

}  // namespace ims
