// Places in texts as editors count them: lines and characters from 0, a character being a unit of UTF-16, or a byte of
// UTF-8 where the client agreed to that. Inside, places are bytes.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ims {

enum class Encoding : std::uint8_t { utf16, utf8 };

struct TextPosition {
    std::uint32_t line = 0;
    std::uint32_t character = 0;
    auto operator<=>(const TextPosition&) const = default;
};

struct TextRange {
    TextPosition begin;
    TextPosition end;  // one past the last character
    auto operator<=>(const TextRange&) const = default;
};

// Bytes [begin, end) of a text.
struct ByteRange {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    [[nodiscard]] bool contains(std::uint32_t offset) const { return begin <= offset && offset <= end; }
    auto operator<=>(const ByteRange&) const = default;
};

// Where each line begins, in bytes; as `LineStarts` has them.
std::vector<std::uint32_t> line_starts_of(std::string_view text);

// A text and where its lines begin. Cheap to copy; both outlive it.
class TextLines {
public:
    TextLines(std::string_view text, std::span<const std::uint32_t> starts) : text_(text), starts_(starts) {}

    [[nodiscard]] std::string_view text() const { return text_; }
    // What lies behind the end of a line, or of the text, is at that end; what lies within a character, before it.
    [[nodiscard]] std::uint32_t offset(TextPosition position, Encoding encoding) const;
    [[nodiscard]] TextPosition position(std::uint32_t offset, Encoding encoding) const;
    [[nodiscard]] TextRange range(ByteRange bytes, Encoding encoding) const {
        return {position(bytes.begin, encoding), position(bytes.end, encoding)};
    }
    [[nodiscard]] ByteRange bytes(const TextRange& range, Encoding encoding) const {
        return {offset(range.begin, encoding), offset(range.end, encoding)};
    }
    [[nodiscard]] std::size_t line_count() const { return starts_.size(); }
    // From 0. Its end is not in it.
    [[nodiscard]] std::string_view line(std::size_t line) const;
    [[nodiscard]] std::uint32_t line_begin(std::size_t line) const { return starts_[line]; }
    [[nodiscard]] std::size_t line_at(std::uint32_t offset) const;

private:
    std::string_view text_;
    std::span<const std::uint32_t> starts_;
};

// Where the bytes of a text went that was changed at one place: what stands before it and behind it is the same in
// both.
class MovedText {
public:
    MovedText(std::string_view before, std::string_view after);
    // Of a place before, the place after; what was within the change is at its end.
    [[nodiscard]] std::uint32_t operator()(std::uint32_t offset) const;
    [[nodiscard]] ByteRange operator()(ByteRange range) const { return {(*this)(range.begin), (*this)(range.end)}; }

private:
    std::size_t same_at_begin_ = 0;
    std::size_t same_from_ = 0;  // of the text before
    std::size_t size_before_ = 0;
    std::size_t size_after_ = 0;
};

}  // namespace ims
