// What is told of files that cannot be read, and of an ims.yaml that stops everything.
#include <doctest/doctest.h>

#include "built_in.h"
#include "diagnostics/rules.h"
#include "engine/analyze_folder.h"
#include "link/graph_names.h"
#include "odd_files.h"

using namespace ims;

namespace {

Result<std::unique_ptr<Analysis>> analysis_of(const FileSystem& files) {
    FolderOptions options;
    options.root = "folder";
    options.today = *parse_date("2026-06-01");
    return analyze_folder(files, built_in_rules(), options);
}

// "path: message" of each file that cannot be read.
std::vector<std::string> told(const FileSystem& files) {
    const auto analysis = analysis_of(files);
    REQUIRE_MESSAGE(analysis.has_value(), (analysis ? "" : analysis.error().message()));
    std::vector<std::string> out;
    for (const Finding& each : (*analysis)->findings) {
        if (each.rule != RuleId::unreadable_file) continue;
        out.push_back((*analysis)->sources[each.span.file].path + ": " + for_editors(each.message, (*analysis)->graph));
    }
    return out;
}

}  // namespace

TEST_CASE("why a file cannot be read is told in full, and nothing of its name with it") {
    test::OddFiles files;
    files.files.files = {{"folder/ims.yaml", "organisation: O\ndisciplines: {quality: {}}\n"},
                         {"folder/a: b.yaml", "role: a\n"},
                         {"folder/c: .yaml", "role: c\n"},
                         {"folder/d.yaml", "role: d\n"}};
    files.files.unreadable = {"folder/a: b.yaml"};
    files.answers["folder/c: .yaml"] = [] { return Error("folder/c: .yaml", "stale handle: server gone"); };
    files.answers["folder/d.yaml"] = [] { return Error("folder/d.yaml", "no"); };
    CHECK(told(files) == std::vector<std::string>{"a: b.yaml: this file cannot be read: permission denied",
                                                  "c: .yaml: this file cannot be read: stale handle: server gone",
                                                  "d.yaml: this file cannot be read: no"});
}

TEST_CASE("an ims.yaml that is no YAML is told with its place") {
    MemoryFileSystem files;
    files.files = {{"folder/ims.yaml", "organisation: O\ndisciplines: [quality\n"}};
    const auto analysis = analysis_of(files);
    REQUIRE(!analysis);
    CHECK(analysis.error().path == "folder/ims.yaml");
    CHECK(analysis.error().place == ":2:14");
    CHECK(analysis.error().message() == "folder/ims.yaml:2:14: " + analysis.error().reason);
}
