#include "source/git_state.h"

#include <doctest/doctest.h>

#include "scratch.h"
#include "source/program.h"

using namespace ims;

TEST_CASE("the commit of a folder, and whether its records differ from it") {
    const Scratch scratch;
    const auto git = [&](std::vector<std::string> words) {
        words.insert(words.begin(), {"git", "-C", scratch.path.string(), "-c", "user.name=ims", "-c",
                                     "user.email=ims@example.org", "-c", "commit.gpgsign=false"});
        auto program = Program::start(words);
        return program && program->finish().has_value();
    };
    if (!git({"init", "-q"})) return;  // no git here
    scratch.put("in/ims.yaml", "organisation: O\n");
    scratch.put("in/deep/role.yaml", "role: a\n");
    scratch.put("outside.yaml", "a: b\n");
    const std::string folder = scratch.file("in");
    CHECK(!git_state("git", folder));  // nothing is committed
    REQUIRE(git({"add", "outside.yaml"}));
    REQUIRE(git({"commit", "-q", "-m", "other"}));
    CHECK(!git_state("git", folder));  // not this folder
    REQUIRE(git({"add", "in"}));
    REQUIRE(git({"commit", "-q", "-m", "records"}));
    auto state = git_state("git", folder);
    REQUIRE(state);
    CHECK(state->commit.size() >= 10);
    CHECK(state->commit.find_first_not_of("0123456789abcdef") == std::string::npos);
    CHECK(!state->changed);

    scratch.put("in/report.md", "not a record\n");
    scratch.put("outside.yaml", "c: d\n");
    CHECK(!git_state("git", folder)->changed);
    scratch.put("in/deep/new.yml", "role: b\n");
    CHECK(git_state("git", folder)->changed);
    std::filesystem::remove(scratch.file("in/deep/new.yml"));
    scratch.put("in/deep/role.yaml", "role: c\n");
    CHECK(git_state("git", folder)->changed);
    CHECK(!git_state("no-such-git-command", folder));
}

TEST_CASE("no repository, no commit") {
    const Scratch scratch;
    scratch.put("ims.yaml", "organisation: O\n");
    CHECK(!git_state("git", scratch.path.string()));
}
