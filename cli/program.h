// The program as a whole, but for the process that it runs in: words in, exit code out.
#pragma once

#include <string>
#include <vector>

#include "cli/command.h"

namespace ims {

// Runs what the words behind `ims` ask for; trouble of every kind is told on `environment.err`. An exception that
// nobody foresaw, in whatever thread, ends here: Exit::internal.
Exit run_program(const std::vector<std::string>& words, const Environment& environment);

}  // namespace ims
