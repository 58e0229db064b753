// The one door for whoever writes what people keep: records, ims.yaml, a baseline. All files of a change are written,
// or none. Each is written beside its place first, and takes it when all are on the disk itself and none of the files
// has changed since it was read. Modes, owners and links stay; no temporary file is left. Outputs (`-o`, `--format
// …=FILE`) go through `Environment::create` and `ReportFolder`: they can be made again.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "cli/environment.h"

namespace ims {

struct FileChange {
    std::string path;
    std::optional<std::string> old;  // the bytes from which the new ones were made; none: there was no such file
    std::string bytes;
};

class FileChanges {
public:
    explicit FileChanges(const Environment& environment) : environment_(environment) {}

    // The folder of the file must be there. Bytes that are the old ones change nothing and are left out.
    void add(std::string path, std::optional<std::string> old, std::string bytes);

    // In the order in which they were added: for `--dry-run` and `--diff`.
    [[nodiscard]] const std::vector<FileChange>& all() const { return changes_; }

    // What `commit` would refuse, without writing anything, so that `--dry-run` ends as the real run would: a folder, a
    // pipe, a file that may not be written, one that has changed meanwhile, one that is named twice.
    [[nodiscard]] Outcome check() const;

    // Writes them. After an error all files are as before: those that were written have their old bytes again. Where
    // that fails too, the error names them.
    Outcome commit();

private:
    [[nodiscard]] Outcome check_unchanged(const FileChange& change) const;
    [[nodiscard]] Error put_back(std::size_t count, const Error& why) const;
    [[nodiscard]] Outcome put_back(const FileChange& change) const;
    [[nodiscard]] Outcome sync_folders() const;

    const Environment& environment_;
    std::vector<FileChange> changes_;
};

// The same for one file.
Outcome write_durably(const Environment& environment, const std::string& path, std::optional<std::string> old,
                      std::string_view bytes);

}  // namespace ims
