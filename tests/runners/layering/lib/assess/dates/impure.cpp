#include "base/good.h"

void end(const char* name) {
    if (std::getenv(name)) exit(1);
    fmt::print("{}", name);
    auto now = std::chrono::system_clock::now();
}
