// `ims report all` into a folder that is there: it is replaced as a whole or not at all, and nothing of other people's
// goes with it.
#include "cli/reports_beside.h"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <map>
#include <set>

#include <fmt/format.h>

#include "cli/command.h"
#include "cli/platform/disk.h"
#include "cli/words.h"
#include "scratch.h"

using namespace ims;

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kRole = "role: a\n";
constexpr std::string_view kOtherRole = "role: a\ntitle: Another title\n";

struct ReportsRun {
    Scratch scratch;
    DiskFileSystem files;
    std::string out;
    std::string err;
    Writer out_writer{out};
    Writer err_writer{err};
    Environment environment = environment_of_process(files, out_writer, err_writer);
    // Before a file is made.
    std::function<void(const std::string& path)> when_made = [](const std::string&) {};

    explicit ReportsRun(std::string_view roles = kRole) {
        scratch.put("in/ims.yaml", "organisation: O\ndisciplines: {quality: {}}\n");
        scratch.put("in/roles.yaml", roles);
        environment.create_output = [this](const std::string& path) {
            when_made(path);
            return create_output(path);
        };
    }

    // What is told on stderr, or the error, with names from the scratch folder.
    std::string report(const std::string& output = "out", const std::string& name = "all") {
        out.clear();
        err.clear();
        CommandLine line("report", "");
        const Action action = commands::report::define(line);
        REQUIRE(line.read(words_of(name + " " + scratch.file("in") + " -o " + scratch.file(output) +
                                   " --format markdown --today 2026-06-01")));
        const Result<Exit> exit = action(environment);
        std::string text = exit ? err : exit.error().message();
        const std::string folder = scratch.path.string() + "/";
        for (std::size_t at = text.find(folder); at != std::string::npos; at = text.find(folder))
            text.erase(at, folder.size());
        return text;
    }
    [[nodiscard]] std::map<std::string, std::string> all_in(const std::string& folder) const {
        std::map<std::string, std::string> found;
        for (const std::string& name : scratch.names()) {
            if (name == folder || name.starts_with(folder + "/"))
                found[name] = fs::is_regular_file(scratch.file(name)) ? scratch.text(name) : "";
        }
        return found;
    }
    // Neither a folder nor a file of a run.
    [[nodiscard]] bool nothing_beside() const {
        return std::ranges::none_of(scratch.names(),
                                    [](const std::string& name) { return name.find(".tmp") != std::string::npos; });
    }
    [[nodiscard]] ino_t number_of(const std::string& name) const {
        struct stat status {};
        REQUIRE(::stat(scratch.file(name).c_str(), &status) == 0);
        return status.st_ino;
    }
    [[nodiscard]] unsigned mode_of(const std::string& name) const {
        struct stat status {};
        REQUIRE(::stat(scratch.file(name).c_str(), &status) == 0);
        return status.st_mode & 07777U;
    }
    [[nodiscard]] bool is_new() const {
        return scratch.text("out/role/a.md").find("Another title") != std::string::npos;
    }
};

}  // namespace

TEST_CASE("nobody finds a part of all reports") {
    ReportsRun run;
    std::size_t made = 0;
    run.when_made = [&](const std::string&) {
        ++made;
        CHECK(!fs::exists(run.scratch.file("out")));
    };
    CHECK(run.report().starts_with("ims: wrote "));
    CHECK(made > 10);
    CHECK(run.nothing_beside());
    const auto first = run.all_in("out");
    const ino_t number = run.number_of("out");

    run.scratch.put("in/roles.yaml", kOtherRole);
    made = 0;
    run.when_made = [&](const std::string&) {
        if (++made % 10 == 0) CHECK(run.all_in("out") == first);
    };
    CHECK(run.report().starts_with("ims: wrote "));
    CHECK(made > 10);
    CHECK(run.is_new());
    CHECK(run.number_of("out") != number);
    CHECK(run.nothing_beside());
    // All but what the reports say is as it was.
    std::set<std::string> before;
    std::set<std::string> after;
    for (const auto& [name, text] : first) before.insert(name);
    for (const auto& [name, text] : run.all_in("out")) after.insert(name);
    CHECK(before == after);
}

TEST_CASE("one report links to the records from where it will stand, among all each leads to the page of the record") {
    ReportsRun run("role: a\nreports_to: b\n---\nrole: b\n");
    run.report("out/", "role a");
    CHECK(run.scratch.text("out/role/a.md").find("(../../in/roles.yaml#L4)") != std::string::npos);
    run.report("in/reports/", "role a");
    CHECK(run.scratch.text("in/reports/role/a.md").find("(../../roles.yaml#L4)") != std::string::npos);
    run.report("all");
    CHECK(run.scratch.text("all/role/a.md").find("(../record/role/b.md)") != std::string::npos);
    CHECK(run.scratch.text("all/role/a.md").find(".yaml") == std::string::npos);
}

TEST_CASE("what an earlier run wrote and this one does not stays, and stays ours") {
    ReportsRun run("role: a\n---\nrole: b\n");
    run.report();
    const std::string text = run.scratch.text("out/role/b.md");
    const ino_t number = run.number_of("out");
    run.scratch.put("in/roles.yaml", kOtherRole);
    for (int time = 0; time < 2; ++time) {
        CHECK(run.report().find("2 files of an earlier run are no longer written and may be removed: record/role/b.md "
                                "and role/b.md\n") != std::string::npos);
        CHECK(run.scratch.text("out/role/b.md") == text);
        if (time == 0) CHECK(run.number_of("out") != number);
    }
    CHECK(run.is_new());
    run.scratch.put("in/roles.yaml", "process: p\n");
    CHECK(run.report().find("5 files of an earlier run are no longer written") != std::string::npos);
    run.scratch.put("in/roles.yaml", "role: b\n");
    CHECK(run.report().find("role/b.md") == std::string::npos);
    CHECK(run.scratch.text("out/role/b.md").find("Another title") == std::string::npos);
    CHECK(run.nothing_beside());
}

TEST_CASE("a folder in which anything else stands is not replaced, only its reports") {
    ReportsRun run;
    run.report();
    run.scratch.put("elsewhere.md", "elsewhere");
    std::string mine;
    SUBCASE("a file") {
        run.scratch.put("out/mine.md", "mine");
        mine = "mine.md";
    }
    SUBCASE("a file among reports") {
        run.scratch.put("out/role/.hidden", "mine");
        mine = "role/.hidden";
    }
    SUBCASE("an empty folder") {
        fs::create_directory(run.scratch.file("out/mine"));
        mine = "mine";
    }
    SUBCASE("a repository") {
        run.scratch.put("out/.git/HEAD", "ref");
        mine = ".git/HEAD";
    }
    SUBCASE("a link by the name of a report") {
        fs::remove(run.scratch.file("out/role/a.md"));
        fs::create_symlink("../../elsewhere.md", run.scratch.file("out/role/a.md"));
        mine = "role/a.md";
    }
    const ino_t number = run.number_of("out");
    const fs::file_type type = fs::symlink_status(run.scratch.file("out/" + mine)).type();
    run.scratch.put("in/roles.yaml", kOtherRole);
    CHECK(run.report().starts_with("ims: wrote "));
    CHECK(run.is_new());
    CHECK(run.number_of("out") == number);
    CHECK(fs::symlink_status(run.scratch.file("out/" + mine)).type() == type);
    CHECK(run.nothing_beside());
}

TEST_CASE("a folder in which we stand is not replaced") {
    ReportsRun run;
    run.report();
    const ino_t number = run.number_of("out");
    run.scratch.put("in/roles.yaml", kOtherRole);
    const fs::path before = fs::current_path();
    fs::current_path(run.scratch.file("out/role"));
    run.report();
    fs::current_path(before);
    CHECK(run.is_new());
    CHECK(run.number_of("out") == number);
    run.report();
    CHECK(run.number_of("out") != number);
}

TEST_CASE("modes stay, and so does a link to the folder") {
    ReportsRun run;
    run.report();
    REQUIRE(::chmod(run.scratch.file("out").c_str(), 02750) == 0);
    REQUIRE(::chmod(run.scratch.file("out/role").c_str(), 0705) == 0);
    REQUIRE(::chmod(run.scratch.file("out/gaps.md").c_str(), 0606) == 0);
    fs::create_directory_symlink("out", run.scratch.file("link"));
    const ino_t number = run.number_of("out");
    run.scratch.put("in/roles.yaml", kOtherRole);
    run.report("link/");
    CHECK(run.is_new());
    CHECK(run.number_of("out") != number);
    CHECK(fs::is_symlink(run.scratch.file("link")));
    CHECK(run.mode_of("out") == 02750U);
    CHECK(run.mode_of("out/role") == 0705U);
    CHECK(run.mode_of("out/gaps.md") == 0606U);
    CHECK(run.nothing_beside());
}

TEST_CASE("where a folder cannot be replaced as a whole, its reports are") {
    ReportsRun run;
    run.report();
    const ino_t number = run.number_of("out");
    run.scratch.put("in/roles.yaml", kOtherRole);
    SUBCASE("nothing may be made beside it") {
        run.environment.make_folder_beside = [](const std::string& path) {
            return Result<std::string>(Error(path, "Permission denied"));
        };
    }
    SUBCASE("something is mounted there") {
        run.environment.take_place = [](const std::string&, const std::string& path) {
            return Outcome(Error(path, "Device or resource busy"));
        };
    }
    SUBCASE("it holds what cannot be carried over") {
        run.scratch.put("in/roles.yaml", "role: b\n---\n" + std::string(kOtherRole));
        run.report();
        run.scratch.put("in/roles.yaml", kOtherRole);
        run.environment.link_file = [](const std::string&, const std::string& path) {
            return Outcome(Error(path, "Operation not permitted"));
        };
        CHECK(run.report().find("may be removed: record/role/b.md and role/b.md\n") != std::string::npos);
        CHECK(fs::exists(run.scratch.file("out/role/b.md")));
        CHECK(run.nothing_beside());
        return;
    }
    CHECK(run.report().starts_with("ims: wrote "));
    CHECK(run.is_new());
    CHECK(run.number_of("out") == number);
    CHECK(run.nothing_beside());
}

TEST_CASE("what comes to stand there meanwhile is not written over") {
    ReportsRun run;
    bool done = false;
    SUBCASE("while reports are built") {
        run.when_made = [&](const std::string&) {
            if (!done) run.scratch.put("out/gaps.md", "mine");
            done = true;
        };
        CHECK(run.report().starts_with("out/gaps.md: this file was there before"));
        CHECK(run.scratch.text("out/gaps.md") == "mine");
        CHECK(run.all_in("out").size() == 2);
    }
    SUBCASE("at the last moment") {
        run.report();
        const auto replace = run.environment.take_place;
        run.environment.take_place = [&](const std::string& built, const std::string& path) {
            run.scratch.put("out/mine.md", "mine");
            return replace(built, path);
        };
        run.scratch.put("in/roles.yaml", kOtherRole);
        const std::string aside = fmt::format("out.{}.tmp/", ::getpid());
        CHECK(run.report().find(fmt::format("ims: what somebody else put into out/ meanwhile stands in {}\n", aside)) !=
              std::string::npos);
        CHECK(run.is_new());
        CHECK(run.scratch.text(aside + "mine.md") == "mine");
        // Nobody takes it for the rest of a run.
        run.environment.take_place = replace;
        run.report();
        CHECK(run.scratch.text(aside + "mine.md") == "mine");
        return;
    }
    CHECK(run.nothing_beside());
}

TEST_CASE("a run that is killed leaves the reports of the run before, and the next one clears up") {
    ReportsRun run;
    run.report();
    const auto first = run.all_in("out");
    run.scratch.put("in/roles.yaml", kOtherRole);
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        std::size_t made = 0;
        run.when_made = [&](const std::string&) {
            if (++made == 9) ::_exit(9);
        };
        run.report();
        ::_exit(0);
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    REQUIRE(WEXITSTATUS(status) == 9);
    CHECK(!run.nothing_beside());
    CHECK(run.all_in("out") == first);

    // What only looks like it is somebody's, and what is locked is of a run that lives.
    run.scratch.put("out.2024.tmp/mine.md", "mine");
    run.scratch.put("out.2025.tmp/mine.md", "mine");
    run.scratch.put("out.2025.tmp/.ims-reports", run.scratch.text("out/.ims-reports"));
    const std::string left = run.scratch.file(fmt::format("out.{}.tmp", child));
    {
        const auto lock = lock_folder(left);
        run.report();
        if (lock) CHECK(fs::exists(left));
    }
    CHECK(run.is_new());
    run.report();
    CHECK(!fs::exists(left));
    CHECK(run.scratch.text("out.2024.tmp/mine.md") == "mine");
    CHECK(run.scratch.text("out.2025.tmp/mine.md") == "mine");
}
