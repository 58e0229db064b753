#include "cli/platform/screen.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>

namespace ims {
namespace {

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

}  // namespace

Screen screen_of_input() { return screen_of(STDIN_FILENO); }
Screen screen_of_output() { return screen_of(STDOUT_FILENO); }
Screen screen_of_errors() { return screen_of(STDERR_FILENO); }

std::optional<std::string> read_typed_line() {
    constexpr std::size_t kLongest = std::size_t{1} << 16;
    std::string line;
    while (line.size() < kLongest) {
        char c = 0;
        const ssize_t got = ::read(STDIN_FILENO, &c, 1);
        if (got < 0 && errno == EINTR) continue;
        if (got != 1) return line.empty() ? std::nullopt : std::optional(line);
        if (c == '\n') return line;
        line += c;
    }
    return line;
}

std::size_t read_standard_input(char* to, std::size_t most) {
    while (true) {
        const ssize_t got = ::read(STDIN_FILENO, to, most);
        if (got >= 0) return static_cast<std::size_t>(got);
        if (errno != EINTR) return 0;
    }
}

}  // namespace ims
