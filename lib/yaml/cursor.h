// A place in a file's bytes, with what YAML needs to know about the line it is on.
// The bytes hold no NUL and no lone carriage return: prescan took them out.
#pragma once

#include <cstdint>
#include <string_view>

namespace ims {

constexpr std::uint32_t kNoPlace = 0xffffffff;

inline bool is_blank(char c) { return c == ' ' || c == '\t'; }
inline bool is_break(char c) { return c == '\n' || c == '\r'; }
// `,` `[` `]` `{` `}`: they end a plain text inside brackets.
inline bool is_bracket_or_comma(char c) { return c == ',' || c == '[' || c == ']' || c == '{' || c == '}'; }

class Cursor {
public:
    std::string_view bytes;
    std::uint32_t at = 0;
    std::uint32_t end = 0;
    std::uint32_t line = 0;        // where the line begins
    std::uint32_t tab = kNoPlace;  // the first tab among the blanks that the line begins with

    // NUL at the end.
    [[nodiscard]] char peek(std::uint32_t ahead = 0) const { return end - at > ahead ? bytes[at + ahead] : '\0'; }
    [[nodiscard]] bool done() const { return at >= end; }
    [[nodiscard]] bool at_line_end() const { return done() || is_break(bytes[at]); }
    [[nodiscard]] std::uint32_t column() const { return at - line; }
    [[nodiscard]] bool first_on_line() const { return at == content_; }

    // A blank, the end of the line or of the document: what makes `-`, `?` and `:` an indicator.
    [[nodiscard]] bool separates(std::uint32_t ahead) const {
        const char c = peek(ahead);
        return c == '\0' || is_blank(c) || is_break(c);
    }

    // A `#` is a comment after a blank or at the beginning of a line.
    [[nodiscard]] bool at_comment() const { return peek() == '#' && (at == line || is_blank(bytes[at - 1])); }

    void skip_blanks() {
        while (at < end && is_blank(bytes[at])) ++at;
    }

    void skip_line() {
        const std::size_t found = bytes.substr(0, end).find('\n', at);
        at = found == std::string_view::npos ? end : static_cast<std::uint32_t>(found);
    }

    // Requires: at_line_end() and not done().
    void enter_next_line() {
        if (bytes[at] == '\r') ++at;
        if (at < end && bytes[at] == '\n') ++at;
        begin_line(at);
    }

    void begin_line(std::uint32_t place) {
        at = line = content_ = place;
        tab = kNoPlace;
    }

    // Over the blanks that a line begins with.
    void skip_indentation() {
        while (at < end && is_blank(bytes[at])) {
            if (bytes[at] == '\t' && tab == kNoPlace) tab = at;
            ++at;
        }
        content_ = at;
    }

    // Columns of spaces that the line begins with.
    [[nodiscard]] std::uint32_t indentation() const { return (tab == kNoPlace ? content_ : tab) - line; }

    // Over blanks, comments and line ends to the next content; true where that is the first of its line.
    bool skip_to_content() {
        for (;;) {
            if (first_on_line()) {
                skip_indentation();
            } else {
                skip_blanks();
            }
            if (at_comment()) skip_line();
            if (at < end && is_break(bytes[at])) {
                enter_next_line();
                continue;
            }
            return at == content_;
        }
    }

private:
    std::uint32_t content_ = 0;  // the first byte of the line that is no blank, once it was passed
};

}  // namespace ims
