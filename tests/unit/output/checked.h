// Files in memory, checked and printed: what tests of the formats share.
#pragma once

#include <doctest/doctest.h>

#include <initializer_list>
#include <map>
#include <memory>
#include <string>

#include "built_in.h"
#include "compare/comparison.h"
#include "engine/analyze_folder.h"
#include "judge/judge.h"
#include "output/format.h"

namespace ims {

using Files = std::map<std::string, std::string>;

inline std::unique_ptr<Analysis> analysed(const Files& files, std::size_t jobs = 1) {
    MemoryFileSystem memory;
    for (const auto& [path, text] : files) memory.files["folder/" + path] = text;
    memory.files.try_emplace("folder/ims.yaml", "organisation: O\ndisciplines: {quality: {}}\n");
    FolderOptions options;
    options.root = "folder";
    options.today = *parse_date("2026-06-01");
    options.jobs = jobs;
    auto analysis = analyze_folder(memory, built_in_rules(), options);
    REQUIRE_MESSAGE(analysis.has_value(), (analysis ? "" : analysis.error().message()));
    return std::move(*analysis);
}

// An analysis of one file that finds just this.
inline std::unique_ptr<Analysis> finding_only(const std::string& path, const std::string& bytes, Finding finding) {
    auto analysis = analysed({{path, bytes}});
    const auto file = analysis->sources.find(path);
    REQUIRE(file.has_value());
    finding.span.file = *file;
    for (Label& label : finding.labels) label.span.file = *file;
    if (finding.fix) {
        for (Operation& each : finding.fix->operations) place_of(each).file = *file;
    }
    analysis->findings = {std::move(finding)};
    analysis->untold.clear();
    analysis->judgement =
        judge({analysis->graph, analysis->facts, analysis->rules.book(), {analysis->findings, analysis->untold}, {}});
    return analysis;
}

inline std::string printed(const Analysis& analysis, std::string_view format, const Style& style = {},
                           const CheckFilter& filter = {}) {
    const CheckResult result = choose_findings(analysis, filter);
    std::string text;
    find_format(format)->write(result, style, [&](std::string_view piece) { text += piece; });
    return text;
}

inline std::string printed(const Files& files, std::string_view format, const Style& style = {},
                           const CheckFilter& filter = {}) {
    return printed(*analysed(files), format, style, filter);
}

// What is told of what was found now, compared with what was found before.
inline std::string printed_since(const Analysis& before, const Analysis& now, std::string_view format) {
    const Comparison comparison = compare(now, {.before = &before});
    const CheckResult result = choose_findings(now, {}, &comparison);
    std::string text;
    find_format(format)->write(result, {}, [&](std::string_view piece) { text += piece; });
    return text;
}

// Only what these rules find.
inline CheckFilter only(std::initializer_list<std::string_view> rules) {
    CheckFilter filter;
    for (const std::string_view rule : rules) filter.select.insert(*built_in_book().find(rule));
    return filter;
}

// One obligation that nobody owns; from that follows that nobody evaluated it.
inline const Files kUnowned = {
    {"records.yaml",
     "process: p\ntitle: P\n---\nobligation: o\ntitle: O\nsource: contract\nrequires: R\ndisciplines: [quality]\n"
     "processes: [p]\n"}};

// A role with so many fields that no role has.
inline Files wrong_fields(int count) {
    std::string text = "role: r\ntitle: R\n";
    for (int number = 0; number < count; ++number) text += "wrong" + std::to_string(100 + number) + ": x\n";
    return {{"r.yaml", text}};
}

// A finding at the owner of a file of three lines, of whatever grade.
inline std::unique_ptr<Analysis> owner_found(Grade grade) {
    Finding finding;
    finding.rule = *built_in_book().find("risk-without-owner");
    finding.grade = grade;
    finding.span = {FileId(), 24, 27};
    finding.message = "nobody owns it";
    return finding_only("r.yaml", "role: r\ntitle: R\nowner: ä\n", std::move(finding));
}

// Only errors of the records themselves, so that other rules may come without a change here.
inline CheckFilter fixed_rules() {
    CheckFilter filter;
    for (const RuleEntry& each : built_in_book().entries()) {
        if (each.family == "yaml" || each.family == "records" || each.family == "references") {
            filter.select.insert(each.id);
        }
    }
    return filter;
}

}  // namespace ims
