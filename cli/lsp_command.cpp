// `ims lsp`: the folder in an editor, by the Language Server Protocol over the standard input and output.
#include <cstdlib>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "cli/analysis_options.h"
#include "cli/looks_at_folders.h"
#include "lsp/server.h"
#include "lsp/transport/wire.h"

namespace ims::commands::lsp {
namespace {

struct Options {
    AnalysisOptions analysis;
    bool stdio = false;
};

Result<Exit> run(const Options& options, const Environment& environment) {
    if (environment.in_screen.terminal) {
        return Error{
            "an editor starts `ims lsp` and speaks to it; nobody types here. README.md, \"In an editor\", tells how "
            "to set yours up"};
    }
    IMS_TRY_ASSIGN(const FolderOptions wanted, folder_options(environment, options.analysis, "."));
    LooksAtFolders looks;
    ServerOptions serve;
    serve.files = environment.files;
    serve.rules = &environment.rules;
    serve.jobs = wanted.jobs;
    serve.git = environment.git;
    serve.schema_folder = options.analysis.schemas;
    const bool same_day = !options.analysis.today.empty() || !environment.calendar;
    serve.today = [&] { return same_day ? wanted.today : environment.calendar(); };
    serve.send = [&](std::string_view message) {
        environment.out->write(framed(message));
        environment.out->flush();
    };
    serve.look_yourself = [&](const std::vector<std::string>& roots) { looks.at(roots); };
    Server server(std::move(serve));
    looks.tell([&](const std::vector<std::string>& paths) { server.changed_on_disk(paths); });
    MessageReader reader(read_standard_input);
    while (!server.ended()) {
        const auto message = reader.next();
        // Whoever is gone may leave an answer that nobody takes: that is not waited for.
        if (!message) std::_Exit(static_cast<int>(server.was_shut_down() ? Exit::clean : Exit::findings));
        server.receive(*message);
    }
    looks.end();  // before the server does
    return server.was_shut_down() ? Exit::clean : Exit::findings;
}

}  // namespace

Action define(CommandLine& line) {
    const auto options = std::make_shared<Options>();
    line.flag("--stdio", &options->stdio, "Nothing else is possible: many editors say it anyhow");
    add_analysis_options(line, options->analysis);
    line.footer(
        "Your editor starts it, and says which folders are open. What is found is shown where it stands, in all files "
        "of "
        "the folder of ims.yaml, also those that are not open, and is gone as soon as its cause is. README.md, \"In an "
        "editor\", tells how to set up VS Code, Neovim, Helix and Zed.");
    line.example("ims lsp", "what an editor runs");
    line.exit_code(0, "the editor said that it is done");
    line.exit_code(1, "it ended without saying so");
    line.exit_code(2, "wrong use, or nobody but a person at a terminal");
    return [options](const Environment& environment) { return run(*options, environment); };
}

}  // namespace ims::commands::lsp
