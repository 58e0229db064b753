// The whole line: the program with its commands, as commands.def lists them.
#pragma once

#include <vector>

#include "cli/command.h"

namespace ims {

struct ProgramLine {
    CommandLine line;
    std::vector<Action> actions;  // of each command, in their order
};

ProgramLine describe_program();

}  // namespace ims
