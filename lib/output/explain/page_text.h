// A page of `ims explain` while it is written: paragraphs and tables as documents show them, and lines of YAML between.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "diagnostics/voice.h"
#include "output/format.h"
#include "report/document.h"

namespace ims {

class PageText {
public:
    explicit PageText(const Style& style) : style_(style) {}

    // The first is the title of the page.
    void heading(std::string_view words);
    void paragraph(Words words);
    // Nothing where it has no rows.
    void table(Table table);
    void blocks(std::vector<Block> blocks);
    // As they stand, indented.
    void lines(std::string_view text);
    void as_it_is(std::string_view text) { add(text); }
    [[nodiscard]] const Style& style() const { return style_; }
    [[nodiscard]] std::string take() { return std::move(text_); }

private:
    void add(std::string_view text);
    const Style& style_;
    std::string text_;
};

// How far lines are indented.
inline constexpr std::size_t kIndentation = 4;
std::string indented(std::string_view text);

// What a page says by itself; what a schema, a record or a setting says is `raw`.
template <class... Types>
Words said(Template<Types...> text, const Types&... arguments) {
    Arena arena;
    return raw(for_editors(make_message(arena, text, arguments...)));
}

// A table that reads from top to bottom; what is empty is left out.
Table card(std::vector<std::pair<std::string, Words>> lines);

}  // namespace ims
