// The files of a commit and of the index, asked of a repository that each test makes for itself.
#include "source/git_tree.h"

#include <doctest/doctest.h>

#include <map>
#include <string>
#include <vector>

#include "no_git_settings.h"
#include "scratch.h"
#include "source/git_repository.h"
#include "source/program.h"

using namespace ims;

namespace {

constexpr std::size_t kAll = std::size_t{1} << 20;

struct Work {
    Scratch scratch;
    DiskFileSystem disk;

    Work() { use_no_git_settings(); }
    bool git(std::vector<std::string> words) const {
        words.insert(words.begin(),
                     {"git", "-C", scratch.path.string(), "-c", "user.name=ims", "-c", "user.email=ims@example.org"});
        auto program =
            Program::start(words, std::vector<std::string_view>{"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"});
        return program && program->finish().has_value();
    }
    bool commit() const { return git({"add", "-A"}) && git({"commit", "-q", "-m", "x"}); }
    [[nodiscard]] std::unique_ptr<GitTree> tree(const std::string& revision) const {
        const std::string top = scratch.path.string();
        const std::string commit = revision.empty() ? "" : find_commit("git", top, revision).value_or("none");
        auto opened = GitTree::open(disk, {"git", top, top, commit, {}});
        REQUIRE_MESSAGE(opened.has_value(), (opened ? "" : opened.error().message()));
        return std::move(*opened);
    }
};

// All that a file system holds below a folder: folders with a `/` and nothing in them, links by what they lead to.
void collect(const FileSystem& files, const std::string& top, const std::string& folder,
             std::map<std::string, std::string>& out) {
    const auto entries = files.list(top + folder);
    REQUIRE(entries.has_value());
    for (const Entry& entry : *entries) {
        if (entry.name == ".git") continue;
        const std::string path = folder + "/" + entry.name;
        const std::string inner = path.substr(1);
        switch (entry.type) {
            case EntryType::folder:
                out[inner + "/"];
                collect(files, top, path, out);
                break;
            case EntryType::link: out[inner] = "-> " + files.real_path(top + path).value_or("nowhere"); break;
            default: {
                const auto bytes = files.read(top + path, kAll);
                REQUIRE(bytes.has_value());
                out[inner] = *bytes;
            }
        }
    }
}

std::map<std::string, std::string> all(const FileSystem& files, const std::string& top) {
    std::map<std::string, std::string> out;
    collect(files, top, "", out);
    return out;
}

}  // namespace

TEST_CASE("a commit and the index are what the work tree was, however it went on") {
    const Work work;
    if (!work.git({"init", "-q"})) return;  // no git here
    const std::string top = work.scratch.path.string();
    work.scratch.put("a.yaml", "one\n");
    work.scratch.put("deep/er/b.yaml", "two\r\n");
    work.scratch.put("deep/ü b.yaml", "three\n");
    work.scratch.put("c.txt", "text\n");
    std::filesystem::create_symlink("deep/er", work.scratch.path / "link");
    std::filesystem::create_symlink("../a.yaml", work.scratch.path / "deep/to-a.yaml");
    std::filesystem::create_symlink("nowhere", work.scratch.path / "dead");
    std::filesystem::create_symlink("round", work.scratch.path / "round");
    REQUIRE(work.commit());
    const auto first = all(work.disk, top);
    CHECK(all(*work.tree("HEAD"), top) == first);
    CHECK(all(*work.tree(""), top) == first);

    work.scratch.put("a.yaml", "changed\n");
    std::filesystem::remove_all(work.scratch.path / "deep/er");
    std::filesystem::remove(work.scratch.path / "link");
    work.scratch.put("link/d.yaml", "a folder now\n");
    work.scratch.put("new.yaml", "new\n");
    CHECK(all(*work.tree("HEAD"), top) == first);
    CHECK(all(*work.tree(""), top) == first);
    REQUIRE(work.git({"add", "-A"}));
    const auto staged = all(work.disk, top);
    CHECK(all(*work.tree(""), top) == staged);
    work.scratch.put("a.yaml", "changed again\n");
    work.scratch.put("untracked.yaml", "x\n");
    CHECK(all(*work.tree(""), top) == staged);
    CHECK(all(*work.tree("HEAD"), top) == first);
    REQUIRE(work.commit());
    CHECK(all(*work.tree("HEAD^"), top) == first);

    const auto tree = work.tree("HEAD^");
    CHECK(tree->type(top + "/link/b.yaml") == EntryType::file);
    CHECK(tree->real_path(top + "/link/../deep/./er/b.yaml") == top + "/deep/er/b.yaml");
    CHECK(tree->type(top + "/round") == EntryType::missing);
    CHECK(tree->type(top + "/.git") == EntryType::missing);
    CHECK(tree->type("/") == EntryType::folder);  // outside it is the disk
    CHECK(tree->read(top + "/deep/er/b.yaml", 2).value() == "two");
    CHECK(!tree->read(top + "/deep", kAll).has_value());
    CHECK(!tree->read(top + "/none", kAll).has_value());
    CHECK(tree->named("b.yaml") == std::vector<std::string>{top + "/deep/er/b.yaml"});
}

TEST_CASE("what git does not know is none: a commit, a repository, a word that looks like an option") {
    const Work work;
    if (!work.git({"init", "-q"})) return;
    const std::string top = work.scratch.path.string();
    CHECK(!find_commit("git", top, "HEAD"));
    work.scratch.put("in/a.yaml", "one\n");
    REQUIRE(work.commit());
    CHECK(find_commit("git", top, "HEAD"));
    CHECK(!find_commit("git", top, "--help"));
    CHECK(!find_commit("git", top, ""));
    CHECK(!find_commit("git", top, "0123456789abcdef0123456789abcdef01234567"));
    CHECK(!find_commit("git", top, "HEAD:in"));
    CHECK(find_repository(work.disk, top + "/in") == top);
    CHECK(!why_git_is_silent("git", top));
    CHECK(why_git_is_silent("no-such-git-command", top) == "git is not installed here");
    const Scratch elsewhere;
    CHECK(why_git_is_silent("git", elsewhere.path.string()) == "this folder is in no git repository");
}
