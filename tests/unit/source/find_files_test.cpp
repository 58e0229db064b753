#include "source/find_files.h"

#include <doctest/doctest.h>

#include <initializer_list>
#include <map>
#include <utility>

using namespace ims;

namespace {

using Paths = std::vector<std::string>;

// A folder `top`, and somebody in git's place who knows what is ignored, by the folder that is asked about.
struct Ignoring {
    MemoryFileSystem files;
    std::map<std::string, Paths> ignored;
    Paths asked;
    std::string trouble;

    explicit Ignoring(std::initializer_list<std::pair<std::string, std::string>> more) {
        for (const auto& [path, text] : more) files.files[path] = text;
        files.files["top/ims.yaml"] = "";
    }

    FoundFiles find() {
        const auto ask = [this](const std::string& folder) {
            asked.push_back(folder);
            return GitIgnored{ignored[folder], trouble};
        };
        auto found = find_files(files, "top", {}, ask);
        REQUIRE(found);
        return *std::move(found);
    }
    Paths paths() { return find().paths; }
};

}  // namespace

TEST_CASE("a folder that cannot be listed is told with the reason alone, whatever its name holds") {
    MemoryFileSystem files;
    files.files = {{"top/ims.yaml", ""}, {"top/a: b/role.yaml", ""}, {"top/c/role.yaml", ""}};
    files.unreadable = {"top/a: b"};
    const Result<FoundFiles> found = find_files(files, "top", {});
    REQUIRE(found);
    CHECK(found->paths == std::vector<std::string>{"c/role.yaml", "ims.yaml"});
    REQUIRE(found->unreadable.size() == 1);
    CHECK(found->unreadable[0].path == "a: b");
    CHECK(found->unreadable[0].reason == "the folder cannot be listed: permission denied");
    CHECK(found->unreadable[0].kind == FoundFiles::TroubleKind::not_listed);
}

TEST_CASE("a top folder that cannot be listed is an error that names it") {
    MemoryFileSystem files;
    files.files = {{"top: x/ims.yaml", ""}};
    files.unreadable = {"top: x"};
    const Result<FoundFiles> found = find_files(files, "top: x", {});
    REQUIRE(!found);
    CHECK(found.error().path == "top: x");
    CHECK(found.error().reason == "permission denied");
}

TEST_CASE("only a file ims.yaml makes a folder another's") {
    MemoryFileSystem files;
    files.files = {{"top/ims.yaml", ""}, {"top/a/ims.yaml/b.yaml", ""}, {"top/a/c.yaml", ""}};
    const auto found = find_files(files, "top", {});
    REQUIRE(found);
    CHECK(found->paths == std::vector<std::string>{"a/c.yaml", "a/ims.yaml/b.yaml", "ims.yaml"});
}

TEST_CASE("git is asked only where a repository says that something is to be ignored") {
    const auto asked = [](std::initializer_list<std::pair<std::string, std::string>> files) {
        Ignoring folder(files);
        folder.paths();
        return folder.asked;
    };
    CHECK(asked({}).empty());
    CHECK(asked({{"top/.gitignore", "build/\n"}}).empty());  // of no repository
    CHECK(asked({{"top/.git/HEAD", ""}}).empty());
    CHECK(asked({{"top/.git/HEAD", ""}, {"top/.gitignore", "# nothing\n\n  \n"}}).empty());
    CHECK(asked({{"top/.git/HEAD", ""}, {"top/.git/info/exclude", "# git writes this itself\n"}}).empty());
    CHECK(asked({{"top/.git/HEAD", ""}, {"top/.gitignore", "# built\nbuild/\n"}}) == Paths{"top"});
    CHECK(asked({{"top/.git/HEAD", ""}, {"top/.git/info/exclude", "*.tmp.yaml"}}) == Paths{"top"});
    CHECK(asked({{"top/.git/HEAD", ""}, {"top/a/b/.gitignore", "*.tmp.yaml"}}) == Paths{"top"});
    CHECK(asked({{".git/HEAD", ""}, {".gitignore", "build/"}}) == Paths{"top"});  // above
    CHECK(asked({{"top/.git", "gitdir: ../elsewhere/.git/worktrees/top\n"}}) == Paths{"top"});
    // Once, however many there are.
    CHECK(asked({{".git/HEAD", ""}, {".gitignore", "a"}, {"top/.gitignore", "b"}, {"top/c/.gitignore", "d"}}) ==
          Paths{"top"});
    // What lies above the repository is another's.
    CHECK(asked({{".gitignore", "build/"}, {"top/.git/HEAD", ""}}).empty());
}

TEST_CASE("what git ignores is not read, and a folder of it not looked into") {
    Ignoring folder({{"top/.git/HEAD", ""},
                     {"top/.gitignore", "rules"},
                     {"top/a.yaml", ""},
                     {"top/b.yaml", ""},
                     {"top/c.yaml.txt", ""},
                     {"top/modules/x/d.yaml", ""},
                     {"top/schemas/own.schema.json", "{}"},
                     {"top/sub/Gro\xcc\x88\xc3\x9f\x65.yaml", ""},
                     {"top/sub/e.yaml", ""}});
    folder.files.unreadable = {"top/modules"};
    folder.ignored["top"] = {"b.yaml", "c.yaml.txt", "modules", "schemas/own.schema.json",
                             "sub/Gr\xc3\xb6\xc3\x9f\x65.yaml"};
    const FoundFiles found = folder.find();
    CHECK(found.paths == Paths{"a.yaml", "ims.yaml", "sub/e.yaml"});
    CHECK(found.unreadable.empty());
    CHECK(found.misnamed.empty());
    CHECK(found.schemas.empty());
    CHECK(found.ignored_by_git == Paths{"b.yaml", "modules/", "sub/Gro\xcc\x88\xc3\x9f\x65.yaml"});
}

TEST_CASE("where ims.yaml itself is ignored, git has no say") {
    Ignoring folder({{"top/.git/HEAD", ""}, {"top/.gitignore", "*.yaml"}, {"top/a.yaml", ""}});
    folder.ignored["top"] = {"ims.yaml", "a.yaml"};
    CHECK(folder.paths() == Paths{"a.yaml", "ims.yaml"});
}

TEST_CASE("a repository within is asked by itself") {
    Ignoring folder({{"top/.git/HEAD", ""},
                     {"top/.gitignore", "x"},
                     {"top/in/.git", "gitdir: ../.git/modules/in"},
                     {"top/in/a.yaml", ""},
                     {"top/in/b/c.yaml", ""},
                     {"top/out/.git/HEAD", ""},
                     {"top/out/a.yaml", ""}});
    folder.ignored["top"] = {"in/a.yaml"};  // which git would never say
    folder.ignored["top/in"] = {"b"};
    CHECK(folder.paths() == Paths{"ims.yaml", "in/a.yaml", "out/a.yaml"});
    CHECK(folder.asked == Paths{"top", "top/in"});
}

TEST_CASE("why git does not say is told once") {
    Ignoring folder({{"top/.git/HEAD", ""}, {"top/.gitignore", "x"}, {"top/in/.git", "gitdir: x"}, {"top/a.yaml", ""}});
    folder.trouble = "no answer";
    const FoundFiles found = folder.find();
    CHECK(found.git_troubles == Paths{"no answer"});
    CHECK(found.paths == Paths{"a.yaml", "ims.yaml"});
}

TEST_CASE("files that look like records and are not read") {
    MemoryFileSystem files;
    for (const char* name : {"ims.yaml", "a.yaml", "b.yml", "c.YAML", "d.Yml", "e.yaml.txt", "f.yml.TXT", "g.yaml.bak",
                             "h.yaml~", "i.txt", "ims.yml", "k/ims.yml", "k/l.YML", ".m.YAML", "n.yamlx"})
        files.files["top/" + std::string(name)] = "";
    const auto found = find_files(files, "top", {"d.*"});
    REQUIRE(found);
    CHECK(found->paths == Paths{"a.yaml", "b.yml", "ims.yaml"});
    CHECK(found->misnamed == Paths{"c.YAML", "e.yaml.txt", "f.yml.TXT", "ims.yml", "k/ims.yml", "k/l.YML"});
    const auto check = [](const std::string& misnamed, const std::string& better) {
        CHECK(better_name(misnamed) == better);
    };
    check("c.YAML", "c.yaml");
    check("A.B/e.F.yaml.txt", "A.B/e.F.yaml");
    check("f.yml.TXT", "f.yml");
    check("g.YML.txt", "g.yml");
    check("k/ims.yml", "k/ims.yaml");
    check("ims.yml.txt", "ims.yaml");
}

TEST_CASE("what is left out as it should be is told to who asks") {
    MemoryFileSystem files;
    for (const char* const path :
         {"top/ims.yaml", "top/a.yaml", "top/drafts/b.yaml", "top/old.yaml", "top/old.txt", "top/.git/config.yaml",
          "top/.hidden/c.yaml", "top/.d.yaml", "top/.profile", "top/in/.e.yml", "top/client/ims.yaml",
          "top/client/f.yaml", "top/client/deep/ims.yaml"})
        files.files[path] = "";
    const Result<FoundFiles> found = find_files(files, "top", {"drafts/", "old.*"});
    REQUIRE(found);
    CHECK(found->paths == Paths{"a.yaml", "ims.yaml"});
    CHECK(found->ignored == Paths{"drafts/", "old.yaml"});
    CHECK(found->hidden == Paths{".d.yaml", ".hidden/", "in/.e.yml"});
    CHECK(found->other_systems == Paths{"client/"});
}
