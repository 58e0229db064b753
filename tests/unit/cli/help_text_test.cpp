// Help as people see it: laid out from what the line takes, in our own words, on every command.
#include "cli/help_text.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>

#include <fmt/format.h>

#include "base/text.h"
#include "cli/program_line.h"

using namespace ims;

namespace {

struct Described {
    std::vector<std::string> texts;
    std::size_t number = 0;
    bool yes = false;
    CommandLine line{"program", "What it does."};

    Described() {
        line.version("program 1");
        CommandLine& run = line.command("run", "Runs");
        run.positional("WORD", &texts, "", {.value = "[WORD] [MORE]"});
        run.word("WORD", "What to run, and a few words more than a narrow screen can show in one line");
        run.word("MORE", "How", {{"fast", "as fast as it can"}, {"slowly", "the other way"}});
        run.option("--number", &number, "A number", {.value = "N", .lowest = 1, .highest = 9, .standard = "3"});
        run.flag("-y,--yes", &yes, "Yes\nand no");
        run.group("More");
        run.option("--with-a-very-long-name", &texts, "Texts", {.value = "THIS|THAT", .words = {{"a"}, {"b"}, {"c"}}});
        run.footer("What else there is to say, which is more than a narrow screen shows\n  as it is");
        run.example("program run fast", "fast");
        run.exit_code(0, "done");
        run.exit_code(10, "not");
        CommandLine& show = line.command("show", "Shows");
        show.positional("NAME", &texts, "Which", {.required = true});
        show.option("--number", &number, "A number", {.value = "N", .lowest = 1, .highest = 9, .standard = "3"});
        show.option("--yes", &number, "Which one", {.value = "N"});
        show.example("program show a", "what it says stands below where it is too long to stand beside it all");
        show.example("program show b");
    }
};

std::vector<std::string> lines_of_help(const std::string& text) {
    std::istringstream stream(text);
    std::vector<std::string> lines;
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    return lines;
}

}  // namespace

TEST_CASE("help of a command: what it does, how it is used, words, options by group, examples, exit codes") {
    const Described described;
    CHECK(help_text(described.line.commands().front(), 60) ==
          "Runs\n"
          "\n"
          "Usage: program run [WORD] [MORE] [options]\n"
          "\n"
          "Words:\n"
          "  WORD        What to run, and a few words more than a\n"
          "              narrow screen can show in one line\n"
          "  MORE        How\n"
          "              fast    as fast as it can\n"
          "              slowly  the other way\n"
          "\n"
          "Options:\n"
          "  --number N  A number; default: 3\n"
          "  -y, --yes   Yes\n"
          "              and no\n"
          "\n"
          "More:\n"
          "  --with-a-very-long-name THIS|THAT\n"
          "              Texts: a, b or c\n"
          "  -h, --help  Say this, and nothing else\n"
          "\n"
          "What else there is to say, which is more than a narrow\n"
          "screen shows\n"
          "  as it is\n"
          "\n"
          "Example:\n"
          "  program run fast  fast\n"
          "\n"
          "Exit codes:\n"
          "  0   done\n"
          "  10  not\n");
    CHECK(help_text(described.line.commands().back(), 60) ==
          "Shows\n"
          "\n"
          "Usage: program show NAME… [options]\n"
          "\n"
          "Words:\n"
          "  NAME        Which\n"
          "\n"
          "Options:\n"
          "  --number N  A number; default: 3\n"
          "  --yes N     Which one\n"
          "  -h, --help  Say this, and nothing else\n"
          "\n"
          "Examples:\n"
          "  program show a\n"
          "      what it says stands below where it is too long to\n"
          "      stand beside it all\n"
          "  program show b\n");
}

TEST_CASE("help of a program: its commands") {
    const Described described;
    CHECK(help_text(described.line, 80) ==
          "What it does.\n"
          "\n"
          "Usage: program COMMAND [options]\n"
          "\n"
          "Commands:\n"
          "  run         Runs\n"
          "  show        Shows\n"
          "\n"
          "Options:\n"
          "  --version   Say which version this is, and nothing else\n"
          "  -h, --help  Say this, and nothing else\n");
}

TEST_CASE("help of an option: each meaning once, with the commands that have it so") {
    const Described described;
    CHECK(help_of_option(described.line, "--number", 80) ==
          "An option of `program run` and `program show`:\n  --number N  A number; default: 3\n");
    CHECK(help_of_option(described.line, "--yes", 80) ==
          "An option of `program run`:\n  -y, --yes  Yes\n             and no\n\n"
          "An option of `program show`:\n  --yes N  Which one\n");
    CHECK(help_of_option(described.line, "-y", 80) ==
          "An option of `program run`:\n  -y, --yes  Yes\n             and no\n");
    CHECK(help_of_option(described.line, "--none", 80).empty());
    CHECK(help_of_option(described.line, "NAME", 80).empty());
}

TEST_CASE("help is wrapped to the screen, and to a hundred columns where nobody knows it") {
    CHECK(help_columns(0) == 100);
    CHECK(help_columns(20) == 60);
    CHECK(help_columns(80) == 80);
    CHECK(help_columns(400) == 120);
    const ProgramLine program = describe_program();
    for (const CommandLine& command : program.line.commands()) {
        for (const std::size_t columns : {60, 100, 120}) {
            for (const std::string& line : lines_of_help(help_text(command, columns))) {
                CAPTURE(line);
                // An example is one line, that people copy.
                if (!line.starts_with("  ims ")) CHECK(display_width(line) <= columns);
            }
        }
    }
}

TEST_CASE("every command has help in our words, with its options, an example and its exit codes") {
    const ProgramLine program = describe_program();
    CHECK(program.line.commands().size() == all_commands().size());
    const std::string whole = help_text(program.line, 0);
    for (const CommandLine& command : program.line.commands()) {
        CAPTURE(command.name());
        CHECK(whole.find(fmt::format("\n  {} ", command.name())) != std::string::npos);
        const std::string help = help_text(command, 0);
        CHECK(help.starts_with(command.summary().substr(0, 40)));
        CHECK(help.find(fmt::format("\nUsage: ims {}", command.name())) != std::string::npos);
        CHECK(!command.examples().empty());
        for (const CommandLine::Example& each : command.examples()) CHECK(each.line.starts_with(command.path()));
        CHECK(command.exit_codes().size() >= 1);
        for (const CommandLine::Option& option : command.options()) {
            CAPTURE(option.names);
            CHECK(!option.help.empty());
            // What the value is called, by us.
            CHECK((!option.takes_value() || !option.details.value.empty()));
            for (const std::string_view name : option.all_names()) CHECK(help.find(name) != std::string::npos);
            CHECK(!help_of_option(program.line, option.main_name(), 0).empty());
            for (const AllowedWord& word : option.details.words) CHECK(help.find(word.word) != std::string::npos);
        }
        for (const CommandLine::Option& word : command.positionals()) {
            CAPTURE(word.names);
            CHECK(std::ranges::find(command.words(), word.names, &CommandLine::Word::name) != command.words().end());
        }
        for (const char* const theirs : {"TEXT", "REQUIRED", "OPTIONS]", "(0x)", "Positionals", "UINT"})
            CHECK(help.find(theirs) == std::string::npos);
    }
}
