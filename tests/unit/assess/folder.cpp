#include "assess/folder.h"

#include <doctest/doctest.h>

#include "built_in.h"
#include "check/example.h"
#include "diagnostics/rules.h"
#include "engine/analyze_folder.h"
#include "link/graph_names.h"

namespace ims::test {

Folder::Folder(std::string_view files, Records records) {
    analyze_files(files, RuleId::no_kind);  // which has no check: only the facts are wanted
    if (records == Records::sound) REQUIRE(findings() == "");
}

Folder::Folder(std::string_view files, RuleId rule) { analyze_files(files, rule); }

void Folder::analyze_files(std::string_view files, RuleId rule) {
    MemoryFileSystem disk;
    for (auto& [path, text] : example_files(files)) disk.files["folder/" + path] = text;
    FolderOptions options;
    options.root = "folder";
    options.today = *parse_date("2026-06-01");
    auto analysis = analyze_folder(disk, built_in_rules(), options);
    REQUIRE_MESSAGE(analysis.has_value(), (analysis ? "" : analysis.error().message()));
    analysis_ = std::move(*analysis);
    rule_ = rule;
}

std::vector<Finding> Folder::wanted() const {
    std::vector<Finding> out;
    for (const Finding& each : analysis_->findings) {
        if (each.rule == rule_ || is_of_earlier_stage(each)) out.push_back(each);
    }
    return out;
}

std::string Folder::findings() const {
    std::string text;
    for (const Finding& finding : wanted())
        text += std::string(to_string(finding.grade)) + " " + for_editors(finding.message, graph()) + "\n";
    return text;
}

std::string Folder::placed_findings() const {
    const Positions positions(analysis_->sources);
    std::string text;
    for (const Finding& each : wanted()) {
        text += analysis_->sources[each.span.file].path + ":";
        text += std::to_string(positions.position(each.span.file, each.span.begin).line) + " ";
        text += std::string(built_in_book()[each.rule].name) + ": " + for_editors(each.message, graph());
        text += (each.help.empty() ? "" : "; " + for_editors(each.help, graph())) + "\n";
    }
    return text;
}

RecordId Folder::id(std::string_view name) const {
    const auto written = parse_record_name(name);
    const auto found = written ? graph().find(*written) : std::nullopt;
    REQUIRE_MESSAGE(found.has_value(), std::string(name));
    return *found;
}

Discipline Folder::discipline(std::string_view name) const {
    const auto found = graph().settings().find(name);
    REQUIRE_MESSAGE(found.has_value(), std::string(name));
    return *found;
}

std::string Folder::said(const Message& message) const { return for_editors(message, graph()); }

std::string Folder::names(const std::vector<RecordId>& records) const {
    std::string text;
    for (const RecordId record : records) text += (text.empty() ? "" : ", ") + graph()[record].name().text();
    return text;
}

std::string Folder::names(DisciplineSet disciplines) const {
    std::string text;
    for (const std::string& name : graph().settings().names(disciplines)) text += (text.empty() ? "" : ", ") + name;
    return text;
}

}  // namespace ims::test
