// What becomes of a change that was interrupted. That one may be interrupted wherever it is, tests/nothing_lost/ shows
// on the program itself.
#include "cli/interrupted_change.h"

#include <doctest/doctest.h>

#include "base/sha256.h"
#include "cli/change_list.h"
#include "cli/file_changes.h"
#include "scratch.h"

using namespace ims;

namespace {

namespace fs = std::filesystem;

struct Folder {
    Scratch scratch;
    DiskFileSystem files;
    std::string printed;
    Writer printer{printed};
    Environment environment = environment_of_process(files, printer, printer);

    // `a.yaml` has its place, `b.yaml` and the new `c/c.yaml` have not, and `d.yaml` is still to go.
    Folder() {
        scratch.put("ims.yaml", "");
        scratch.put("a.yaml", "new a");
        scratch.put("b.yaml", "old b");
        scratch.put(".ims-1-2.tmp", "new b");
        scratch.put("c/.ims-1-3.tmp", "new c");
        scratch.put("d.yaml", "old d");
        list.files = {listed("a.yaml", ".ims-1-1.tmp", "new a", "old a"),
                      listed("b.yaml", ".ims-1-2.tmp", "new b", "old b"),
                      listed("c/c.yaml", ".ims-1-3.tmp", "new c", ""), listed("d.yaml", "", "", "old d")};
        list.folders = {"c"};
    }

    ChangeList list;
    static ListedFile listed(std::string path, std::string temporary, std::string_view bytes, std::string_view old) {
        return {std::move(path), std::move(temporary), bytes.empty() ? "" : sha256_hex(bytes),
                old.empty() ? "" : sha256_hex(old)};
    }
    void put_list(std::string_view name) const { scratch.put(std::string(name), write_change_list(list)); }
    [[nodiscard]] std::string root() const { return scratch.path.string(); }
    [[nodiscard]] std::string all() const {
        std::string text;
        for (const std::string& name : scratch.names()) {
            if (!fs::is_directory(scratch.file(name))) text += name + "=" + scratch.text(name) + " ";
            else text += name + "/ ";
        }
        return text;
    }
    std::string finish() {
        const Outcome finished = finish_interrupted(environment, root());
        return finished ? "" : finished.error().message();
    }
};

constexpr const char* kFinished = "a.yaml=new a b.yaml=new b c/ c/c.yaml=new c ims.yaml= ";

}  // namespace

TEST_CASE("a change that was decided is finished") {
    Folder folder;
    folder.put_list(kChangeDecided);
    CHECK(is_interrupted(folder.environment, folder.root()));
    CHECK(tell_interrupted(folder.environment, folder.root()) ==
          "a change of `a.yaml`, `b.yaml`, `c/c.yaml` and `d.yaml` was interrupted: some files may be new and others "
          "old; "
          "finish it: ims doctor --finish");
    CHECK(folder.finish().empty());
    CHECK(folder.all() == kFinished);
    CHECK(folder.printed ==
          "ims: an earlier change was interrupted, and is finished now: `a.yaml`, `b.yaml`, `c/c.yaml` and `d.yaml` "
          "are as "
          "they were to be\n");
    folder.printed.clear();
    CHECK(folder.finish().empty());
    CHECK(folder.printed.empty());
    CHECK(!is_interrupted(folder.environment, folder.root()));
}

TEST_CASE("a change that was not decided is undone, and readers need not know") {
    Folder folder;
    folder.scratch.put("a.yaml", "old a");
    folder.scratch.put(".ims-1-1.tmp", "new a");
    folder.put_list(kChangeBegun);
    CHECK(is_interrupted(folder.environment, folder.root()));
    CHECK(!tell_interrupted(folder.environment, folder.root()));
    CHECK(folder.finish().empty());
    CHECK(folder.all() == "a.yaml=old a b.yaml=old b d.yaml=old d ims.yaml= ");
    CHECK(folder.printed ==
          "ims: an earlier command was interrupted before it changed anything; what it left behind is gone now\n");
}

TEST_CASE("half a list of what was begun is of a change that changed nothing") {
    Folder folder;
    folder.scratch.put(std::string(kChangeBegun), "fil");
    CHECK(folder.finish().empty());
    CHECK(!is_interrupted(folder.environment, folder.root()));
}

TEST_CASE("whoever writes next finishes it, and does not write over what it did not know of") {
    Folder folder;
    folder.put_list(kChangeDecided);
    FileChanges changes(folder.environment);
    SUBCASE("another file") {
        changes.add(folder.scratch.file("e.yaml"), std::nullopt, "e");
        CHECK(!changes.check());
        CHECK(changes.commit());
        CHECK(folder.all() == "a.yaml=new a b.yaml=new b c/ c/c.yaml=new c e.yaml=e ims.yaml= ");
    }
    SUBCASE("one of the change") {
        changes.add(folder.scratch.file("b.yaml"), "old b", "newer b");
        const Outcome committed = changes.commit();
        REQUIRE(!committed);
        CHECK(committed.error().reason.starts_with("changed meanwhile"));
        CHECK(folder.all() == kFinished);
    }
}

TEST_CASE("what somebody changed since the interruption stays as it is") {
    Folder folder;
    folder.put_list(kChangeDecided);
    folder.scratch.put("b.yaml", "theirs");
    folder.scratch.put("c/c.yaml", "theirs");
    CHECK(folder.finish().empty());
    CHECK(folder.all() == "a.yaml=new a b.yaml=theirs c/ c/c.yaml=theirs ims.yaml= ");
    CHECK(folder.printed.find("`b.yaml` was changed since that change was interrupted, and stays as it is") !=
          std::string::npos);
    CHECK(!is_interrupted(folder.environment, folder.root()));
}

TEST_CASE("bytes that are not those that were written take no place") {
    Folder folder;
    folder.put_list(kChangeDecided);
    folder.scratch.put(".ims-1-2.tmp", "new");
    CHECK(folder.finish().empty());
    CHECK(folder.scratch.text("b.yaml") == "old b");
}

TEST_CASE("a list that came from elsewhere does nothing outside of its folder") {
    Folder folder;
    const Scratch outside;
    outside.put("victim", "old b");
    SUBCASE("by its path") { folder.list.files[1].path = "../" + outside.path.filename().string() + "/victim"; }
    SUBCASE("by a link") {
        fs::create_directory_symlink(outside.path, folder.scratch.file("link"));
        folder.list.files[1].path = "link/victim";
        folder.scratch.put("link/.ims-1-2.tmp", "new b");
    }
    SUBCASE("in what git runs") {
        folder.scratch.put(".git/hooks/pre-commit", "old b");
        folder.list.files[1].path = ".git/hooks/pre-commit";
    }
    SUBCASE("by the name of the other file") { folder.list.files[1].temporary = "../ims.yaml"; }
    folder.put_list(kChangeDecided);
    const std::string before = folder.all();
    CHECK(folder.finish().find("which is none of the files of this folder; nothing was done") != std::string::npos);
    CHECK(folder.all() == before);
    CHECK(outside.text("victim") == "old b");
}

TEST_CASE("only temporary files are taken away") {
    Folder folder;
    folder.list.files.clear();
    folder.list.spare = {"b.yaml", ".ims-1-2.tmp"};
    folder.list.folders = {"c", "..", "."};
    folder.put_list(kChangeBegun);
    CHECK(folder.finish().empty());
    CHECK(folder.all() == "a.yaml=new a b.yaml=old b c/ c/.ims-1-3.tmp=new c d.yaml=old d ims.yaml= ");
}

TEST_CASE("a list that cannot be read stops whoever writes") {
    Folder folder;
    folder.scratch.put(std::string(kChangeDecided), "<<<<<<< HEAD\n");
    CHECK(folder.finish().find("cannot be read") != std::string::npos);
    CHECK(tell_interrupted(folder.environment, folder.root()));
    CHECK(!write_durably(folder.environment, folder.scratch.file("e.yaml"), std::nullopt, "e"));
}
