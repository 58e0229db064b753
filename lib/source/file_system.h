// The only door to files: the disk, or memory in tests. Paths use `/` and are absolute or relative to what the
// implementation calls its start.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace ims {

enum class EntryType : std::uint8_t { missing, file, folder, link, other };  // other: a pipe, a socket, a device

struct Entry {
    std::string name;
    EntryType type = EntryType::missing;
};

class FileSystem {
public:
    virtual ~FileSystem() = default;

    // What stands in a folder, in no particular order; links are told as links.
    [[nodiscard]] virtual Result<std::vector<Entry>> list(const std::string& folder) const = 0;
    // What a path is, links followed; `missing` for a link that leads nowhere or in a circle.
    [[nodiscard]] virtual EntryType type(const std::string& path) const = 0;
    // The path without links, `.` and `..`; none where it does not exist.
    [[nodiscard]] virtual std::optional<std::string> real_path(const std::string& path) const = 0;
    // The file's bytes; of a file larger than `limit` bytes only the first limit + 1.
    [[nodiscard]] virtual Result<std::string> read(const std::string& path, std::size_t limit) const = 0;
};

class DiskFileSystem final : public FileSystem {
public:
    [[nodiscard]] Result<std::vector<Entry>> list(const std::string& folder) const override;
    [[nodiscard]] EntryType type(const std::string& path) const override;
    [[nodiscard]] std::optional<std::string> real_path(const std::string& path) const override;
    [[nodiscard]] Result<std::string> read(const std::string& path, std::size_t limit) const override;
};

// Files by path; folders exist where a file lies below them. `unreadable` paths answer with an error.
class MemoryFileSystem final : public FileSystem {
public:
    std::map<std::string, std::string> files;
    std::vector<std::string> unreadable;

    [[nodiscard]] Result<std::vector<Entry>> list(const std::string& folder) const override;
    [[nodiscard]] EntryType type(const std::string& path) const override;
    [[nodiscard]] std::optional<std::string> real_path(const std::string& path) const override;
    [[nodiscard]] Result<std::string> read(const std::string& path, std::size_t limit) const override;

private:
    [[nodiscard]] bool is_unreadable(const std::string& path) const;
};

}  // namespace ims
