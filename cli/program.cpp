#include "cli/program.h"

#include <exception>

#include <fmt/format.h>

namespace ims {
namespace {

Result<Exit> run_words(const std::vector<std::string>& words, const Environment& environment) {
    CommandLine line("ims", "Checks an integrated management system that is kept as a folder of YAML records.");
    line.version(std::string(version_line()));
    line.footer("Example:\n  ims check examples/minimal\n\n`ims COMMAND --help` tells more of a command.");
    std::vector<Action> actions;
    for (const Command& command : all_commands())
        actions.push_back(command.define(line.command(std::string(command.name), std::string(command.summary))));
    IMS_TRY_ASSIGN(const Request request, line.read(words));
    if (!request.answer.empty()) {
        environment.out->write(request.answer);
        return Exit::clean;
    }
    if (!request.command) {
        environment.err->write(line.help());
        return Exit::usage;
    }
    return actions[*request.command](environment);
}

Exit run_and_tell(const std::vector<std::string>& words, const Environment& environment) {
    Result<Exit> ended = run_words(words, environment);
    const Outcome written = environment.out->finish();
    if (ended && !written) ended = written.error();
    if (ended) return *ended;
    environment.err->write(fmt::format("ims: {}\n", ended.error().message()));
    return Exit::usage;
}

Exit admit_fault(const Environment& environment, std::string_view what) {
    environment.out->flush();
    environment.err->write(
        fmt::format("ims: internal error: {}\n  This is our fault, not that of your records. Please report it with the "
                    "command that you ran.\n",
                    what));
    return Exit::internal;
}

}  // namespace

Exit run_program(const std::vector<std::string>& words, const Environment& environment) {
    try {
        return run_and_tell(words, environment);
    } catch (const std::exception& error) {
        return admit_fault(environment, error.what());
    } catch (...) {
        return admit_fault(environment, "something was thrown that is no exception");
    }
}

}  // namespace ims
