#include "cli/program.h"

#include <exception>

#include <fmt/format.h>

#include "cli/help_text.h"
#include "cli/program_line.h"
#include "output/github.h"

namespace ims {
namespace {

Result<Exit> run_words(const std::vector<std::string>& words, const Environment& environment) {
    const ProgramLine program = describe_program();
    IMS_TRY_ASSIGN(const Request request, program.line.read(words));
    if (request.help != nullptr) {
        environment.out->write(help_text(*request.help, environment.out_screen.columns));
        return Exit::clean;
    }
    if (!request.answer.empty()) {
        environment.out->write(request.answer);
        return Exit::clean;
    }
    if (!request.command) {
        environment.err->write(help_text(program.line, environment.err_screen.columns));
        return Exit::usage;
    }
    return program.actions[*request.command](environment);
}

Exit run_and_tell(const std::vector<std::string>& words, const Environment& given) {
    Environment environment = given;
    bool files_are_written = false;
    environment.files_are_written = [&files_are_written] { files_are_written = true; };
    Result<Exit> ended = run_words(words, environment);
    const Outcome written = environment.out->finish();
    if (ended && !written) {
        ended = written.error();
        if (files_are_written)
            ended = Error{written.error().message() + "\n     the files were written; the report of it was not"};
    }
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
    // Names of files, and what somebody typed, may look like commands to who reads the log.
    if (under_actions(environment)) environment.err->filter(safe_in_log);
    try {
        return run_and_tell(words, environment);
    } catch (const std::exception& error) {
        return admit_fault(environment, error.what());
    } catch (...) {
        return admit_fault(environment, "something was thrown that is no exception");
    }
}

}  // namespace ims
