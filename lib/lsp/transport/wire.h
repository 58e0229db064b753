// Messages between a client and a server, in bytes: a head that says how long it is, and JSON (the base protocol of the
// Language Server Protocol).
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace ims {

class MessageReader {
public:
    // Reads up to that many bytes to that place, waits for the first of them; 0: there will be no more.
    using ReadSome = std::function<std::size_t(char* to, std::size_t most)>;
    explicit MessageReader(ReadSome read) : read_(std::move(read)) {}

    // The next message without its head; none where there will be no more. What is no head is skipped up to the next
    // one, and a message of which only a part came is none.
    std::optional<std::string> next();

private:
    // The next line without its end; none at the end.
    std::optional<std::string> line();
    bool fill();

    ReadSome read_;
    std::string got_;
    std::size_t taken_ = 0;  // of what was got
};

// JSON that holds one half of a character alone (`\ud83d`), as some clients send it, with U+FFFD in its place.
std::string without_half_characters(std::string_view message);

// With its head.
std::string framed(std::string_view message);

}  // namespace ims
