// argv to exit code. Exceptions of CLI11 end here, and so does whatever nobody foresaw.
#include <csignal>
#include <exception>
#include <string>
#include <vector>

#include <unistd.h>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "base/text.h"
#include "cli/command.h"
#include "cli/suggest.h"

namespace ims {
namespace {

std::string where_help_is(const CLI::App& app) {
    const std::vector<CLI::App*> commands = app.get_subcommands();
    return fmt::format("\n     `ims {}--help` shows what there is",
                       commands.empty() ? "" : commands.front()->get_name() + " ");
}

Result<Exit> run(CLI::App& app, int count, char** arguments, const Environment& environment) {
    Action chosen;
    for (const Command& command : all_commands()) {
        CLI::App* sub = app.add_subcommand(std::string(command.name), std::string(command.summary));
        const Action action = command.define(*sub);
        sub->callback([&chosen, action] { chosen = action; });
    }
    try {
        app.parse(count, arguments);
    } catch (const CLI::CallForHelp&) {
        environment.out->write(app.help());
        return Exit::clean;
    } catch (const CLI::CallForVersion& version) {
        environment.out->write(fmt::format("{}\n", version.what()));
        return Exit::clean;
    } catch (const CLI::ExtrasError&) {
        return Error{explain_unexpected(app, app.remaining(true)) + where_help_is(app)};
    } catch (const CLI::ParseError& error) {
        return Error{visible(error.what()) + where_help_is(app)};
    }
    if (!chosen) {
        environment.err->write(app.help());
        return Exit::usage;
    }
    return chosen(environment);
}

Exit run_and_tell(int count, char** arguments) {
    const DiskFileSystem files;
    Writer out(STDOUT_FILENO, "standard output", Writer::Owned::no);
    Writer err(STDERR_FILENO, "standard error", Writer::Owned::no);
    const Environment environment = environment_of_process(files, out, err);
    CLI::App app("Checks an integrated management system that is kept as a folder of YAML records.", "ims");
    app.footer("Example:\n  ims check examples/minimal\n\n`ims COMMAND --help` tells more of a command.");
    app.set_version_flag("--version", std::string(version_line()), "Print the version and exit");
    app.get_formatter()->column_width(28);
    Result<Exit> ended = run(app, count, arguments, environment);
    const Outcome written = out.finish();
    if (ended && !written) ended = Error{written.error().message};
    if (ended) return *ended;
    err.write(fmt::format("ims: {}\n", ended.error().message));
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
