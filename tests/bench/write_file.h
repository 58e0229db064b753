// What the programs that make folders up have in common.
#pragma once

#include <filesystem>
#include <fstream>
#include <string>

namespace ims::bench {

// Makes the folders above it too.
inline void write_file(const std::filesystem::path& path, const std::string& text) {
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
}

}  // namespace ims::bench
