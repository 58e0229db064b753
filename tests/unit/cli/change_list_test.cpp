#include "cli/change_list.h"

#include <doctest/doctest.h>

using namespace ims;

TEST_CASE("a list of changes is read as it was written") {
    ChangeList list;
    list.files = {{"roles/a b.yaml", ".ims-1-1.tmp", "aa", "bb"},
                  {"#new.yaml", ".ims-1-2.tmp", "cc", ""},
                  {"old.yaml", "", "", "dd"}};
    list.spare = {"../.github/.ims-1-3.tmp"};
    list.folders = {"sites", "sites/north east"};
    const std::string text = write_change_list(list);
    const auto again = read_change_list(text, "here/.ims-change");
    REQUIRE(again);
    REQUIRE(again->files.size() == 3);
    for (std::size_t index = 0; index < 3; ++index) {
        CHECK(again->files[index].path == list.files[index].path);
        CHECK(again->files[index].temporary == list.files[index].temporary);
        CHECK(again->files[index].new_hash == list.files[index].new_hash);
        CHECK(again->files[index].old_hash == list.files[index].old_hash);
    }
    CHECK(again->spare == list.spare);
    CHECK(again->folders == list.folders);
    CHECK(write_change_list(*again) == text);
}

TEST_CASE("what is no list of changes is told as such") {
    for (const char* const text : {"file a b c\n", "files\n", "spare\n", "<<<<<<< HEAD\n", "\x01\x02"}) {
        const auto read = read_change_list(text, ".ims-change");
        REQUIRE(!read);
        CHECK(read.error().message().starts_with(".ims-change: this is to list a change that was interrupted"));
    }
    CHECK(read_change_list("", ".ims-change"));
}

TEST_CASE("temporary files are hidden and known by their names") {
    CHECK(temporary_name(4711, 12) == ".ims-4711-12.tmp");
    CHECK(is_temporary_name(".ims-4711-12.tmp"));
    for (const char* const name :
         {"", ".ims-.tmp", ".ims-a.tmp", ".ims-1.tmp.yaml", "a.ims-1.tmp", ".ims-1/2.tmp", ".ims-.tm"})
        CHECK(!is_temporary_name(name));
}

TEST_CASE("a list reaches neither out of its folder nor into what git keeps") {
    for (const char* const path :
         {"a.yaml", "roles/a.yaml", ".ims/x.json", ".github/workflows/ims.yml", ".gitattributes"})
        CHECK(may_be_listed(path));
    for (const char* const path : {"", "/etc/passwd", "../a", "roles/../../a", "./a", "a//b", "a/",
                                   ".git/hooks/pre-commit", "sub/.GIT/config", ".hg/hgrc"})
        CHECK(!may_be_listed(path));
}
