#include "cli/interrupted_change.h"

#include <algorithm>
#include <cstddef>
#include <set>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/sha256.h"
#include "base/text.h"
#include "cli/change_list.h"
#include "cli/change_on_disk.h"
#include "cli/paths.h"
#include "cli/platform/signals.h"
#include "source/paths.h"

namespace ims {
namespace {

constexpr std::size_t kLargestFile = std::size_t{1} << 40;  // bytes

std::optional<std::string> path_of_list(const Environment& environment, const std::string& root,
                                        std::string_view name) {
    std::string path = join_path(root, name);
    if (environment.files->type(path) != EntryType::file) return std::nullopt;
    return path;
}

Result<ChangeList> read_list(const Environment& environment, const std::string& path) {
    IMS_TRY_ASSIGN(const std::string text, environment.files->read(path, kLargestFile));
    return read_change_list(text, path);
}

class Finisher {
public:
    Finisher(const Environment& environment, const std::string& root, ChangeList list)
        : environment_(environment), root_(root), list_(std::move(list)) {}

    // Where any of it reaches out of the folder, nothing is done.
    [[nodiscard]] Outcome look_at_paths(const std::string& path_of_this) const {
        for (const ListedFile& file : list_.files) {
            if (may_be_listed(file.path) && (file.temporary.empty() || is_temporary_name(file.temporary)) &&
                is_inside(folder_of(file.path).value_or("")))
                continue;
            return Error{visible(path_of_this),
                         fmt::format("it lists `{}`, which is none of the files of this folder; nothing was done\n     "
                                     "if it came with the folder from elsewhere, delete it",
                                     visible(file.path))};
        }
        return Nothing{};
    }

    // Each file is what it is to be, may become it, or was changed by somebody else.
    Outcome finish() {
        std::vector<const ListedFile*> left;
        std::vector<const ListedFile*> waiting;
        for (const ListedFile& file : list_.files) {
            IMS_TRY_ASSIGN(const std::string now, hash_of(file.path));
            if (now == file.new_hash) continue;
            const bool ready = now == file.old_hash && is_ready(file);
            (ready ? waiting : left).push_back(&file);
        }
        // Nothing is gone before what stands for it is there.
        std::ranges::stable_partition(waiting, [](const ListedFile* file) { return !file->temporary.empty(); });
        for (const ListedFile* const file : waiting) IMS_TRY(put_in_place(*file));
        sync_folders();
        tell(left);
        return Nothing{};
    }

    // What nothing needs any more, or was never of use.
    void clean_up() const {
        for (const ListedFile& file : list_.files) remove_temporary(beside(file));
        for (const std::string& path : list_.spare) remove_temporary(path);
        for (auto folder = list_.folders.rbegin(); folder != list_.folders.rend(); ++folder) {
            if (may_be_listed(*folder)) environment_.remove_empty_folder(at(*folder));
        }
    }

private:
    [[nodiscard]] std::string at(const std::string& path) const {
        if (!path.empty()) return join_path(root_, path);
        return root_.empty() ? "." : root_;
    }
    [[nodiscard]] static std::string beside(const ListedFile& file) {
        return file.temporary.empty() ? "" : join_path(folder_of(file.path).value_or(""), file.temporary);
    }

    // Where links on the way lead out, or the folder is gone, it is not.
    [[nodiscard]] bool is_inside(const std::string& folder) const {
        const auto real_root = environment_.files->real_path(at(""));
        std::string above = folder;
        auto real = environment_.files->real_path(at(above));
        while (!real && !above.empty()) {
            above = folder_of(above).value_or("");
            real = environment_.files->real_path(at(above));
        }
        return real_root && real && (*real == *real_root || real->starts_with(*real_root + "/"));
    }

    // Empty where there is no such file. What is no file is no file of the change either.
    [[nodiscard]] Result<std::string> hash_of(const std::string& path) const {
        const EntryType type = environment_.files->type(at(path));
        if (type == EntryType::missing) return std::string();
        if (type != EntryType::file) return std::string("other");
        IMS_TRY_ASSIGN(const std::string bytes, environment_.files->read(at(path), kLargestFile));
        return sha256_hex(bytes);
    }

    [[nodiscard]] bool is_ready(const ListedFile& file) const {
        if (file.temporary.empty()) return true;
        const auto hash = hash_of(beside(file));
        return hash && *hash == file.new_hash;
    }

    Outcome put_in_place(const ListedFile& file) {
        if (file.temporary.empty()) return environment_.remove_file(at(file.path));
        const auto& move = file.old_hash.empty() ? environment_.move_to_free_name : environment_.move_file;
        return move(at(beside(file)), at(file.path));
    }

    // Where that cannot be, the list is gone all the same: the files have their places.
    void sync_folders() const {
        std::set<std::string> folders;
        for (const ListedFile& file : list_.files) folders.insert(at(folder_of(file.path).value_or("")));
        for (const std::string& folder : list_.folders) folders.insert(at(folder_of(folder).value_or("")));
        for (const std::string& folder : folders) static_cast<void>(environment_.sync_folder(folder));
    }

    void remove_temporary(const std::string& path) const {
        if (!is_temporary_name(name_of(path))) return;
        if (environment_.files->type(at(path)) == EntryType::file)
            static_cast<void>(environment_.remove_file(at(path)));
    }

    void tell(const std::vector<const ListedFile*>& left) const {
        std::vector<std::string> names;
        for (const ListedFile& file : list_.files) {
            if (std::ranges::find(left, &file) == left.end()) names.push_back(file.path);
        }
        if (!names.empty()) {
            environment_.err->write(fmt::format("ims: an earlier change was interrupted, and is finished now: {}{}\n",
                                                join_names(names, Ticks::yes),
                                                names.size() == 1 ? " is as it was to be" : " are as they were to be"));
        }
        for (const ListedFile* const file : left) {
            environment_.err->write(
                fmt::format("ims: `{}` was changed since that change was interrupted, and stays as it is; see what is "
                            "missing there: ims check\n",
                            visible(file->path)));
        }
    }

    const Environment& environment_;
    const std::string& root_;
    ChangeList list_;
};

Outcome finish_decided(const Environment& environment, const std::string& root, const std::string& path) {
    IMS_TRY_ASSIGN(ChangeList list, read_list(environment, path));
    Finisher finisher(environment, root, std::move(list));
    IMS_TRY(finisher.look_at_paths(path));
    if (const Outcome finished = finisher.finish(); !finished) {
        const Error& why = finished.error();
        return Error{
            why.path, why.place,
            why.reason + "\n     an earlier change was interrupted, and could not be finished for this reason"};
    }
    finisher.clean_up();
    if (environment.files_are_written) environment.files_are_written();
    return environment.remove_file(path);
}

}  // namespace

bool has_settings(const Environment& environment, const std::string& folder) {
    return environment.files->type(join_path(folder, "ims.yaml")) == EntryType::file;
}

bool is_interrupted(const Environment& environment, const std::string& root) {
    return path_of_list(environment, root, kChangeDecided) || path_of_list(environment, root, kChangeBegun);
}

std::optional<std::string> tell_interrupted(const Environment& environment, const std::string& root) {
    const auto path = path_of_list(environment, root, kChangeDecided);
    if (!path) return std::nullopt;
    const auto list = read_list(environment, *path);
    std::vector<std::string> names;
    if (list) {
        for (const ListedFile& file : list->files) names.push_back(file.path);
    }
    const std::string which = names.empty() ? "" : " of " + join_names(names, Ticks::yes);
    return fmt::format(
        "a change{} was interrupted: some files may be new and others old; finish it: ims doctor --finish", which);
}

std::optional<FolderLock> wait_to_write(const Environment& environment, const std::string& folder) {
    if (has_settings(environment, folder)) return wait_to_write_in(environment, folder);
    return wait_to_write_in(environment, nearest_folder(*environment.files, folder_of(folder).value_or("/")));
}

std::optional<FolderLock> wait_to_write_in(const Environment& environment, const std::string& folder) {
    return environment.wait_for_folder(folder, [&environment] {
        environment.err->write("ims: waiting for another command that writes here (Ctrl+C stops waiting)\n");
        environment.err->flush();
    });
}

Outcome finish_interrupted(const Environment& environment, const std::string& root) {
    if (!is_interrupted(environment, root)) return Nothing{};
    const auto lock =
        wait_to_write(environment, environment.files->real_path(root.empty() ? "." : root).value_or(root));
    return from_here(environment, finish_interrupted_alone(environment, root));
}

Outcome finish_interrupted_alone(const Environment& environment, const std::string& root) {
    const SignalsHeld held;
    if (const auto decided = path_of_list(environment, root, kChangeDecided))
        IMS_TRY(finish_decided(environment, root, *decided));
    const auto begun = path_of_list(environment, root, kChangeBegun);
    if (!begun) return Nothing{};
    const auto list = read_list(environment, *begun);
    if (list) Finisher(environment, root, *list).clean_up();
    IMS_TRY(environment.remove_file(*begun));
    environment.err->write(
        "ims: an earlier command was interrupted before it changed anything; what it left behind is gone now\n");
    return Nothing{};
}

}  // namespace ims
