#include "base/assert.h"

#include <cstdio>
#include <cstdlib>

namespace ims {

void fail_internally(const char* condition, const char* explanation, const char* file, int line) {
    std::fprintf(stderr,
                 "ims: internal error: %s\n  (%s does not hold at %s:%d)\n"
                 "  This is our fault, not that of your records. Please report it with the command that you ran.\n",
                 explanation, condition, file, line);
    std::fflush(stderr);
    std::_Exit(70);
}

}  // namespace ims
