// The folders in examples/, read into memory so that a test can change them. IMS_EXAMPLES is where they are.
#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <string>

#include "analyzed.h"
#include "engine/analyze_folder.h"

namespace ims::test {

using Texts = std::map<std::string, std::string>;

inline Texts example(const std::string& name) {
    namespace fs = std::filesystem;
    Texts out;
    const fs::path folder = fs::path(IMS_EXAMPLES) / name;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) continue;  // documents lie there too
        std::ifstream in(entry.path(), std::ios::binary);
        out[entry.path().lexically_relative(folder).generic_string()] = {std::istreambuf_iterator<char>(in), {}};
    }
    return out;
}

inline std::unique_ptr<Analysis> analysis_of(const Texts& files) {
    MemoryFileSystem memory;
    for (const auto& [path, text] : files) memory.files["folder/" + path] = text;
    FolderOptions options;
    options.root = "folder";
    options.today = *parse_date("2026-06-01");
    auto analysis = analyze_folder(memory, built_in_rules(), options);
    return analysis ? std::move(*analysis) : nullptr;
}

}  // namespace ims::test
