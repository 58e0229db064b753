#include "assess/folder.h"

#include <doctest/doctest.h>

#include "base/text.h"
#include "check/example.h"

namespace ims::test {

Folder::Folder(std::string_view files, Records records) {
    MemoryFileSystem disk;
    for (auto& [path, text] : example_files(files)) disk.files["folder/" + path] = text;
    AnalyzeOptions options;
    options.root = "folder";
    options.today = *parse_date("2026-06-01");
    options.rules = {RuleId::no_kind};  // which has no check: only the facts are wanted
    auto analysis = analyze(disk, options);
    REQUIRE_MESSAGE(analysis.has_value(), (analysis ? "" : analysis.error().message));
    analysis_ = std::move(*analysis);
    if (records == Records::faulty) return;
    std::string faults;
    for (const Finding& finding : analysis_->findings) faults += finding.message + "\n";
    REQUIRE(faults == "");
}

RecordId Folder::id(std::string_view name) const {
    const auto found = graph().find(name);
    REQUIRE_MESSAGE(found.has_value(), std::string(name));
    return *found;
}

Discipline Folder::discipline(std::string_view name) const {
    const auto found = graph().settings().find(name);
    REQUIRE_MESSAGE(found.has_value(), std::string(name));
    return *found;
}

std::string Folder::names(const std::vector<RecordId>& records) const {
    std::string text;
    for (const RecordId record : records) text += (text.empty() ? "" : ", ") + graph()[record].name();
    return text;
}

std::string Folder::names(DisciplineSet disciplines) const {
    std::string text;
    for (const std::string& name : graph().settings().names(disciplines)) text += (text.empty() ? "" : ", ") + name;
    return text;
}

}  // namespace ims::test
