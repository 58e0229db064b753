// Files in memory, checked and printed: what tests of the formats share.
#pragma once

#include <doctest/doctest.h>

#include <map>
#include <memory>
#include <string>

#include "built_in.h"
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
