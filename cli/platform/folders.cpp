#include "cli/platform/folders.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstring>
#include <filesystem>
#include <thread>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "cli/platform/names_of_files.h"

namespace ims {
namespace {

Error folder_trouble(const std::string& path, int number) { return {visible(path), std::strerror(number)}; }

int open_folder(const std::string& path) { return ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC); }

// 0, or the number of the system's error: EWOULDBLOCK where somebody else has it.
int lock_as_asked(int descriptor, int how) {
    while (::flock(descriptor, how) != 0) {
        if (errno != EINTR) return errno;
    }
    return 0;
}

}  // namespace

FolderLock::FolderLock(FolderLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

FolderLock::~FolderLock() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

std::optional<FolderLock> lock_folder(const std::string& path) {
    const int descriptor = open_folder(path);
    if (descriptor < 0) return std::nullopt;
    FolderLock lock(descriptor);
    if (lock_as_asked(descriptor, LOCK_EX | LOCK_NB) != 0) return std::nullopt;
    return lock;
}

std::optional<FolderLock> wait_for_folder(const std::string& path, const std::function<void()>& tell_waiting,
                                          int moment) {
    constexpr int kStep = 10;  // milliseconds
    const int descriptor = open_folder(path);
    if (descriptor < 0) return std::nullopt;
    FolderLock lock(descriptor);
    int trouble = lock_as_asked(descriptor, LOCK_EX | LOCK_NB);
    for (int waited = 0; trouble == EWOULDBLOCK && waited < moment; waited += kStep) {
        std::this_thread::sleep_for(std::chrono::milliseconds(kStep));
        trouble = lock_as_asked(descriptor, LOCK_EX | LOCK_NB);
    }
    if (trouble == EWOULDBLOCK) {
        tell_waiting();
        trouble = lock_as_asked(descriptor, LOCK_EX);
    }
    if (trouble != 0) return std::nullopt;
    return lock;
}

Result<std::string> make_folder_beside(const std::string& path) {
    constexpr int kMost = 1000;
    std::string name = fmt::format("{}.{}.tmp", path, ::getpid());
    // A run that was killed may have had the same number.
    for (int number = 2; ::mkdir(name.c_str(), 0777) != 0; ++number) {
        if (errno != EEXIST || number > kMost) return folder_trouble(path, errno);
        name = fmt::format("{}.{}-{}.tmp", path, ::getpid(), number);
    }
    return name;
}

Outcome take_place(const std::string& built, const std::string& path) {
    int trouble = 0;
    struct stat there {};
    if (::lstat(path.c_str(), &there) != 0) {
        trouble = rename_to_free_name(built, path);
        return trouble == 0 ? Outcome(Nothing{}) : Outcome(folder_trouble(path, trouble));
    }
    if (!S_ISDIR(there.st_mode)) return folder_trouble(path, ENOTDIR);
    trouble = exchange_names(built, path);
    if (trouble == ENOSYS) trouble = exchange_names_by_steps(built, path);
    return trouble == 0 ? Outcome(Nothing{}) : Outcome(folder_trouble(path, trouble));
}

Outcome link_file(const std::string& from, const std::string& to) {
    if (::link(from.c_str(), to.c_str()) != 0) return folder_trouble(to, errno);
    return Nothing{};
}

void keep_mode(const std::string& from, const std::string& to) {
    struct stat wanted {};
    struct stat now {};
    if (::stat(from.c_str(), &wanted) != 0 || ::stat(to.c_str(), &now) != 0) return;
    const bool same = wanted.st_uid == now.st_uid && wanted.st_gid == now.st_gid;
    const bool kept = same || ::chown(to.c_str(), wanted.st_uid, wanted.st_gid) == 0 ||
                      ::chown(to.c_str(), static_cast<uid_t>(-1), wanted.st_gid) == 0;
    ::chmod(to.c_str(), wanted.st_mode & (kept ? 07777U : 0777U));
}

void remove_folder(const std::string& path) {
    std::error_code ignored;
    std::filesystem::remove_all(path, ignored);
}

}  // namespace ims
