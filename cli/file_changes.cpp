#include "cli/file_changes.h"

#include <algorithm>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "cli/change_on_disk.h"
#include "cli/interrupted_change.h"
#include "cli/paths.h"
#include "cli/platform/signals.h"
#include "source/paths.h"

namespace ims {
namespace {

constexpr std::string_view kFileOfSettings = "ims.yaml";

}  // namespace

void FileChanges::add(std::string path, std::optional<std::string> old, std::string bytes) {
    if (old == bytes) return;
    changes_.push_back({std::move(path), std::move(old), std::move(bytes)});
}

void FileChanges::add_program(std::string path, std::string bytes) {
    changes_.push_back({.path = std::move(path), .old = std::nullopt, .bytes = std::move(bytes), .runs = true});
}

void FileChanges::remove(std::string path, std::string old) {
    changes_.push_back({.path = std::move(path), .old = std::move(old), .bytes = {}, .goes = true});
}

// That of ims.yaml, which may be about to be made; where there is none, that of the first file.
std::string FileChanges::folder_of_records() const {
    const FileSystem& files = *environment_.files;
    if (!folder_.empty()) return path_without_links(files, folder_);
    const auto folder = [&](const FileChange& change) {
        return folder_of(path_without_links(files, change.path)).value_or("/");
    };
    const auto settings = std::ranges::find_if(
        changes_, [](const FileChange& change) { return name_of(change.path) == kFileOfSettings; });
    if (settings != changes_.end()) return folder(*settings);
    const std::string first = folder(changes_.front());
    for (std::optional<std::string> each = first; each; each = folder_of(*each)) {
        if (has_settings(environment_, *each)) return *each;
    }
    return first;
}

Outcome FileChanges::check() const { return from_here(environment_, check_all()); }

Outcome FileChanges::check_all() const {
    if (changes_.empty()) return Nothing{};
    const std::string folder = folder_of_records();
    if (tell_interrupted(environment_, folder)) {
        return Error(visible(folder),
                     "an earlier change was interrupted, and is to be finished first: ims doctor --finish");
    }
    return check_files();
}

Outcome FileChanges::check_files() const {
    std::set<std::string> files;
    for (const FileChange& change : changes_) {
        IMS_TRY(environment_.may_replace(change.path));
        IMS_TRY(check_unchanged(change));
        if (!files.insert(path_without_links(*environment_.files, change.path)).second)
            return Error(visible(change.path),
                         "this file is to be written twice, by one name or two; nothing was written");
    }
    return Nothing{};
}

Outcome FileChanges::check_unchanged(const FileChange& change) const {
    const bool there = environment_.files->type(change.path) != EntryType::missing;
    if (there != change.old.has_value()) {
        return Error(visible(change.path),
                     there ? "changed meanwhile: a file has come to stand here; nothing was written\n     run the "
                             "command again"
                           : "changed meanwhile: this file has gone; nothing was written\n     run the command again");
    }
    if (!there) return Nothing{};
    IMS_TRY_ASSIGN(const std::string now, environment_.files->read(change.path, change.old->size()));
    if (now != *change.old) {
        return Error(visible(change.path),
                     "changed meanwhile, after this file had been read; nothing was written\n     run the command "
                     "again");
    }
    return Nothing{};
}

Outcome FileChanges::commit() { return from_here(environment_, commit_all()); }

Outcome FileChanges::commit_all() {
    if (changes_.empty()) return Nothing{};
    const std::string folder = folder_of_records();
    const auto lock = wait_to_write(environment_, folder);
    IMS_TRY(finish_interrupted_alone(environment_, folder));
    IMS_TRY(check_files());
    // Who comes once ims.yaml has its place waits for the folder itself.
    const bool begins = !has_settings(environment_, folder) && folder_of(folder);
    const bool is_there = environment_.files->type(folder) == EntryType::folder;
    const auto own = begins && is_there ? wait_to_write_in(environment_, folder) : std::optional<FolderLock>();
    const SignalsHeld held;
    ChangeOnDisk change(environment_, folder, changes_,
                        [this](const FileChange& each) { return check_unchanged(each); });
    IMS_TRY(change.prepare());
    const auto new_own = begins && !is_there ? environment_.lock_folder(folder) : std::optional<FolderLock>();
    // Again, since writing takes its time: from here on there is something to be put back.
    for (const FileChange& each : changes_) IMS_TRY(check_unchanged(each));
    Outcome placed = change.decide();
    if (placed) placed = change.place();
    if (!placed) return put_back(change, folder, placed.error());
    if (environment_.files_are_written) environment_.files_are_written();
    return change.end();
}

// This is a change too, which takes the place of the first.
Error FileChanges::put_back(const ChangeOnDisk& change, const std::string& folder, const Error& why) const {
    const std::vector<FileChange> changes = change.way_back();
    ChangeOnDisk back(environment_, folder, changes, [this](const FileChange& each) { return check_unchanged(each); });
    Outcome done = changes.empty() ? Nothing{} : back.prepare(change.temporary_files());
    if (done) done = back.decide();
    if (done) done = back.place();
    if (done) {
        static_cast<void>(back.end());
        // What has several lines says so itself.
        const bool says_so = why.reason.find('\n') != std::string::npos;
        return {why.path, why.place, why.reason + (says_so ? "" : "; all files are as before")};
    }
    std::set<std::string> as_before;
    for (const FileChange& each : back.way_back()) as_before.insert(each.path);
    std::vector<std::string> stay;
    for (const FileChange& each : changes) {
        if (!as_before.contains(each.path)) stay.push_back(from_here(environment_, each.path));
    }
    return {
        why.path, why.place,
        fmt::format("{}\n     {} been written and could not be put back: {}", why.reason,
                    stay.size() == 1 ? "one file has" : "these files have", join_names(stay, Ticks::yes, stay.size()))};
}

Outcome write_durably(const Environment& environment, const std::string& path, std::optional<std::string> old,
                      std::string_view bytes) {
    FileChanges changes(environment);
    changes.add(path, std::move(old), std::string(bytes));
    return changes.commit();
}

}  // namespace ims
