// What the aliases of all files together may stand for.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "built_in.h"
#include "diagnostics/rules.h"
#include "engine/analyze_folder.h"
#include "link/graph_names.h"

using namespace ims;

namespace {

FolderOptions options_with(const AliasBudget& budget, std::size_t jobs = 1) {
    FolderOptions options;
    options.root = "folder";
    options.today = *parse_date("2026-06-01");
    options.jobs = jobs;
    options.aliases = budget;
    return options;
}

MemoryFileSystem folder() {
    MemoryFileSystem files;
    files.files["folder/ims.yaml"] = "disciplines: {quality: {}}\n";
    return files;
}

// The files that are too large.
std::string too_large(const MemoryFileSystem& files, const AliasBudget& budget = {}, std::size_t jobs = 1) {
    const auto analysis = analyze_folder(files, built_in_rules(), options_with(budget, jobs));
    REQUIRE(analysis.has_value());
    std::string text;
    for (const Finding& finding : (*analysis)->findings) {
        if (finding.rule == RuleId::too_large) text += (*analysis)->sources[finding.span.file].path + "\n";
    }
    return text;
}

std::string repeated(std::string_view text, std::size_t times) {
    std::string result;
    for (std::size_t time = 0; time < times; ++time) result += text;
    return result;
}

// A role with a list of processes by an alias in each of its responsibilities.
std::string role(const std::string& id, std::size_t processes, std::size_t responsibilities) {
    std::string list;
    for (std::size_t process = 0; process < processes; ++process) list += "p" + std::to_string(process) + ", ";
    return "role: " + id + "\ntitle: T\nx_all: &all [" + list + "]\nresponsibilities:\n" +
           repeated("  - {does: Look after it, processes: *all}\n", responsibilities);
}

}  // namespace

TEST_CASE("what was left out is known by its names, and nothing else is said of it") {
    MemoryFileSystem files = folder();
    files.files["folder/a.yaml"] = "role: a\nx_a: &x [1, 2, 3]\nx_b: [*x]\n---\nrole: b\nno_field: 1\n";
    files.files["folder/b.yaml"] = "process: p\ntitle: P\nowner: a\nresponsible: [b]\n";
    const auto analysis = analyze_folder(files, built_in_rules(), options_with({{3, 1000}, {0, 0}}));
    REQUIRE(analysis.has_value());
    std::string errors;
    for (const Finding& finding : (*analysis)->findings) {
        if (finding.grade != Grade::error) continue;
        errors += for_editors(finding.message, (*analysis)->graph) + "\n";
        CHECK(finding.span.begin == files.files["folder/a.yaml"].find("*x"));
    }
    CHECK(
        errors ==
        "the aliases of this folder repeat too much: written out they add 4 values, and at most 3 values may be added; "
        "this file is not read, which adds 4 values, most of that by `*x`\n");
}

TEST_CASE("files are left out that add most, whatever the number of jobs") {
    MemoryFileSystem files = folder();
    for (const char* id : {"a", "b", "c", "d"}) {
        const std::string length = id == std::string("b") ? "[*x, *x, *x, *x]" : "[*x]";
        files.files["folder/" + std::string(id) + ".yaml"] =
            "role: " + std::string(id) + "\ntitle: T\nx_a: &x [1, 2, 3]\nx_b: " + length + "\n";
    }
    for (const std::size_t jobs : {1u, 4u}) {
        const auto values = [&](std::uint64_t most) { return too_large(files, {{most, 1000}, {0, 0}}, jobs); };
        CHECK(values(28) == "");
        CHECK(values(27) == "b.yaml\n");
        CHECK(values(12) == "b.yaml\n");
        CHECK(values(11) == "b.yaml\nd.yaml\n");
        CHECK(values(0) == "a.yaml\nb.yaml\nc.yaml\nd.yaml\n");
        const auto bytes = [&](std::uint64_t most) { return too_large(files, {{1000, most}, {0, 0}}, jobs); };
        CHECK(bytes(21) == "");
        CHECK(bytes(20) == "b.yaml\n");
        CHECK(bytes(8) == "b.yaml\nd.yaml\n");
    }
}

TEST_CASE("what other files hold counts, those without aliases too") {
    MemoryFileSystem files = folder();
    files.files["folder/a.yaml"] = "role: a\ntitle: T\nx_a: &x [1, 2, 3]\nx_b: [*x, *x, *x, *x, *x, *x]\n";
    CHECK(too_large(files, {{0, 1000}, {1, 0}}) == "a.yaml\n");
    files.files["folder/b.yaml"] = "role: b\ntitle: T\ntags: [a, b]\n";
    CHECK(too_large(files, {{0, 1000}, {1, 0}}) == "");
}

TEST_CASE("lists and texts that are repeated in some dozen places are read") {
    MemoryFileSystem files = folder();
    for (int place = 0; place < 10; ++place) {
        const std::string id = "r" + std::to_string(place);
        files.files["folder/" + id + ".yaml"] = role(id, 20, 20);
    }
    files.files["folder/text.yaml"] = "role: text\ntitle: T\nresponsibilities:\n  - does: &t " +
                                      repeated("word ", 200) + "\n" + repeated("  - does: *t\n", 50);
    CHECK(too_large(files) == "");
}

TEST_CASE("a list that is repeated in hundreds of places is not, nor are long texts") {
    MemoryFileSystem files = folder();
    for (const char* id : {"a", "b", "c", "d", "e"})
        files.files["folder/" + std::string(id) + ".yaml"] = role(id, 100, 950);
    files.files["folder/f.yaml"] = role("f", 20, 20);
    CHECK(too_large(files) == "a.yaml\nb.yaml\nc.yaml\nd.yaml\ne.yaml\n");

    files = folder();
    files.files["folder/text.yaml"] = "role: text\ntitle: T\nresponsibilities:\n  - does: &t " +
                                      repeated("word ", 20'000) + "\n" + repeated("  - does: *t\n", 4000);
    CHECK(too_large(files) == "text.yaml\n");
}
