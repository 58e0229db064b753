// The one door for whoever writes what people keep: records, ims.yaml, a baseline. All files of a change are written,
// or none. Each is written beside its place first, under a hidden name, and takes it when all are on the disk itself
// and none of the files has changed since it was read. Modes, owners and symbolic links stay; hard links do not, as
// with git: the other names of the file keep what it was. Folders that are missing are made.
//
// However it ends (SIGKILL, no power, a full disk), each file is as before or as it is to be, at any moment; and once
// the next command that writes has begun, so are all of them together, and nothing is left beside them. For changes of
// two files or more a list beside ims.yaml sees to that (change_list.h). It holds no files outside of the folder of
// ims.yaml, nor those of git: they have their places just before the others are decided.
//
// Who writes calls `finish_interrupted` (interrupted_change.h) before it reads the folder, unless it is a trial; else
// what an earlier command left half done is finished by `commit`, and what was read before is refused as changed
// meanwhile.
//
// Outputs (`-o`, `--format …=FILE`) go through `Environment::create` and `ReportFolder`: they can be made again.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "cli/environment.h"

namespace ims {

struct FileChange {
    std::string path;
    std::optional<std::string> old;  // the bytes from which the new ones were made; none: there was no such file
    std::string bytes;
    bool goes = false;  // the file is to go, and has no bytes
    bool runs = false;  // it is new, and whoever may read it may run it
};

class ChangeOnDisk;

class FileChanges {
public:
    // `folder`: that of ims.yaml, where none of the files may lie in it; else it is found above them.
    explicit FileChanges(const Environment& environment, std::string folder = {})
        : environment_(environment), folder_(std::move(folder)) {}

    // Bytes that are the old ones change nothing and are left out.
    void add(std::string path, std::optional<std::string> old, std::string bytes);
    // A new file that the system may run, from the moment at which it is there.
    void add_program(std::string path, std::string bytes);
    // Takes the file away, once all that are added have their places.
    void remove(std::string path, std::string old);

    // In the order in which they were added: for `--dry-run` and `--diff`.
    [[nodiscard]] const std::vector<FileChange>& all() const { return changes_; }

    // What `commit` would refuse, without writing anything, so that `--dry-run` ends as the real run would: a folder, a
    // pipe, a file that may not be written, one that has changed meanwhile, one that is named twice; and an earlier
    // change that was interrupted and is to be finished first.
    [[nodiscard]] Outcome check() const;

    // Writes them. Waits for whoever is writing in the folder. After an error all files are as before: those that were
    // written have their old bytes again, and folders that were made are gone. Where that fails too, the error names
    // them.
    Outcome commit();

private:
    [[nodiscard]] std::string folder_of_records() const;
    [[nodiscard]] Outcome check_all() const;
    Outcome commit_all();
    [[nodiscard]] Outcome check_files() const;
    [[nodiscard]] Outcome check_unchanged(const FileChange& change) const;
    [[nodiscard]] Error put_back(const ChangeOnDisk& change, const std::string& folder, const Error& why) const;

    const Environment& environment_;
    std::string folder_;
    std::vector<FileChange> changes_;
};

// The same for one file.
Outcome write_durably(const Environment& environment, const std::string& path, std::optional<std::string> old,
                      std::string_view bytes);

}  // namespace ims
