#include "cli/platform/names_of_files.h"

#include <doctest/doctest.h>

#include <cerrno>
#include <memory>
#include <optional>

#include "cli/platform/folders.h"
#include "scratch.h"

using namespace ims;

TEST_CASE("a name that is taken is not taken away") {
    const Scratch scratch;
    scratch.put("a", "mine");
    scratch.put("b", "theirs");
    CHECK(rename_to_free_name(scratch.file("a"), scratch.file("b")) == EEXIST);
    CHECK(scratch.text("b") == "theirs");
    CHECK(rename_to_free_name(scratch.file("a"), scratch.file("c")) == 0);
    CHECK(scratch.names() == std::vector<std::string>{"b", "c"});
}

TEST_CASE("two folders change names, in one step or in several") {
    const Scratch scratch;
    scratch.put("new.tmp/a", "new");
    scratch.put("place/a", "old");
    int (*exchange)(const std::string&, const std::string&) = exchange_names_by_steps;
    SUBCASE("in one step") {
        exchange = exchange_names;
        if (exchange_names(scratch.file("new.tmp"), scratch.file("place")) == ENOSYS) return;
        REQUIRE(exchange_names(scratch.file("new.tmp"), scratch.file("place")) == 0);
    }
    SUBCASE("in several") {}
    CHECK(exchange(scratch.file("new.tmp"), scratch.file("place")) == 0);
    CHECK(scratch.text("place/a") == "new");
    CHECK(scratch.text("new.tmp/a") == "old");
    CHECK(scratch.names() == std::vector<std::string>{"new.tmp", "new.tmp/a", "place", "place/a"});
}

TEST_CASE("what cannot change names leaves both as they were") {
    const Scratch scratch;
    scratch.put("place/a", "old");
    CHECK(exchange_names_by_steps(scratch.file("gone"), scratch.file("place")) == ENOENT);
    CHECK(exchange_names_by_steps(scratch.file("place"), scratch.file("gone")) == ENOENT);
    CHECK(scratch.names() == std::vector<std::string>{"place", "place/a"});
}

TEST_CASE("a folder takes no place of a file") {
    const Scratch scratch;
    scratch.put("new.tmp/a", "new");
    scratch.put("file", "theirs");
    std::filesystem::create_symlink("nowhere", scratch.file("link"));
    CHECK(!take_place(scratch.file("new.tmp"), scratch.file("file")));
    CHECK(!take_place(scratch.file("new.tmp"), scratch.file("link")));
    CHECK(scratch.text("file") == "theirs");
    CHECK(scratch.text("new.tmp/a") == "new");
    CHECK(take_place(scratch.file("new.tmp"), scratch.file("free")));
    CHECK(scratch.text("free/a") == "new");
}

TEST_CASE("one at a time works in a folder") {
    const Scratch scratch;
    {
        const auto lock = lock_folder(scratch.path.string());
        if (!lock) return;  // this file system knows none
        CHECK(!lock_folder(scratch.path.string()));
    }
    CHECK(lock_folder(scratch.path.string()));
    CHECK(!lock_folder(scratch.file("gone")));
}

TEST_CASE("who waits for a folder says so where another has it, and gets it then") {
    const Scratch scratch;
    const std::string folder = scratch.path.string();
    auto other = std::make_unique<std::optional<FolderLock>>(lock_folder(folder));
    if (!*other) return;  // this file system knows no locks
    int told = 0;
    const auto let_go = [&] {
        ++told;
        other.reset();
    };
    CHECK(wait_for_folder(folder, let_go, 0));
    CHECK(told == 1);
    CHECK(wait_for_folder(folder, let_go, 0));
    CHECK(told == 1);
    CHECK(!wait_for_folder(scratch.file("gone"), let_go, 0));
}
