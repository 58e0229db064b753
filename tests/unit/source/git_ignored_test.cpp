// What git says of a folder that it ignores, asked of a repository that each test makes for itself.
#include "source/git_ignored.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <initializer_list>
#include <string>
#include <vector>

#include "no_git_settings.h"
#include "scratch.h"
#include "source/program.h"

using namespace ims;

namespace {

using Paths = std::vector<std::string>;

struct Repository {
    Scratch scratch;

    Repository() { use_no_git_settings(); }
    bool git(std::vector<std::string> words) const {
        words.insert(words.begin(), {"git", "-C", scratch.path.string()});
        auto program =
            Program::start(words, std::vector<std::string_view>{"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"});
        return program && program->finish().has_value();
    }
    bool init() const { return git({"init", "-q"}); }
    void put(std::initializer_list<std::string> paths) const {
        for (const std::string& path : paths) scratch.put(path, "a: b\n");
    }
    [[nodiscard]] Paths ignored(const std::string& folder = "") const {
        GitIgnored told = git_ignored("git", scratch.file(folder));
        CHECK(told.trouble == "");
        std::ranges::sort(told.paths);
        return told.paths;
    }
};

}  // namespace

TEST_CASE("files that git ignores, and folders as one") {
    const Repository repository;
    if (!repository.init()) return;  // no git here
    repository.scratch.put(".gitignore", "node_modules/\n*.tmp.yaml\n!keep.tmp.yaml\n/top.yaml\n");
    repository.scratch.put("in/.gitignore", "local.yaml\n");
    repository.put({"a.yaml", "b.tmp.yaml", "keep.tmp.yaml", "top.yaml", "node_modules/x/y.yaml", "in/top.yaml",
                    "in/local.yaml", "in/c \n\"d\".tmp.yaml", "in/node_modules/z.yaml"});
    CHECK(repository.ignored() ==
          Paths{"b.tmp.yaml", "in/c \n\"d\".tmp.yaml", "in/local.yaml", "in/node_modules", "node_modules", "top.yaml"});
    CHECK(repository.ignored("in") == Paths{"c \n\"d\".tmp.yaml", "local.yaml", "node_modules"});
}

TEST_CASE("what is tracked is not ignored, whatever a pattern says") {
    const Repository repository;
    if (!repository.init()) return;
    repository.scratch.put(".gitignore", "build/\n*.yml\n");
    repository.put({"build/keep.yaml", "build/out.yaml", "a.yml", "b.yml"});
    CHECK(repository.ignored() == Paths{"a.yml", "b.yml", "build"});
    REQUIRE(repository.git({"add", "-f", "build/keep.yaml", "a.yml"}));
    CHECK(repository.ignored() == Paths{"b.yml", "build/out.yaml"});
}

TEST_CASE("below a folder that is ignored itself nothing is") {
    const Repository repository;
    if (!repository.init()) return;
    repository.scratch.put(".gitignore", "out/\n*.tmp.yaml\n");
    repository.put({"out/a.yaml", "out/deep/b.yaml", "out/deep/c.tmp.yaml"});
    CHECK(repository.ignored("out").empty());
    CHECK(repository.ignored("out/deep").empty());
}

TEST_CASE("without a repository nothing is ignored, and nothing is said; without git, why it is read") {
    const Scratch scratch;
    scratch.put(".gitignore", "a.yaml\n");
    scratch.put("a.yaml", "");
    const GitIgnored told = git_ignored("git", scratch.path.string());
    CHECK(told.paths.empty());
    CHECK(told.trouble == "");
    const GitIgnored nobody = git_ignored("no-such-git-command", scratch.path.string());
    CHECK(nobody.paths.empty());
    CHECK(nobody.trouble.starts_with("git is not installed here"));
}

TEST_CASE("a repository of another user is read whole, with the reason and what helps") {
    const Repository repository;
    if (!repository.init()) return;
    repository.scratch.put(".gitignore", "a.yaml\n");
    repository.put({"a.yaml"});
    ::setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1", 1);
    const GitIgnored told = git_ignored("git", repository.scratch.path.string());
    ::unsetenv("GIT_TEST_ASSUME_DIFFERENT_OWNER");
    if (told.paths == Paths{"a.yaml"}) return;  // a git that does not mind, or one that was told to trust all
    CHECK(told.paths.empty());
    CHECK(
        told.trouble ==
        "git does not say what it ignores here, because the repository belongs to another user: all of it is read. To "
        "trust it: git config --global --add safe.directory " +
            repository.scratch.path.string());
}

TEST_CASE("a repository that git cannot read is told too") {
    const Repository repository;
    if (!repository.init()) return;
    repository.scratch.put(".gitignore", "a.yaml\n");
    repository.scratch.put(".git/index", "this is none");
    const GitIgnored told = git_ignored("git", repository.scratch.path.string());
    CHECK(told.trouble == "git does not say what it ignores here (`git status` there says why): all of it is read");
}
