#include "cli/environment.h"

#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
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

Result<Writer> create_file(const std::string& path) {
    const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (descriptor < 0) return Error{path + ": " + std::strerror(errno)};
    return Writer(descriptor, path, Writer::Owned::yes);
}

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
    environment.today = local_date();
    environment.create = create_file;
    return environment;
}

}  // namespace ims
