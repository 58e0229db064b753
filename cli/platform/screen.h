// The terminal that somebody looks at, if there is one.
#pragma once

#include <cstddef>

namespace ims {

struct Screen {
    bool terminal = false;
    std::size_t columns = 0;  // 0: unknown
    std::size_t rows = 0;
};

Screen screen_of_output();
Screen screen_of_errors();

}  // namespace ims
