// Text that looks alike and is written in other characters: `ü` may be one, or a `u` and a mark.
#pragma once

#include <string>
#include <string_view>

namespace ims {

// Each letter and its marks in as few characters as Unicode has for them (as in NFC); invalid bytes stay. Marks are
// taken in the order in which they stand.
std::string composed(std::string_view text);

}  // namespace ims
