// What the aliases of all files together may stand for.
#include <doctest/doctest.h>

#include <string>

#include "built_in.h"
#include "diagnostics/rules.h"
#include "engine/analyze_folder.h"
#include "link/graph_names.h"
#include "yaml/alias_values.h"

using namespace ims;

namespace {

// The files that are too large, at a budget for the folder.
std::string too_large(std::uint64_t values, std::size_t jobs) {
    MemoryFileSystem files;
    files.files["folder/ims.yaml"] = "disciplines: {quality: {}}\n";
    for (const char* id : {"a", "b", "c", "d"}) {
        const std::string length = id == std::string("c") ? "[*x, *x, *x, *x]" : "[*x]";
        files.files["folder/" + std::string(id) + ".yaml"] =
            "role: " + std::string(id) + "\ntitle: T\nx_a: &x [1, 2, 3]\nx_b: " + length + "\n";
    }
    FolderOptions options;
    options.root = "folder";
    options.today = *parse_date("2026-06-01");
    options.jobs = jobs;
    options.alias_values = values;
    const auto analysis = analyze_folder(files, built_in_rules(), options);
    REQUIRE(analysis.has_value());
    std::string text;
    for (const Finding& finding : (*analysis)->findings) {
        if (finding.rule == RuleId::too_large) text += (*analysis)->sources[finding.span.file].path + "\n";
    }
    return text;
}

}  // namespace

TEST_CASE("what was left out is known by its names, and nothing else is said of it") {
    MemoryFileSystem files;
    files.files["folder/ims.yaml"] = "disciplines: {quality: {}}\n";
    files.files["folder/a.yaml"] = "role: a\nx_a: &x [1, 2, 3]\nx_b: [*x]\n---\nrole: b\nno_field: 1\n";
    files.files["folder/b.yaml"] = "process: p\ntitle: P\nowner: a\nresponsible: [b]\n";
    FolderOptions options;
    options.root = "folder";
    options.today = *parse_date("2026-06-01");
    options.alias_values = 0;
    const auto analysis = analyze_folder(files, built_in_rules(), options);
    REQUIRE(analysis.has_value());
    std::string errors;
    for (const Finding& finding : (*analysis)->findings) {
        if (finding.grade == Grade::error) errors += for_editors(finding.message, (*analysis)->graph) + "\n";
    }
    CHECK(errors == "written out, the aliases of this folder up to this file stand for more than 0 values\n");
}

TEST_CASE("values that aliases add are counted through all that they name") {
    const auto added = [](std::string_view text) { return values_added_by_aliases(parse_yaml(text)); };
    CHECK(added("a: [1, 2]\n") == 0);
    CHECK(added("a: &a [1, 2]\nb: *a\n") == 3);
    CHECK(added("a: &a [1, 2]\nb: &b [*a, *a]\nc: [*b]\n") == 3 + 3 + (1 + 2 + 6));
    CHECK(added("a: &a [*a]\n") == 0);
    CHECK(added("a: &a 1\n---\nb: &a [1]\nc: *a\n") == 2);
}

TEST_CASE("files whose aliases no longer fit are left out, whatever the number of jobs") {
    for (const std::size_t jobs : {1u, 4u}) {
        CHECK(too_large(1'000'000, jobs) == "");
        CHECK(too_large(28, jobs) == "");
        CHECK(too_large(27, jobs) == "d.yaml\n");
        CHECK(too_large(12, jobs) == "c.yaml\n");
        CHECK(too_large(0, jobs) == "a.yaml\nb.yaml\nc.yaml\nd.yaml\n");
    }
}
