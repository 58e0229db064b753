#include "cli/platform/screen.h"

#include <sys/ioctl.h>
#include <unistd.h>

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

Screen screen_of_output() { return screen_of(STDOUT_FILENO); }
Screen screen_of_errors() { return screen_of(STDERR_FILENO); }

}  // namespace ims
