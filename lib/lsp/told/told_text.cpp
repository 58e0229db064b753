#include "lsp/told/told_text.h"

#include <algorithm>

#include "base/text.h"
#include "output/document/markdown_text.h"

namespace ims {

ToldText& ToldText::raw(std::string_view words) {
    const bool begins = text_.empty() || text_.ends_with('\n') || text_.ends_with("- ");
    text_ += markdown_ ? markdown_text(words, begins ? TextPlace::block_start : TextPlace::within) : visible(words);
    return *this;
}

ToldText& ToldText::code(std::string_view words) {
    text_ += markdown_ ? markdown_code(words, CodePlace::line) : visible(words);
    return *this;
}

ToldText& ToldText::strong(std::string_view words) {
    if (trim(words).empty()) return *this;
    text_ += markdown_ ? "**" + markdown_text(trim(words), TextPlace::within) + "**" : visible(trim(words));
    return *this;
}

ToldText& ToldText::said(std::string_view words) {
    // A text of a record may hold backticks too: then none of them is trusted.
    if (std::ranges::count(words, '`') % 2 != 0) return raw(words);
    bool in_code = false;
    while (!words.empty()) {
        const std::size_t tick = std::min(words.find('`'), words.size());
        if (in_code) code(words.substr(0, tick));
        else if (tick > 0) raw(words.substr(0, tick));
        words.remove_prefix(std::min(tick + 1, words.size()));
        in_code = !in_code;
    }
    return *this;
}

ToldText& ToldText::paragraph() {
    if (!text_.empty()) text_ += "\n\n";
    return *this;
}

ToldText& ToldText::item() {
    if (!text_.empty() && !text_.ends_with('\n')) text_ += "\n";
    text_ += "- ";
    return *this;
}

}  // namespace ims
