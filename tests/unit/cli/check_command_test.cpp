// `ims check` as a whole, over files in memory and surroundings made up here.
#include <doctest/doctest.h>

#include <map>

#include "cli/command.h"
#include "cli/words.h"

using namespace ims;

namespace {

struct Run {
    MemoryFileSystem files;
    Screen screen;
    bool no_color = false;
    bool force_color = false;
    std::string out;
    std::string err;
    std::map<std::string, std::string> written;  // by path
    std::uint64_t looks_at_the_clock = 0;

    Run() {
        files.files["ims.yaml"] = "organisation: O\ndisciplines: {quality: {}}\ncheck: {rules: {unused-output: off}}\n";
        files.files["roles.yaml"] = "role: r\ntitle: T\nowner: nobody\n";
    }

    Result<Exit> check(const std::string& words) {
        out.clear();
        err.clear();
        Writer out_writer(out);
        Writer err_writer(err);
        Environment environment;
        environment.files = &files;
        environment.out = &out_writer;
        environment.err = &err_writer;
        environment.out_screen = screen;
        environment.no_color = no_color;
        environment.force_color = force_color;
        environment.today = *parse_date("2026-06-01");
        environment.create_output = [this](const std::string& path) -> Result<Writer> { return Writer(written[path]); };
        environment.clock = [this] { return ++looks_at_the_clock; };
        CommandLine line("check", "");
        const Action action = commands::check::define(line);
        IMS_TRY(line.read(words_of("--select unknown-reference,unused-output " + words)));
        return action(environment);
    }

    bool colored(const std::string& words) {
        REQUIRE(check(words));
        return out.find('\x1b') != std::string::npos;
    }
};

}  // namespace

TEST_CASE("colour: the option, then NO_COLOR, then FORCE_COLOR, then the screen") {
    Run run;
    CHECK(!run.colored(""));
    run.screen.terminal = true;
    CHECK(run.colored(""));
    CHECK(!run.colored("--color never"));
    run.no_color = true;
    run.force_color = true;
    CHECK(!run.colored(""));
    CHECK(run.colored("--color always"));
    run.no_color = false;
    run.screen.terminal = false;
    CHECK(run.colored(""));
    CHECK(!run.colored("--format json --color always"));
    CHECK(!run.colored("--format jsonl"));
}

TEST_CASE("files have the colour of a file, not that of the screen") {
    Run run;
    run.screen.terminal = true;
    CHECK(run.colored("--format text=a.txt --format text"));
    CHECK(run.written["a.txt"].find('\x1b') == std::string::npos);
    CHECK(run.written["a.txt"].find("error[unknown-reference]") != std::string::npos);
}

TEST_CASE("an option beats the setting, and the setting the default") {
    Run run;
    CHECK(*run.check("") == Exit::findings);
    run.files.files["ims.yaml"] = "organisation: O\ndisciplines: {quality: {}}\ncheck: {fail_on: never}\n";
    CHECK(*run.check("") == Exit::clean);
    CHECK(*run.check("--fail-on low") == Exit::findings);
}

TEST_CASE("a rule that was asked for and is off is told, unless nothing but the result is wanted") {
    Run run;
    REQUIRE(run.check(""));
    CHECK(run.err == "ims: `unused-output` is turned off in ims.yaml, under `check.rules`, and finds nothing\n");
    REQUIRE(run.check("-q"));
    CHECK(run.err.empty());
    CHECK(run.out.find("Next:") == std::string::npos);
}

TEST_CASE("a file that cannot be opened is a finding, an ims.yaml that cannot ends the run") {
    Run run;
    run.files.files["closed.yaml"] = "role: x\n";
    run.files.unreadable = {"closed.yaml"};
    REQUIRE(run.check("--select unreadable-file --format concise"));
    CHECK(run.out.find("closed.yaml:1:1: error[unreadable-file]") != std::string::npos);
    run.files.unreadable = {"ims.yaml"};
    const Result<Exit> ended = run.check("");
    REQUIRE(!ended);
    CHECK(ended.error().message() == "ims.yaml: permission denied");
}

TEST_CASE("where the time went is told on standard error, and the clock is looked at only then") {
    Run run;
    REQUIRE(run.check("--jobs 1"));
    const std::string result = run.out;
    CHECK(run.looks_at_the_clock == 0);
    REQUIRE(run.check("--jobs 1 --stats -q"));
    CHECK(run.looks_at_the_clock > 0);
    CHECK(run.err.starts_with("stage "));
    CHECK(run.err.find("\nlink ") != std::string::npos);
    CHECK(run.err.find("\nunknown-reference ") != std::string::npos);
    CHECK(run.err.find("\nunused-output ") != std::string::npos);  // turned off: it runs, and is not told
    REQUIRE(run.check("--jobs 1 --stats"));
    CHECK(run.out == result);
}
