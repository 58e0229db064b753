// A folder of records, written as an example of a rule's page is, taken through all stages.
#pragma once

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <string_view>

#include "built_in.h"
#include "check/example.h"
#include "engine/analyze_folder.h"
#include "link/graph_names.h"

namespace ims {

inline std::unique_ptr<Analysis> analyzed(std::string_view example, std::string_view today = "2026-06-01") {
    MemoryFileSystem files;
    for (auto& [path, text] : example_files(example)) files.files["folder/" + path] = text;
    FolderOptions options;
    options.root = "folder";
    options.today = *parse_date(today);
    auto analysis = analyze_folder(files, built_in_rules(), options);
    REQUIRE_MESSAGE(analysis.has_value(), (analysis ? "" : analysis.error().message()));
    return std::move(*analysis);
}

// A message as who edits the records reads it.
inline std::string said(const Analysis& analysis, const Message& message) {
    return for_editors(message, analysis.graph);
}

inline RecordId id_of(const Analysis& analysis, std::string_view name) {
    const auto found = analysis.graph.find(name);
    REQUIRE_MESSAGE(found.has_value(), std::string(name));
    return *found;
}

}  // namespace ims
