#include "cli/file_changes.h"

#include <set>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "cli/platform/signals.h"

namespace ims {
namespace {

std::string folder_of_file(const std::string& path) {
    const std::size_t slash = path.rfind('/');
    if (slash == std::string::npos) return ".";
    return slash == 0 ? "/" : path.substr(0, slash);
}

}  // namespace

void FileChanges::add(std::string path, std::optional<std::string> old, std::string bytes) {
    if (old == bytes) return;
    changes_.push_back({std::move(path), std::move(old), std::move(bytes)});
}

Outcome FileChanges::check() const {
    std::set<std::string> files;
    for (const FileChange& change : changes_) {
        IMS_TRY(environment_.may_replace(change.path));
        IMS_TRY(check_unchanged(change));
        if (!files.insert(environment_.files->real_path(change.path).value_or(change.path)).second)
            return Error(visible(change.path),
                         "this file is to be written twice, by one name or two; nothing was written");
    }
    return Nothing{};
}

Outcome FileChanges::check_unchanged(const FileChange& change) const {
    const bool there = environment_.files->type(change.path) != EntryType::missing;
    if (there != change.old.has_value()) {
        return Error(visible(change.path), there ? "a file has come to stand here meanwhile; nothing was written"
                                                 : "this file has gone meanwhile; nothing was written");
    }
    if (!there) return Nothing{};
    IMS_TRY_ASSIGN(const std::string now, environment_.files->read(change.path, change.old->size()));
    if (now != *change.old) {
        return Error(visible(change.path),
                     "this file was changed after it had been read; nothing was written\n     run the command again");
    }
    return Nothing{};
}

Outcome FileChanges::commit() {
    IMS_TRY(check());
    const SignalsHeld held;
    std::vector<Writer> writers;
    for (const FileChange& change : changes_) {
        IMS_TRY_ASSIGN(Writer writer, environment_.replace(change.path));
        writer.write(change.bytes);
        IMS_TRY(writer.settle());
        writers.push_back(std::move(writer));
    }
    // Again, as late as can be: writing takes its time.
    for (const FileChange& change : changes_) IMS_TRY(check_unchanged(change));
    for (std::size_t index = 0; index < writers.size(); ++index) {
        if (const Outcome placed = writers[index].finish(); !placed) return put_back(index, placed.error());
    }
    return sync_folders();
}

Error FileChanges::put_back(std::size_t count, const Error& why) const {
    std::vector<std::string> stay;
    for (std::size_t index = count; index-- > 0;) {
        if (!put_back(changes_[index])) stay.push_back(changes_[index].path);
    }
    if (stay.empty()) return {why.path, why.place, why.reason + "; all files are as before"};
    return {
        why.path, why.place,
        fmt::format("{}\n     {} been written and could not be put back: {}", why.reason,
                    stay.size() == 1 ? "one file has" : "these files have", join_names(stay, Ticks::yes, stay.size()))};
}

Outcome FileChanges::put_back(const FileChange& change) const {
    if (!change.old) return environment_.remove(change.path);
    IMS_TRY_ASSIGN(Writer writer, environment_.replace(change.path));
    writer.write(*change.old);
    return writer.finish();
}

Outcome FileChanges::sync_folders() const {
    std::set<std::string> folders;
    for (const FileChange& change : changes_)
        folders.insert(folder_of_file(environment_.files->real_path(change.path).value_or(change.path)));
    for (const std::string& folder : folders) {
        if (const Outcome synced = environment_.sync_folder(folder); !synced) {
            return Error(visible(folder),
                         fmt::format("the files in it are written, but may be the old ones again if the "
                                     "power fails now: {}",
                                     synced.error().reason));
        }
    }
    return Nothing{};
}

Outcome write_durably(const Environment& environment, const std::string& path, std::optional<std::string> old,
                      std::string_view bytes) {
    FileChanges changes(environment);
    changes.add(path, std::move(old), std::string(bytes));
    return changes.commit();
}

}  // namespace ims
