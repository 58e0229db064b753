// What is found at the locations of documents, and what is likely meant by one at which nothing is.
#include "engine/document_files.h"

#include <doctest/doctest.h>

#include <initializer_list>
#include <string>

using namespace ims;

namespace {

MemoryFileSystem papers() {
    MemoryFileSystem files;
    for (const char* path : {"ims.yaml", "papers/house-rules.md", "papers/Price list 2026.pdf", "papers/C#.md",
                             "papers/Gr\xc3\xb6\xc3\x9f\x65.md", "papers/forms/form-a.md"})
        files.files["folder/" + std::string(path)] = path;
    return files;
}

}  // namespace

TEST_CASE("a location names a file, a folder, or a section of a file; marks may be written in either form") {
    const MemoryFileSystem files = papers();
    DocumentFiles papers(files, "folder");
    CHECK(papers.find("papers/house-rules.md") == "papers/house-rules.md");
    CHECK(papers.find("papers") == "papers");
    CHECK(papers.find("papers/house-rules.md#2-keys") == "papers/house-rules.md");
    CHECK(papers.find("papers/C#.md") == "papers/C#.md");
    CHECK(papers.find("papers/Gro\xcc\x88\xc3\x9f\x65.md") == "papers/Gr\xc3\xb6\xc3\x9f\x65.md");
    CHECK_FALSE(papers.find("papers/House-Rules.md"));
    CHECK_FALSE(papers.find("papers/lost.md#2-keys"));
    CHECK_FALSE(papers.find("#2-keys"));
}

TEST_CASE("capitals differ, even where the computer does not mind") {
    struct Indifferent final : FileSystem {
        MemoryFileSystem files = papers();
        Result<std::vector<Entry>> list(const std::string& folder) const override { return files.list(folder); }
        EntryType type(const std::string& path) const override {
            return path.ends_with("House-Rules.md") || path.starts_with("folder/closed/") ? EntryType::file
                                                                                          : files.type(path);
        }
        std::optional<std::string> real_path(const std::string& path) const override { return files.real_path(path); }
        Result<std::string> read(const std::string& path, std::size_t limit) const override {
            return files.read(path, limit);
        }
    };
    const Indifferent files;
    DocumentFiles papers(files, "folder");
    CHECK(papers.find("papers/house-rules.md") == "papers/house-rules.md");
    CHECK_FALSE(papers.find("papers/House-Rules.md"));
    CHECK(papers.missing("papers/House-Rules.md") == "papers/house-rules.md");
    CHECK(papers.find("closed/plan.md") == "closed/plan.md");  // in a folder that cannot be listed
}

TEST_CASE("what is likely meant") {
    const MemoryFileSystem files = papers();
    DocumentFiles papers(files, "folder");
    const auto check = [&](std::initializer_list<std::string_view> written, std::string_view meant) {
        for (const std::string_view each : written) {
            CAPTURE(each);
            CHECK(papers.meant_by(each) == meant);
        }
    };
    check({"papers/HOUSE-RULES.md", "Papers/house-rules.MD", "papers\\house-rules.md", "/papers/house-rules.md",
           "~/papers/house-rules.md", "../papers/house-rules.md", "./..//papers/house-rules.md", "papers/house-rule.md",
           "papers/huose-rules.md"},
          "papers/house-rules.md");
    check({"papers/Price%20list%202026.pdf", "papers\\price list 2026.pdf"}, "papers/Price list 2026.pdf");
    check({"papers/House-Rules.md#2-keys"}, "papers/house-rules.md#2-keys");
    // Another number, another letter, another word: another paper.
    check({"papers/Price list 2025.pdf", "papers/forms/form-b.md", "papers/shop-rules.md", "Cupboard 3", "", "#x", "/"},
          "");
}

TEST_CASE("in a folder of many names the first that is like the wanted one is meant, among very many none") {
    const auto folder = [](int count) {
        MemoryFileSystem files;
        for (const char* name : {"Minutes of April.md", "minutes of April.md", "minutes of May.md"})
            files.files["folder/" + std::string(name)] = name;
        for (int number = 3; number < count; ++number)
            files.files["folder/minutes " + std::to_string(number) + ".md"] = "";
        return files;
    };
    const MemoryFileSystem many = folder(1000);
    DocumentFiles papers(many, "folder");
    CHECK(papers.meant_by("MINUTES of April.md") == "Minutes of April.md");
    CHECK(papers.meant_by("minute of April.md") == "Minutes of April.md");
    CHECK(papers.meant_by("minute-of-may.md") == "");
    for (int number = 3; number < 1000; ++number)
        CHECK(papers.meant_by("minutes " + std::to_string(number + 1000) + ".md") == "");
    const MemoryFileSystem very_many = folder(1001);
    DocumentFiles heap(very_many, "folder");
    CHECK(heap.meant_by("MINUTES of April.md") == "Minutes of April.md");
    CHECK(heap.meant_by("minute of April.md") == "");
}

TEST_CASE("the bytes of a file are told by the path at which it stands") {
    const MemoryFileSystem files = papers();
    DocumentFiles papers(files, "folder");
    const auto file = papers.read("papers/house-rules.md#2-keys");
    REQUIRE(file);
    CHECK(file->path == "papers/house-rules.md");
    CHECK(file->bytes == "papers/house-rules.md");
    CHECK_FALSE(papers.read("papers"));
    CHECK_FALSE(papers.read("papers/lost.md"));
}
