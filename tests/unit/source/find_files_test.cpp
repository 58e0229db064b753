#include "source/find_files.h"

#include <doctest/doctest.h>

using namespace ims;

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

TEST_CASE("where no ims.yaml is found, the path that was given is at fault") {
    MemoryFileSystem files;
    files.files = {{"shop/role.yaml", ""}};
    const Result<std::string> missing = find_root(files, "sho");
    REQUIRE(!missing);
    CHECK(missing.error().message() == "sho: no such file or folder");
    const Result<std::string> bare = find_root(files, "shop/role.yaml");
    REQUIRE(!bare);
    CHECK(bare.error().path == "shop/role.yaml");
    CHECK(bare.error().reason.starts_with("no ims.yaml here or in any folder above; "));
}

TEST_CASE("only a file ims.yaml makes a folder another's") {
    MemoryFileSystem files;
    files.files = {{"top/ims.yaml", ""}, {"top/a/ims.yaml/b.yaml", ""}, {"top/a/c.yaml", ""}};
    const auto found = find_files(files, "top", {});
    REQUIRE(found);
    CHECK(found->paths == std::vector<std::string>{"a/c.yaml", "a/ims.yaml/b.yaml", "ims.yaml"});
}
