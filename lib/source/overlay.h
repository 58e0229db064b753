// Files as they would be once a change is written, over those that there are: so that what comes of it is read and
// judged before anything is.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "source/file_system.h"

namespace ims {

class OverlayFileSystem final : public FileSystem {
public:
    // By path, spelt as whoever reads them joins it: from the root that they ask for. `below` outlives it.
    explicit OverlayFileSystem(const FileSystem& below, std::map<std::string, std::string> files = {})
        : below_(below), files_(std::move(files)) {}

    // Those that lie over the others, by path.
    [[nodiscard]] const std::map<std::string, std::string>& files() const { return files_; }
    void put(const std::string& path, std::string bytes) { files_.insert_or_assign(path, std::move(bytes)); }
    void take_away(const std::string& path) { files_.erase(path); }

    [[nodiscard]] Result<std::vector<Entry>> list(const std::string& folder) const override;
    [[nodiscard]] EntryType type(const std::string& path) const override;
    [[nodiscard]] std::optional<std::string> real_path(const std::string& path) const override;
    [[nodiscard]] Result<std::string> read(const std::string& path, std::size_t limit) const override;

private:
    const FileSystem& below_;
    std::map<std::string, std::string> files_;
};

}  // namespace ims
