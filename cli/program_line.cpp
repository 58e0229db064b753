#include "cli/program_line.h"

#include <string>

namespace ims {

ProgramLine describe_program() {
    ProgramLine program{
        CommandLine("ims", "Checks an integrated management system that is kept as a folder of YAML records."), {}};
    CommandLine& line = program.line;
    line.version(std::string(version_line()));
    for (const Command& command : all_commands()) {
        program.actions.push_back(
            command.define(line.command(std::string(command.name), std::string(command.summary))));
    }
    line.footer(
        "`ims COMMAND --help` tells all of a command, and `ims help WORD` of an option, a rule, a kind of record or "
        "any other word.");
    line.example("ims check examples/minimal");
    line.exit_code(0, "done; of check: nothing at or above --fail-on was found");
    line.exit_code(1, "something was found");
    line.exit_code(2, "wrong use, or something cannot be read or written");
    line.exit_code(3, "neither a record nor a finding: probably the wrong folder");
    line.exit_code(70, "our own fault: please report it");
    return program;
}

}  // namespace ims
