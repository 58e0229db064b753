// Files in memory, some of which answer in a way of their own when they are read.
#pragma once

#include <functional>
#include <map>
#include <string>

#include "source/file_system.h"

namespace ims::test {

class OddFiles final : public FileSystem {
public:
    MemoryFileSystem files;
    std::map<std::string, std::function<Result<std::string>()>> answers;  // by path

    [[nodiscard]] Result<std::vector<Entry>> list(const std::string& folder) const override {
        return files.list(folder);
    }
    [[nodiscard]] EntryType type(const std::string& path) const override { return files.type(path); }
    [[nodiscard]] std::optional<std::string> real_path(const std::string& path) const override {
        return files.real_path(path);
    }
    [[nodiscard]] Result<std::string> read(const std::string& path, std::size_t limit) const override {
        const auto answer = answers.find(path);
        return answer != answers.end() ? answer->second() : files.read(path, limit);
    }
};

}  // namespace ims::test
