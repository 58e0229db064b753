// How help looks: laid out from what a command line takes, in columns, and wrapped to the screen.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "cli/command_line.h"

namespace ims {

// "ims check [PATH…] [options]"
std::string usage_of(const CommandLine& line);

// All that there is to know of a line: what it does, how it is used, its words, options and commands, examples, exit
// codes. `columns`: of the screen; 0: unknown.
std::string help_text(const CommandLine& line, std::size_t columns);

// An option of several commands, each meaning once. `name`: "--today", "-q". Empty where no command has it.
std::string help_of_option(const CommandLine& program, std::string_view name, std::size_t columns);

// The width that a page of help is laid out for.
std::size_t help_columns(std::size_t of_screen);

}  // namespace ims
