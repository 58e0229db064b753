#include "cli/environment.h"

#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <string_view>

#include <fmt/format.h>

namespace ims {
namespace {

bool is_set(const char* name) {
    const char* value = std::getenv(name);
    return value != nullptr && *value != '\0';
}

Screen screen_of(int descriptor) {
    Screen screen;
    screen.terminal = ::isatty(descriptor) == 1;
    winsize size{};
    if (screen.terminal && ::ioctl(descriptor, TIOCGWINSZ, &size) == 0) {
        screen.columns = size.ws_col;
        screen.rows = size.ws_row;
    }
    return screen;
}

// The calendar on the wall of whoever asks.
Date local_date() {
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    ::localtime_r(&now, &parts);
    return parse_date(fmt::format("{:04}-{:02}-{:02}", parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday))
        .value_or(Date{});
}

std::uint64_t nanoseconds() {
    const auto since = std::chrono::steady_clock::now().time_since_epoch();
    return static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::nanoseconds>(since).count());
}

Error trouble_with(const std::string& path) { return {path, std::strerror(errno)}; }

Result<Writer> open_in_place(const std::string& path) {
    const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (descriptor < 0) return trouble_with(path);
    return Writer(descriptor, path, Writer::Owned::yes);
}

Result<Writer> create_file(const std::string& path) {
    struct stat there {};
    struct stat link {};
    const bool exists = ::stat(path.c_str(), &there) == 0;
    const bool leads_nowhere = !exists && ::lstat(path.c_str(), &link) == 0;
    // A pipe or a device is written to, not replaced.
    if (leads_nowhere || (exists && !S_ISREG(there.st_mode))) return open_in_place(path);
    if (exists && ::access(path.c_str(), W_OK) != 0) return trouble_with(path);
    std::string target = path;
    if (exists) {
        // What a link leads to is replaced, not the link.
        char* const real = ::realpath(path.c_str(), nullptr);
        if (real == nullptr) return trouble_with(path);
        target = real;
        std::free(real);
    }
    std::string temporary = fmt::format("{}.{}.tmp", target, ::getpid());
    const int descriptor = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    // A folder that takes no new file may still hold one that can be written.
    if (descriptor < 0) return exists ? open_in_place(path) : Result<Writer>(trouble_with(path));
    if (exists) ::fchmod(descriptor, there.st_mode & 07777);
    return Writer::replacing(descriptor, path, std::move(temporary), std::move(target));
}

Outcome make_folder(const std::string& path) {
    if (::mkdir(path.c_str(), 0777) != 0 && errno != EEXIST) return trouble_with(path);
    return Nothing{};
}

void remove_empty_folder(const std::string& path) { ::rmdir(path.c_str()); }

}  // namespace

Environment environment_of_process(const FileSystem& files, Writer& out, Writer& err) {
    Environment environment;
    environment.files = &files;
    environment.out = &out;
    environment.err = &err;
    environment.out_screen = screen_of(STDOUT_FILENO);
    environment.err_screen = screen_of(STDERR_FILENO);
    environment.no_color = is_set("NO_COLOR");
    environment.force_color = is_set("FORCE_COLOR");
    environment.clock = nanoseconds;
    environment.today = local_date();
    environment.git = "git";
    environment.create = create_file;
    environment.make_folder = make_folder;
    environment.remove_empty_folder = remove_empty_folder;
    return environment;
}

}  // namespace ims
