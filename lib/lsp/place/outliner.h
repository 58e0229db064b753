// How an outline is made of a text; for text_outline.cpp and outline_brackets.cpp alone.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "lsp/place/text_outline.h"

namespace ims {

class Outliner {
public:
    Outliner(std::string_view text, ByteRange document, std::uint32_t cursor)
        : text_(text), at_(document.begin), end_(document.end), cursor_(cursor) {}
    TextOutline run();

private:
    using Is = OutlinePart::Is;
    using Holds = OutlinePart::Holds;
    using Becomes = OutlinePart::Becomes;

    // A map or a list whose parts stand below each other.
    struct Level {
        std::uint32_t column = 0;
        bool list = false;
        std::uint32_t holder = OutlinePart::kTop;
        std::uint32_t last = OutlinePart::kTop;  // its last part
    };
    // A text that goes on in lines which are indented deeper.
    struct OpenText {
        std::uint32_t part = 0;
        std::int64_t column = 0;
        bool block = false;
    };

    // Lines: text_outline.cpp.
    void line();
    void empty_line(std::uint32_t begin, std::uint32_t end);
    [[nodiscard]] bool is_within_text(std::uint32_t column, std::uint32_t line_end) const;
    bool goes_on_with_text(std::uint32_t column, std::uint32_t end);
    void content(std::uint32_t line_begin, std::uint32_t line_end);
    bool entry(std::uint32_t column, std::uint32_t line_end);
    void word(std::uint32_t column, std::uint32_t line_end);
    void value(std::uint32_t part, std::int64_t column, std::uint32_t line_end);
    void plain_text(std::uint32_t part, std::int64_t column, std::uint32_t line_end);
    void skip_properties(std::uint32_t line_end);
    void rest_of_line();
    std::uint32_t add(std::uint32_t column, bool list, OutlinePart part);
    [[nodiscard]] std::optional<OutlinePart> word_at(std::uint32_t column) const;

    // Brackets and quotes, over several lines: outline_brackets.cpp.
    void brackets(std::uint32_t part, std::int64_t column);
    void begin_slot(std::uint32_t holder, bool list);
    void within_brackets(std::int64_t column);
    void key_ends();
    void plain_in_brackets(std::uint32_t line_end);
    void quotes(std::uint32_t part, std::int64_t column, bool in_brackets);
    [[nodiscard]] std::optional<std::uint32_t> closing_quote(std::uint32_t from, char quote, std::int64_t column) const;
    [[nodiscard]] std::optional<std::uint32_t> line_that_goes_on(std::uint32_t line_end, std::int64_t column) const;

    // Places.
    [[nodiscard]] char byte(std::uint32_t at) const { return at < end_ ? text_[at] : '\n'; }
    [[nodiscard]] bool is_end_of_word(std::uint32_t at) const;  // a blank or the end of a line
    [[nodiscard]] std::uint32_t end_of_line(std::uint32_t at) const;
    [[nodiscard]] std::uint32_t next_line(std::uint32_t line_end) const;
    [[nodiscard]] std::uint32_t after_blanks(std::uint32_t at) const;
    // Where a comment begins on this line, or its end; what stands before it is trimmed.
    [[nodiscard]] std::uint32_t end_of_plain(std::uint32_t begin, std::uint32_t line_end) const;
    [[nodiscard]] std::uint32_t comment_or(std::uint32_t begin, std::uint32_t line_end) const;
    void comment(std::uint32_t at);

    std::string_view text_;
    std::uint32_t at_;
    std::uint32_t end_;
    std::uint32_t cursor_;
    TextOutline out_;
    std::vector<Level> levels_;
    std::optional<OpenText> open_text_;

    struct Bracket {
        bool list = false;
        std::uint32_t holder = 0;
    };
    std::vector<Bracket> brackets_;
    std::uint32_t current_ = 0;  // the part within brackets that is being read
};

}  // namespace ims
