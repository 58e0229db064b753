// What a change of files does to the disk, step by step: `FileChanges` says which, and in which order.
#pragma once

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "cli/change_list.h"
#include "cli/file_changes.h"

namespace ims {

// Absolute, without links; what is not there yet lies below what is.
std::string path_without_links(const FileSystem& files, const std::string& path);
// The folder, or the nearest above it that is there. Requires: it is absolute.
std::string nearest_folder(const FileSystem& files, std::string folder);

class ChangeOnDisk {
public:
    // An error where a file is no longer as it was read.
    using Look = std::function<Outcome(const FileChange& change)>;

    // `folder`: that of ims.yaml, absolute and without links. `look` is asked just before each file takes its place.
    // All but `look` outlive it.
    ChangeOnDisk(const Environment& environment, const std::string& folder, const std::vector<FileChange>& changes,
                 Look look);
    // Where `end` was not called: whatever has not taken its place is gone, folders that were made for it too.
    ~ChangeOnDisk();
    ChangeOnDisk(const ChangeOnDisk&) = delete;
    ChangeOnDisk& operator=(const ChangeOnDisk&) = delete;

    // Folders, and new files beside their places, on the disk itself. `spare`: temporary files that nothing needs once
    // this is decided.
    Outcome prepare(const std::vector<std::string>& spare = {});
    // From here on it goes forward; a list of a change that was decided before is replaced.
    Outcome decide();
    // One after the other; after an error some have their places.
    Outcome place();
    // Nothing is to be finished any more. An error where the disk itself may not know it yet.
    Outcome end();

    // The change that puts those back which have their places.
    [[nodiscard]] std::vector<FileChange> way_back() const;
    // Those that are still there.
    [[nodiscard]] std::vector<std::string> temporary_files() const;

private:
    struct Step {
        const FileChange* change = nullptr;
        std::string target;     // without links
        std::string temporary;  // empty: the file is to go
        bool listed = false;    // it is finished where it is interrupted
        bool placed = false;
        std::optional<Writer> writer;
    };

    Outcome place_those(bool listed);
    Outcome place_one(Step& step) const;
    Outcome make_folders(bool above_list);
    Outcome write_list(const std::vector<std::string>& spare);
    [[nodiscard]] std::set<std::string> folders_of_names() const;
    [[nodiscard]] std::string path_of_list(std::string_view name) const;

    const Environment& environment_;
    const std::string& folder_;
    Look look_;
    std::vector<Step> steps_;
    bool decided_by_list_ = false;
    std::set<std::string> missing_;  // folders, outer ones first
    std::vector<std::string> made_;  // of those
    std::string list_;               // where it is; empty: nowhere
    bool ended_ = false;
};

}  // namespace ims
