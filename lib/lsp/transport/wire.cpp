#include "lsp/transport/wire.h"

#include <array>
#include <charconv>

#include <fmt/format.h>

#include "base/text.h"

namespace ims {
namespace {

constexpr std::size_t kLongest = std::size_t{1} << 28;  // bytes of a message; a longer one is no message
constexpr std::string_view kLength = "content-length:";

// None where the line says something else.
std::optional<std::size_t> length_in(std::string_view line) {
    if (line.size() < kLength.size() || to_lower(line.substr(0, kLength.size())) != kLength) return std::nullopt;
    const std::string_view number = trim(line.substr(kLength.size()));
    std::size_t length = 0;
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), length);
    if (error != std::errc() || end != number.data() + number.size() || length > kLongest) return std::nullopt;
    return length;
}

// The number of the escape that begins here, `\uD83D`; none where there is none.
std::optional<unsigned> escape_at(std::string_view text, std::size_t at) {
    constexpr std::size_t kEscape = 6;
    constexpr int kHexadecimal = 16;
    if (at + kEscape > text.size() || text[at] != '\\' || text[at + 1] != 'u') return std::nullopt;
    unsigned number = 0;
    const char* const end = text.data() + at + kEscape;
    const auto read = std::from_chars(text.data() + at + 2, end, number, kHexadecimal);
    return read.ptr == end ? std::optional(number) : std::nullopt;
}

bool is_first_half(unsigned number) { return number >= 0xD800 && number < 0xDC00; }
bool is_second_half(unsigned number) { return number >= 0xDC00 && number < 0xE000; }

}  // namespace

std::string without_half_characters(std::string_view message) {
    std::string out;
    for (std::size_t at = 0; at < message.size();) {
        const auto number = escape_at(message, at);
        const auto next = number ? escape_at(message, at + 6) : std::nullopt;
        const bool both = number && is_first_half(*number) && next && is_second_half(*next);
        const bool half = number && !both && (is_first_half(*number) || is_second_half(*number));
        // What stands behind a backslash is no escape of its own.
        const std::size_t length = both ? 12 : number ? 6 : message[at] == '\\' ? 2 : 1;
        out += half ? std::string_view("\\ufffd") : message.substr(at, length);
        at += length;
    }
    return out;
}

bool MessageReader::fill() {
    if (taken_ > 0) {
        got_.erase(0, taken_);
        taken_ = 0;
    }
    std::array<char, 1 << 16> room{};
    const std::size_t count = read_(room.data(), room.size());
    got_.append(room.data(), count);
    return count > 0;
}

std::optional<std::string> MessageReader::line() {
    std::size_t searched = taken_;
    while (true) {
        const std::size_t end = got_.find('\n', searched);
        if (end != std::string::npos) {
            std::string line = got_.substr(taken_, end - taken_);
            taken_ = end + 1;
            if (line.ends_with('\r')) line.pop_back();
            return line;
        }
        // Whoever sends no line end means no message: what came is forgotten.
        if (got_.size() - taken_ > kLongest) taken_ = got_.size();
        searched = got_.size() - taken_;
        if (!fill()) return std::nullopt;
    }
}

std::optional<std::string> MessageReader::next() {
    std::optional<std::size_t> length;
    while (true) {
        auto head = line();
        if (!head) return std::nullopt;
        if (!head->empty()) {
            if (const auto told = length_in(*head)) length = told;
            continue;
        }
        if (length) break;
    }
    while (got_.size() - taken_ < *length) {
        if (!fill()) return std::nullopt;
    }
    std::string message = got_.substr(taken_, *length);
    taken_ += *length;
    return message;
}

std::string framed(std::string_view message) {
    return fmt::format("Content-Length: {}\r\n\r\n{}", message.size(), message);
}

}  // namespace ims
