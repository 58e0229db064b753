// `ims help`: of a command, of an option, or of any other word.
#include <memory>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "cli/explain_word.h"
#include "cli/help_text.h"
#include "cli/program_line.h"

namespace ims::commands::help {
namespace {

// As it may be meant where it was written without its dashes.
std::vector<std::string> options_named(const std::string& word) {
    if (word.starts_with('-')) return {word};
    std::vector<std::string> names = {"--" + word};
    if (word.size() == 1) names.push_back("-" + word);
    return names;
}

// Of a command or an option; empty where the word is neither.
std::string help_of(const std::string& word, const CommandLine& program, std::size_t columns) {
    if (const CommandLine* const command = program.find_command(word)) return help_text(*command, columns);
    for (const std::string& name : options_named(word)) {
        std::string page = help_of_option(program, name, columns);
        if (!page.empty()) return page;
    }
    return {};
}

// Commands, and options with and without their dashes.
std::vector<std::string_view> names_with_help(const CommandLine& program) {
    std::vector<std::string_view> names;
    for (const CommandLine& command : program.commands()) {
        names.emplace_back(command.name());
        for (const CommandLine::Option& option : command.options()) {
            const std::string_view name = option.main_name();
            names.push_back(name);
            if (name.starts_with("--")) names.push_back(name.substr(2));
        }
    }
    return names;
}

Result<Exit> run(const std::vector<std::string>& words, const Environment& environment) {
    const ProgramLine program = describe_program();
    const std::size_t columns = environment.out_screen.columns;
    if (words.empty()) {
        environment.out->write(help_text(program.line, columns));
        return Exit::clean;
    }
    std::string word;
    for (const std::string& each : words) word += (word.empty() ? "" : " ") + each;
    const std::string page = help_of(word, program.line, columns);
    if (page.empty()) {
        IMS_TRY_ASSIGN(const std::string explained, explain_word(word, environment, names_with_help(program.line)));
        environment.out->write(explained);
        return Exit::clean;
    }
    environment.out->write(page);
    if (is_explained(word, environment))
        environment.out->write(fmt::format("\n`ims explain {}` tells what else that word means.\n", word));
    return Exit::clean;
}

}  // namespace

Action define(CommandLine& line) {
    const auto words = std::make_shared<std::vector<std::string>>();
    line.take_options_as_words();
    line.positional("WORD", words.get(),
                    "A command, an option, or whatever `ims explain` explains; without it: what `ims --help` tells");
    line.example("ims help check", "a command: its options, what it prints, how it ends");
    line.example("ims help --today", "an option: which commands take it, and what it does");
    line.example("ims help risk", "any other word, as `ims explain risk`");
    line.exit_code(0, "there is help");
    line.exit_code(2, "there is no such word, or the schemas of the folder cannot be read");
    return [words](const Environment& environment) { return run(*words, environment); };
}

}  // namespace ims::commands::help
