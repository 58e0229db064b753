// The subcommands: one file cli/<identifier>_command.cpp and one line in commands.def each. A command says what may
// stand on its line and hands back what runs it; trouble with the world comes back as an error, which `run_program`
// prints.
#pragma once

#include <functional>
#include <span>
#include <string_view>

#include "base/result.h"
#include "cli/command_line.h"
#include "cli/environment.h"

namespace ims {

enum class Exit : int {
    clean = 0,
    findings = 1,   // at or above --fail-on
    usage = 2,      // or trouble with files
    nothing = 3,    // neither a record nor a finding
    internal = 70,  // our own fault
};

using Action = std::function<Result<Exit>(const Environment&)>;

struct Command {
    std::string_view name;
    std::string_view summary;
    // Adds its options to the line. The action keeps what they are written to, and must live until the line was read.
    Action (*define)(CommandLine& line);
};

namespace commands {
#define IMS_COMMAND(identifier, name, summary) \
    namespace identifier {                     \
    Action define(CommandLine& line);          \
    }
#include "cli/commands.def"
#undef IMS_COMMAND
}  // namespace commands

// "ims 0.1.0"
std::string_view version_line();

// In the order of commands.def.
std::span<const Command> all_commands();

}  // namespace ims
