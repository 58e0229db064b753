// How `ims` as a whole ends, over files in memory.
#include "cli/program.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <unistd.h>

#include <map>
#include <optional>
#include <stdexcept>

#include "cli/words.h"
#include "odd_files.h"
#include "scratch.h"

using namespace ims;

namespace {

struct Run {
    test::OddFiles files;
    std::map<std::string, std::string> variables;
    std::string out;
    std::string err;

    Run() {
        files.files.files = {{"ims.yaml", "organisation: O\ndisciplines: {quality: {}}\n"}};
        // Enough for several threads.
        for (int number = 0; number < 40; ++number) {
            const std::string id = "r" + std::to_string(number);
            files.files.files[id + ".yaml"] = "role: " + id + "\ntitle: T\n";
        }
    }

    Exit operator()(const std::string& words) {
        out.clear();
        err.clear();
        Writer out_writer(out);
        Writer err_writer(err);
        Environment environment;
        environment.files = &files;
        environment.out = &out_writer;
        environment.err = &err_writer;
        environment.today = *parse_date("2026-06-01");
        environment.variable = [this](const std::string& name) {
            const auto found = variables.find(name);
            return found == variables.end() ? std::nullopt : std::optional(found->second);
        };
        return run_program(words_of(words), environment);
    }
};

}  // namespace

TEST_CASE("each kind of end has its exit code") {
    Run run;
    CHECK(run("check --fail-on never") == Exit::clean);
    CHECK(run.err.empty());
    CHECK(run("check --fail-on low") == Exit::findings);
    CHECK(run("chekc") == Exit::usage);
    CHECK(run.err.starts_with("ims: "));
    CHECK(run("--version") == Exit::clean);
    CHECK(run.out.starts_with("ims "));
    CHECK(run("") == Exit::usage);
    CHECK(run.err.find("Usage") != std::string::npos);
    run.files.answers["ims.yaml"] = [] { return Error("ims.yaml", "permission denied"); };
    CHECK(run("check") == Exit::usage);
    CHECK(run.err == "ims: ims.yaml: permission denied\n");
}

TEST_CASE("where what was done cannot be told, it is still told that it was") {
    const int full = ::open("/dev/full", O_WRONLY | O_CLOEXEC);
    if (full < 0) return;
    const Scratch scratch;
    scratch.put("ims.yaml", "organisation: O\ndisciplines: {quality: {}}\n");
    scratch.put("risk.yaml", "risk: slip\ntitle: Slip\ndue: 1.9.2026\n");
    const DiskFileSystem files;
    std::string err;
    Writer out_writer(full, "standard output", Writer::Owned::no);
    Writer err_writer(err);
    Environment environment = environment_of_process(files, out_writer, err_writer);
    environment.git.clear();
    std::string told = "ims: standard output: No space left on device\n";
    std::string due = "1.9.2026";
    std::string words = "check --fail-on never -q ";
    SUBCASE("nothing was written") {}
    SUBCASE("files were") {
        words += "--fix ";
        due = "2026-09-01";
        told += "     the files were written; the report of it was not\n";
    }
    CHECK(run_program(words_of(words + scratch.path.string()), environment) == Exit::usage);
    CHECK(err == told);
    CHECK(scratch.text("risk.yaml") == "risk: slip\ntitle: Slip\ndue: " + due + "\n");
    ::close(full);
}

TEST_CASE("what nobody foresaw is our own fault, in whatever thread it happens") {
    Run run;
    for (const std::string jobs : {"1", "2", "8"}) {
        CAPTURE(jobs);
        run.files.answers["r39.yaml"] = []() -> Result<std::string> { throw std::runtime_error("out of luck"); };
        CHECK(run("check --jobs " + jobs) == Exit::internal);
        CHECK(run.err ==
              "ims: internal error: out of luck\n"
              "  This is our fault, not that of your records. Please report it with the command that you ran.\n");
        CHECK(run.out.empty());
        run.files.answers["r39.yaml"] = []() -> Result<std::string> { throw 7; };
        CHECK(run("check --jobs " + jobs) == Exit::internal);
        CHECK(run.err.starts_with("ims: internal error: "));
    }
    CHECK(static_cast<int>(Exit::internal) == 70);
    run.files.answers.clear();
    CHECK(run("check --jobs 2 --fail-on never") == Exit::clean);
}

TEST_CASE("a log of Actions obeys no name of a file, no word that was typed and no text of a record") {
    Run run;
    const auto obeyed = [](const std::string& log) {
        return log.find("##[error]") != std::string::npos || log.find("::error") != std::string::npos;
    };
    run.files.files.files["##[error]x.yaml.txt"] = "";
    run.files.files.files["::error::y.yml.txt"] = "";
    run.files.files.files["z.yaml"] = "role: z\ntitle: '##[error] ::error::z'\n";
    for (const bool actions : {false, true}) {
        CAPTURE(actions);
        if (actions) run.variables = {{"GITHUB_ACTIONS", "true"}};
        CHECK(run("check --fail-on never") == Exit::clean);
        CHECK(run.err.find("x.yaml.txt: not read") != std::string::npos);
        CHECK(obeyed(run.err) != actions);
        for (const std::string words : {"check --select ##[error]x", "check ::error::x", "::error::x"}) {
            CAPTURE(words);
            CHECK(run(words) == Exit::usage);
            CHECK(obeyed(run.err) != actions);
        }
        run.files.answers["r39.yaml"] = []() -> Result<std::string> { throw std::runtime_error("\n::error::z"); };
        CHECK(run("check") == Exit::internal);
        CHECK(obeyed(run.err) != actions);
        run.files.answers.clear();
        for (const std::string words : {"list role", "show role/z"}) {
            CAPTURE(words);
            CHECK(run(words) == Exit::clean);
            CHECK(obeyed(run.out) != actions);
        }
        CHECK(run("list role --format json") == Exit::clean);
        CHECK(obeyed(run.out));
    }
}
