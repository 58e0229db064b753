// The terminal that somebody looks at and types into, if there is one.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

namespace ims {

struct Screen {
    bool terminal = false;
    std::size_t columns = 0;  // 0: unknown
    std::size_t rows = 0;
};

Screen screen_of_input();
Screen screen_of_output();
Screen screen_of_errors();

// The next line of the standard input, without its end; waits for it. None where there is no more.
std::optional<std::string> read_typed_line();

// Up to that many bytes of the standard input to that place, waiting for the first of them; 0: there are no more.
std::size_t read_standard_input(char* to, std::size_t most);

}  // namespace ims
