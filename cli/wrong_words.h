// What is said of words that a command line does not take: what is wrong, the nearest name, and where help is.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "cli/command_line.h"

namespace ims {

// A line, and the program that it is a command of; of a program by itself the same.
struct LineOfProgram {
    const CommandLine& program;
    const CommandLine& line;
};

// `what`, and below it where help is.
Error wrong_use(const CommandLine& line, const std::string& what);

// "--optoin=3", "-x". Names the commands that do have it.
Error unknown_option(const LineOfProgram& of, std::string_view word);
// A word that is neither a command nor has a place.
Error unknown_word(const CommandLine& line, std::string_view word);
// What a shell leaves where a variable is not set.
Error no_value(const CommandLine& line, std::string_view option);
Error empty_word(const CommandLine& line);
// An option or a word that has to be given.
Error missing(const CommandLine& line, const CommandLine::Option& option);
// None where the option takes this value.
Outcome check_allowed(const CommandLine::Option& option, std::string_view value);

}  // namespace ims
