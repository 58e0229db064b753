// argv to exit code. Whatever nobody foresaw ends here.
#include <algorithm>
#include <csignal>
#include <exception>
#include <string>
#include <vector>

#include <unistd.h>

#include <fmt/format.h>

#include "cli/command.h"

namespace ims {
namespace {

Result<Exit> run(const std::vector<std::string>& words, const Environment& environment) {
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

Exit run_and_tell(int count, char** arguments) {
    const DiskFileSystem files;
    Writer out(STDOUT_FILENO, "standard output", Writer::Owned::no);
    Writer err(STDERR_FILENO, "standard error", Writer::Owned::no);
    const Environment environment = environment_of_process(files, out, err);
    Result<Exit> ended = run({arguments + std::min(count, 1), arguments + count}, environment);
    const Outcome written = out.finish();
    if (ended && !written) ended = written.error();
    if (ended) return *ended;
    err.write(fmt::format("ims: {}\n", ended.error().message()));
    return Exit::usage;
}

}  // namespace
}  // namespace ims

int main(int count, char** arguments) {
    // Whoever reads our output may stop reading: then writing fails, and the writer knows why.
    std::signal(SIGPIPE, SIG_IGN);
    try {
        return static_cast<int>(ims::run_and_tell(count, arguments));
    } catch (const std::exception& error) {
        fmt::print(stderr,
                   "ims: internal error: {}\n  This is our fault, not that of your records. Please report it with the "
                   "command that you ran.\n",
                   error.what());
        return static_cast<int>(ims::Exit::internal);
    }
}
