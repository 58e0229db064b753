// SHA-256: by which bytes are known again. Not for secrets.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace ims {

std::array<std::uint8_t, 32> sha256(std::string_view bytes);

// 64 digits, in lower case.
std::string sha256_hex(std::string_view bytes);

// In base 64, as a Content-Security-Policy wants it.
std::string sha256_base64(std::string_view bytes);

}  // namespace ims
