#include "cli/platform/disk.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>

#include <fmt/format.h>

#include "base/text.h"
#include "cli/platform/names_of_files.h"

namespace ims {
namespace {

constexpr int kManyNames = 1000;

Error disk_trouble(const std::string& path) { return {visible(path), std::strerror(errno)}; }

// What a path leads to; without a file, what stands in the way of one is an error.
struct PlaceOnDisk {
    std::string path;  // without links
    std::string folder;
    bool exists = false;
    struct stat status {};
};

Result<std::string> without_links(const std::string& path) {
    const std::unique_ptr<char, void (*)(void*)> real(::realpath(path.c_str(), nullptr), &std::free);
    if (!real) return disk_trouble(path);
    return std::string(real.get());
}

std::string folder_above(const std::string& path) {
    const std::size_t slash = path.rfind('/');
    if (slash == std::string::npos) return ".";
    return slash == 0 ? "/" : path.substr(0, slash);
}

Result<PlaceOnDisk> find_target(const std::string& path) {
    PlaceOnDisk target;
    target.path = path;
    target.exists = ::stat(path.c_str(), &target.status) == 0;
    if (!target.exists && errno != ENOENT) return disk_trouble(path);
    struct stat link {};
    if (!target.exists && ::lstat(path.c_str(), &link) == 0) return Error(visible(path), "this link leads nowhere");
    if (target.exists) {
        IMS_TRY_ASSIGN(target.path, without_links(path));
    }
    target.folder = folder_above(target.path);
    return target;
}

// The folder, or the nearest above it that is there.
std::string nearest_there(std::string folder) {
    while (::access(folder.c_str(), F_OK) != 0 && errno == ENOENT && folder != "." && folder != "/")
        folder = folder_above(folder);
    return folder;
}

Outcome refuse(const std::string& path, const PlaceOnDisk& target) {
    const mode_t mode = target.status.st_mode;
    if (target.exists && S_ISDIR(mode)) return Error(visible(path), "a folder stands where a file is to be");
    if (target.exists && !S_ISREG(mode))
        return Error(visible(path), "this is a pipe, a device or a socket, and no file");
    // Some may write whatever they like; a file that is marked as read-only is left alone all the same.
    const bool read_only = (mode & (S_IWUSR | S_IWGRP | S_IWOTH)) == 0 || ::access(target.path.c_str(), W_OK) != 0;
    if (target.exists && read_only) return Error(visible(path), "this file is read-only, and was left as it is");
    const std::string folder = nearest_there(target.folder);
    if (::access(folder.c_str(), W_OK | X_OK) != 0) {
        if (!target.exists)
            return Error(visible(folder), fmt::format("no file can be made in this folder: {}", std::strerror(errno)));
        return Error(
            visible(folder),
            fmt::format("no file can be made in this folder ({}), and every file is written anew beside its place",
                        std::strerror(errno)));
    }
    return Nothing{};
}

struct Beside {
    int descriptor = -1;
    std::string path;
};

// A new file in the folder of the target. One of a run that was killed may have the same name.
Result<Beside> open_beside(const PlaceOnDisk& target) {
    std::string name = fmt::format("{}.{}.tmp", target.path, ::getpid());
    for (int number = 2;; ++number) {
        const int descriptor = ::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (descriptor >= 0) return Beside{descriptor, std::move(name)};
        if (errno != EEXIST || number > kManyNames) return disk_trouble(target.folder);
        name = fmt::format("{}.{}-{}.tmp", target.path, ::getpid(), number);
    }
}

// The owner first: the system takes some bits of the mode away with it. Who may not give a file to its owner at least
// keeps its group, where that is one of theirs.
void keep_owner_and_mode(int descriptor, const struct stat& status) {
    struct stat now {};
    const bool same = ::fstat(descriptor, &now) == 0 && now.st_uid == status.st_uid && now.st_gid == status.st_gid;
    const bool kept = same || ::fchown(descriptor, status.st_uid, status.st_gid) == 0 ||
                      ::fchown(descriptor, static_cast<uid_t>(-1), status.st_gid) == 0;
    ::fchmod(descriptor, status.st_mode & (kept ? 07777U : 0777U));
}

Result<Writer> write_in_place(const std::string& path) {
    const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (descriptor < 0) return disk_trouble(path);
    return Writer(descriptor, path, Writer::Owned::yes);
}

}  // namespace

Result<Writer> create_output(const std::string& path) {
    struct stat there {};
    const bool exists = ::stat(path.c_str(), &there) == 0;
    struct stat link {};
    const bool leads_nowhere = !exists && ::lstat(path.c_str(), &link) == 0;
    // A pipe or a device is written to, not replaced.
    if (leads_nowhere || (exists && !S_ISREG(there.st_mode))) return write_in_place(path);
    if (exists && ::access(path.c_str(), W_OK) != 0) return disk_trouble(path);
    // What a link leads to is replaced, not the link.
    IMS_TRY_ASSIGN(const PlaceOnDisk target, find_target(path));
    Result<Beside> beside = open_beside(target);
    // A folder that takes no new file may still hold one that can be written.
    if (!beside) return exists ? write_in_place(path) : Result<Writer>(Error(visible(path), beside.error().reason));
    if (exists) keep_owner_and_mode(beside->descriptor, there);
    return Writer::replacing(beside->descriptor, path, std::move(beside->path), target.path);
}

Result<Writer> append_to_file(const std::string& path) {
    const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
    if (descriptor < 0) return disk_trouble(path);
    return Writer(descriptor, path, Writer::Owned::yes);
}

Outcome may_replace(const std::string& path) {
    IMS_TRY_ASSIGN(const PlaceOnDisk target, find_target(path));
    return refuse(path, target);
}

Result<Writer> replace_file(const std::string& path, const std::string& temporary) {
    IMS_TRY_ASSIGN(const PlaceOnDisk target, find_target(path));
    IMS_TRY(refuse(path, target));
    const int descriptor = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (descriptor < 0) return disk_trouble(target.folder);
    if (target.exists) keep_owner_and_mode(descriptor, target.status);
    const Writer::Care care = target.exists ? Writer::Care::synced : Writer::Care::synced_and_new;
    return Writer::replacing(descriptor, path, temporary, target.path, care);
}

Result<Writer> make_new_file(const std::string& path) {
    const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (descriptor < 0) return disk_trouble(path);
    return Writer::replacing(descriptor, path, {}, {}, Writer::Care::synced);
}

Outcome move_file(const std::string& from, const std::string& to) {
    if (std::rename(from.c_str(), to.c_str()) != 0) return disk_trouble(to);
    return Nothing{};
}

Outcome move_to_free_name(const std::string& from, const std::string& to) {
    if (const int trouble = rename_to_free_name(from, to); trouble != 0)
        return Error(visible(to), std::strerror(trouble));
    return Nothing{};
}

Outcome remove_file(const std::string& path) {
    if (::unlink(path.c_str()) != 0) return disk_trouble(path);
    return Nothing{};
}

Outcome sync_folder(const std::string& path) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    // A folder may take files and show none.
    if (descriptor < 0) return errno == EACCES ? Outcome(Nothing{}) : Outcome(disk_trouble(path));
    const int trouble = ::fsync(descriptor) == 0 ? 0 : errno;
    ::close(descriptor);
    // Several file systems know no such thing.
    if (trouble == 0 || trouble == EINVAL || trouble == ENOTSUP || trouble == ENOSYS) return Nothing{};
    return Error(visible(path), std::strerror(trouble));
}

long number_of_process() { return ::getpid(); }

bool may_run(const std::string& path) { return ::access(path.c_str(), X_OK) == 0; }

Outcome let_run(const std::string& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) return disk_trouble(path);
    const mode_t readers = status.st_mode & (S_IRUSR | S_IRGRP | S_IROTH);
    if (::chmod(path.c_str(), (status.st_mode | readers >> 2U) & 07777U) != 0) return disk_trouble(path);
    return Nothing{};
}

Outcome make_folder(const std::string& path) {
    if (::mkdir(path.c_str(), 0777) != 0 && errno != EEXIST) return disk_trouble(path);
    return Nothing{};
}

void remove_empty_folder(const std::string& path) { ::rmdir(path.c_str()); }

}  // namespace ims
