#include "source/file_system.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <memory>

namespace ims {
namespace {

Error trouble(const std::string& path, int number) { return {path, std::strerror(number)}; }

EntryType type_of(mode_t mode) {
    if (S_ISREG(mode)) return EntryType::file;
    if (S_ISDIR(mode)) return EntryType::folder;
    if (S_ISLNK(mode)) return EntryType::link;
    return EntryType::other;
}

}  // namespace

Result<std::vector<Entry>> DiskFileSystem::list(const std::string& folder) const {
    const std::unique_ptr<DIR, int (*)(DIR*)> handle(::opendir(folder.c_str()), &::closedir);
    if (!handle) return trouble(folder, errno);
    std::vector<Entry> entries;
    while (true) {
        errno = 0;
        const dirent* each = ::readdir(handle.get());
        if (each == nullptr) break;
        const std::string_view name = each->d_name;
        if (name == "." || name == "..") continue;
        Entry entry{std::string(name), EntryType::other};
        switch (each->d_type) {
            case DT_REG: entry.type = EntryType::file; break;
            case DT_DIR: entry.type = EntryType::folder; break;
            case DT_LNK: entry.type = EntryType::link; break;
            case DT_UNKNOWN: {  // some file systems tell only when asked
                struct stat status {};
                if (::lstat((folder + "/" + entry.name).c_str(), &status) == 0) entry.type = type_of(status.st_mode);
                break;
            }
            default: break;
        }
        entries.push_back(std::move(entry));
    }
    if (errno != 0) return trouble(folder, errno);
    return entries;
}

EntryType DiskFileSystem::type(const std::string& path) const {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) return EntryType::missing;
    return type_of(status.st_mode);
}

std::optional<std::string> DiskFileSystem::real_path(const std::string& path) const {
    const std::unique_ptr<char, void (*)(void*)> real(::realpath(path.c_str(), nullptr), &std::free);
    if (!real) return std::nullopt;
    return std::string(real.get());
}

Result<std::string> DiskFileSystem::read(const std::string& path, std::size_t limit) const {
    // O_NONBLOCK: opening a pipe that nobody writes to must not wait.
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0) return trouble(path, errno);
    struct stat status {};
    if (::fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)) {
        const int number = errno;
        ::close(descriptor);
        if (S_ISDIR(status.st_mode)) return trouble(path, EISDIR);
        return status.st_mode == 0 ? trouble(path, number) : Error(path, "this is a pipe, a device or a socket");
    }
    std::string bytes;
    // One byte more than the file says: where a regular file gives less than it was asked for, that is its end.
    bytes.resize(std::min(static_cast<std::size_t>(std::max<off_t>(status.st_size, 0)), limit) + 1);
    std::size_t filled = 0;
    while (filled < bytes.size()) {
        const ssize_t got = ::read(descriptor, bytes.data() + filled, bytes.size() - filled);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) {
            const int number = errno;
            ::close(descriptor);
            return trouble(path, number);
        }
        const bool end = static_cast<std::size_t>(got) < bytes.size() - filled;
        filled += static_cast<std::size_t>(got);
        if (end) break;
        if (filled == bytes.size() && filled <= limit) bytes.resize(std::min(bytes.size() * 2, limit + 1));
    }
    ::close(descriptor);
    bytes.resize(filled);
    return bytes;
}

}  // namespace ims
