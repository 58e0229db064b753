#include "source/last_changes.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "scratch.h"
#include "source/program.h"

using namespace ims;

TEST_CASE("the day on which each file of a folder was last changed") {
    const Scratch scratch;
    const auto git = [&](const std::string& day, std::vector<std::string> words) {
        words.insert(words.begin(),
                     {"env", "GIT_COMMITTER_DATE=" + day + "T12:00:00Z", "git", "-C", scratch.path.string(), "-c",
                      "user.name=ims", "-c", "user.email=ims@example.org", "-c", "commit.gpgsign=false"});
        auto program = Program::start(words);
        return program && program->finish().has_value();
    };
    if (!git("2026-01-01", {"init", "-q"})) return;  // no git here
    const auto commit = [&](const std::string& day) {
        REQUIRE(git(day, {"add", "."}));
        REQUIRE(git(day, {"commit", "-q", "-m", "x"}));
    };
    const std::vector<std::string> paths = {"a.yaml", "b.yaml", "c.yaml", "d.yaml"};
    const std::string folder = scratch.file("in");
    scratch.put("in/a.yaml", "role: a\n");
    scratch.put("in/b.yaml", "role: b\n");
    CHECK(last_changes("git", folder, paths).empty());  // nothing is committed
    commit("2026-01-02");
    scratch.put("in/b.yaml", "role: c\n");
    commit("2026-02-03");
    scratch.put("in/c.yaml", "role: d\n");
    commit("2026-03-04");
    scratch.put("in/d.yaml", "role: e\n");
    scratch.put("outside.yaml", "a: b\n");
    CHECK(last_changes("git", folder, paths) ==
          LastChanges{{"a.yaml", "2026-01-02"}, {"b.yaml", "2026-02-03"}, {"c.yaml", "2026-03-04"}});
    CHECK(last_changes("", folder, paths).empty());
    CHECK(last_changes("no-such-git-command", folder, paths).empty());
}
