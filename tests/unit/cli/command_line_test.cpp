#include "cli/command_line.h"

#include <doctest/doctest.h>

#include "cli/words.h"

using namespace ims;

namespace {

// A program with two commands, and where what is written on its line goes.
struct Program {
    std::string text = "as it was";
    std::vector<std::string> texts;
    std::vector<std::string> parts;
    std::vector<std::string> words;
    std::size_t number = 0;
    bool yes = false;
    std::string name;
    CommandLine line{"program", "What it does."};

    Program() {
        line.version("program 1");
        line.footer("The end");
        CommandLine& run = line.command("run", "Runs");
        run.option("--text", &text, "A text", {.value = "WORD"});
        run.option("-t,--texts", &texts, "Texts");
        run.option("--parts", &parts, "Parts", {.separator = ','});
        run.option("--number", &number, "A number", {.lowest = 1, .highest = 9});
        run.flag("-y,--yes", &yes, "Yes");
        run.positional("WORD", &words, "Words", {.value = "[MORE]", .at_most = 2});
        line.command("show", "Shows").positional("NAME", &name, "Which", {.required = true});
    }

    // The number of the command, "none", the answer, or what is wrong.
    std::string read(const std::string& given) {
        const Result<Request> request = line.read(words_of(given));
        if (!request) return request.error().message();
        if (!request->answer.empty()) return request->answer;
        return request->command ? std::to_string(*request->command) : "none";
    }
};

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("values go where they belong, and what is not given stays") {
    Program program;
    CHECK(program.read("run --texts a one -t b two -y --number 9 --parts x,y --parts=z") == "0");
    CHECK(program.texts == Words{"a", "b"});
    CHECK(program.parts == Words{"x", "y", "z"});
    CHECK(program.words == Words{"one", "two"});
    CHECK(program.number == 9);
    CHECK(program.yes);
    CHECK(program.text == "as it was");
    CHECK(program.read("show -- --name") == "1");
    CHECK(program.name == "--name");
    CHECK(program.read("") == "none");
}

TEST_CASE("help and the version answer, and nothing else is wanted") {
    Program program;
    CHECK(program.read("--version") == "program 1\n");
    CHECK(program.read("--help") == program.line.help());
    const std::string whole = program.line.help();
    CHECK(whole.starts_with("What it does.\n"));
    CHECK(whole.find("\n  run                       Runs\n  show                      Shows\n") != std::string::npos);
    CHECK(whole.ends_with("\nThe end\n"));
    const std::string of_run = program.read("run --number 3 --help");
    CHECK(of_run.starts_with("Runs\n"));
    CHECK(of_run.find("\n  WORD [MORE]               Words\n") != std::string::npos);
    CHECK(of_run.find("\n  --text WORD               A text\n") != std::string::npos);
    CHECK(of_run.find("\n  -y,--yes                  Yes\n") != std::string::npos);
    CHECK(of_run.find("The end") == std::string::npos);
}

TEST_CASE("a wrong use is told, with the nearest name, and where help is") {
    Program program;
    CHECK(program.read("rum") ==
          "there is no command `rum`; did you mean `run`?\n     `program --help` shows what there is");
    CHECK(program.read("--versoin") ==
          "`program` has no option `--versoin`; did you mean `--version`?\n     `program --help` shows what there is");
    CHECK(
        program.read("run --test=3") ==
        "`program run` has no option `--test`; did you mean `--text`?\n     `program run --help` shows what there is");
    CHECK(program.read("show one two") ==
          "`program show` takes no `two` here\n     `program show --help` shows what there is");
    CHECK(program.read("run one two three") ==
          "WORD: At Most 2 required but received 3\n     `program run --help` shows what there is");
    CHECK(program.read("run --number 10") ==
          "--number: Value 10 not in range 1 to 9\n     `program run --help` shows what there is");
    CHECK(program.read("show") == "NAME is required\n     `program show --help` shows what there is");
    CHECK(program.read("\x1b[1m") == "there is no command `\\u{1b}[1m`\n     `program --help` shows what there is");
}

TEST_CASE("an empty value is wrong: what a shell leaves of a variable that is not set") {
    const auto check = [](const std::string& given, const std::string& what, const std::string& name = "program run") {
        Program program;
        CAPTURE(given);
        CHECK(program.read(given) == what + "; is a variable unset?\n     `" + name + " --help` shows what there is");
        CHECK(program.text == "as it was");
    };
    check("run --text \"\"", "`--text` has no value");
    check("run --text \" \" one", "`--text` has no value");
    check("run --text=", "`--text` has no value");
    check("run one --text", "`--text` has no value");
    check("run --text --number 3", "`--text` has no value");
    check("run --text -y", "`--text` has no value");
    check("run -t \"\"", "`-t` has no value");
    check("run --texts a --texts \"\"", "`--texts` has no value");
    check("run --parts \"\"", "`--parts` has no value");
    check("run --number \"\"", "`--number` has no value");
    check("run \"\"", "`program run` is given an empty word");
    check("run one \"\"", "`program run` is given an empty word");
    check("run -- \"\"", "`program run` is given an empty word");
    check("show \"\"", "`program show` is given an empty word", "program show");
    check("\"\"", "`program` is given an empty word", "program");
    Program program;
    CHECK(program.read("run --text - --parts a,,b one") == "0");
    CHECK(program.text == "-");
    CHECK(program.words == Words{"one"});
}
