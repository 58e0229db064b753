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
    std::string how;
    std::string name;
    CommandLine line{"program", "What it does."};

    Program() {
        line.version("program 1");
        CommandLine& run = line.command("run", "Runs");
        run.option("--text", &text, "A text", {.value = "WORD"});
        run.option("-t,--texts", &texts, "Texts");
        run.option("--parts", &parts, "Parts", {.separator = ','});
        run.option("--number", &number, "A number", {.lowest = 1, .highest = 9});
        run.flag("-y,--yes", &yes, "Yes");
        run.option("--how", &how, "How", {.words = {{"fast"}, {"slowly"}}, .ends_word = '='});
        run.positional("WORD", &words, "Words", {.value = "[WORD] [MORE]", .at_most = 2});
        CommandLine& show = line.command("show", "Shows");
        show.positional("NAME", &name, "Which", {.required = true});
        show.flag("--loud", &yes, "Loudly");
        CommandLine& help = line.command("tell", "Tells");
        help.take_options_as_words();
        help.positional("WORD", &words, "Of what");
    }

    // The number of the command, "none", the answer, or what is wrong.
    std::string read(const std::string& given) {
        const Result<Request> request = line.read(words_of(given));
        if (!request) return request.error().message();
        if (request->help != nullptr) return "help of " + request->help->path();
        if (!request->answer.empty()) return request->answer;
        return request->command ? std::to_string(*request->command) : "none";
    }
};

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("values go where they belong, and what is not given stays") {
    Program program;
    CHECK(program.read("run --texts a one -t b two -y --number 9 --parts x,y --parts=z") == "0");
    CHECK(program.texts == Texts{"a", "b"});
    CHECK(program.parts == Texts{"x", "y", "z"});
    CHECK(program.words == Texts{"one", "two"});
    CHECK(program.number == 9);
    CHECK(program.yes);
    CHECK(program.text == "as it was");
    CHECK(program.read("show -- --name") == "1");
    CHECK(program.name == "--name");
    CHECK(program.read("") == "none");
}

TEST_CASE("values are written in every way that is usual") {
    Program program;
    CHECK(program.read("run -ta -t=b -yt c --texts=d --texts -5 -7") == "0");
    CHECK(program.texts == Texts{"a", "b", "c", "d", "-5"});
    CHECK(program.yes);
    CHECK(program.words == Texts{"-7"});
    CHECK(program.read("run --text =a --how slowly=b=c") == "0");
    CHECK(program.text == "=a");
    CHECK(program.how == "slowly=b=c");
    CHECK(program.read("run --text --") == "0");
    CHECK(program.text == "--");
    CHECK(program.read("run --texts [a,b] --texts {} --texts %%") == "0");
    CHECK(program.texts == Texts{"[a,b]", "{}", "%%"});
}

TEST_CASE("behind `--` nothing is an option, also where there may be no word") {
    Program program;
    CHECK(program.read("run --number 3 -- --text") == "0");
    CHECK(program.words == Texts{"--text"});
    CHECK(program.read("run one -- two") == "0");
    CHECK(program.words == Texts{"one", "two"});
    CHECK(program.read("run -- -- -y") == "0");
    CHECK(program.words == Texts{"--", "-y"});
    CHECK(program.read("run --") == "0");
    CHECK(program.read("show --") ==
          "`program show` needs NAME: `program show NAME [options]`\n     `program show "
          "--help` shows what there is");
    CHECK(program.read("-- run") == "`program` has no option `--`\n     `program --help` shows what there is");
}

TEST_CASE("behind a command the name of another one is a word") {
    Program program;
    CHECK(program.read("show run") == "1");
    CHECK(program.name == "run");
    CHECK(program.read("run show ++") == "0");
    CHECK(program.words == Texts{"show", "++"});
}

TEST_CASE("a command may take what looks like an option as a word") {
    Program program;
    CHECK(program.read("tell --text -t -x --a=b") == "2");
    CHECK(program.words == Texts{"--text", "-t", "-x", "--a=b"});
    CHECK(program.read("tell --text --help") == "help of program tell");
}

TEST_CASE("help and the version answer, and nothing else is wanted") {
    Program program;
    CHECK(program.read("--version") == "program 1\n");
    CHECK(program.read("--help") == "help of program");
    CHECK(program.read("-h") == "help of program");
    CHECK(program.read("--help run") == "help of program run");
    CHECK(program.read("run --number 3 --help") == "help of program run");
    CHECK(program.read("run -yh one") == "help of program run");
    CHECK(program.read("show --help") == "help of program show");
    CHECK(program.number == 0);
}

TEST_CASE("a wrong use is told, with the nearest name, and where help is") {
    const auto check = [](const std::string& given, const std::string& what, const std::string& where = "program run") {
        Program program;
        CAPTURE(given);
        CHECK(program.read(given) == what + "\n     `" + where + " --help` shows what there is");
        CHECK(program.text == "as it was");
    };
    check("rum", "there is no command `rum`; did you mean `run`?", "program");
    check("\x1b[1m", "there is no command `\\u{1b}[1m`", "program");
    check("rum --text a", "there is no command `rum`; did you mean `run`?", "program");
    check("--versoin", "`program` has no option `--versoin`; did you mean `--version`?", "program");
    check("--text a run", "`program` has no option `--text`; `program run` has it, and it stands behind the command",
          "program");
    check("run --test=3", "`program run` has no option `--test`; did you mean `--text`?");
    check("run --test --help", "`program run` has no option `--test`; did you mean `--text`?");
    check("run -numbr", "`program run` has no option `-numbr`; did you mean `--number`?");
    check("run -Y", "`program run` has no option `-Y`; did you mean `-y`?");
    check("run -yx", "`program run` has no option `-yx`; did you mean `-y`?");
    check("run --loud", "`program run` has no option `--loud`; `program show` has it");
    check("run --yes=no", "`--yes` takes no value");
    check("run --help=no", "`--help` takes no value");
    check("run one two three", "`program run` takes no `three` here");
    check("run one -- two --three", "`program run` takes no `--three` here");
    check("show one two", "`program show` takes no `two` here", "program show");
    check("show", "`program show` needs NAME: `program show NAME [options]`", "program show");
    check("run --number 3 --number 4", "`--number` is given 2 times; write it once");
}

TEST_CASE("a value that an option does not take is told, with the nearest one, or all") {
    const auto check = [](const std::string& given, const std::string& what) {
        Program program;
        CAPTURE(given);
        CHECK(program.read(given) == what);
    };
    check("run --number 10", "--number: `10` is no number from 1 to 9");
    check("run --number 0", "--number: `0` is no number from 1 to 9");
    check("run --number abc", "--number: `abc` is no number from 1 to 9");
    check("run --number 3a", "--number: `3a` is no number from 1 to 9");
    check("run --number -3", "--number: `-3` is no number from 1 to 9");
    check("run --number 99999999999999999999", "--number: `99999999999999999999` is no number from 1 to 9");
    check("run --how slowyl", "--how: there is no `slowyl`; did you mean `slowly`?");
    check("run --how FAST", "--how: there is no `FAST`; did you mean `fast`?");
    check("run --how fats=fast", "--how: there is no `fats`; did you mean `fast`?");
    check("run --how soon", "--how: `soon` is none of `fast` and `slowly`");
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
    check("run -t=", "`-t` has no value");
    check("run -yt", "`-yt` has no value");
    check("run -t --help", "`-t` has no value");
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
    CHECK(program.words == Texts{"one"});
}
