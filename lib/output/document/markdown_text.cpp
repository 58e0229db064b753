#include "output/document/markdown_text.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "output/document/raw_text.h"

namespace ims {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_word(char c) { return is_letter(c) || is_digit(c); }

// What means something only at the beginning of a block: a list, a quotation, a rule, a heading's underline.
// Tells how many characters may stay before the one to be escaped; npos: none is to be.
std::size_t block_marker(std::string_view text) {
    if (text.empty()) return std::string_view::npos;
    if (std::string_view("-+>=").find(text.front()) != std::string_view::npos) return 0;
    std::size_t digits = 0;
    while (digits < text.size() && is_digit(text[digits])) ++digits;
    const bool numbered = digits > 0 && digits < text.size() && (text[digits] == '.' || text[digits] == ')');
    return numbered ? digits : std::string_view::npos;
}

// `copy;` or `#64;`: with the `&` before it another character than it looks.
bool begins_entity(std::string_view text) {
    constexpr std::size_t kLongest = 40;
    std::size_t length = !text.empty() && text.front() == '#' ? 1 : 0;
    while (length < text.size() && length < kLongest && is_word(text[length])) ++length;
    return length > 0 && length < text.size() && text[length] == ';';
}

bool needs_escape(std::string_view text, std::size_t index) {
    const char c = text[index];
    const char next = index + 1 < text.size() ? text[index + 1] : '\0';
    const char before = index > 0 ? text[index - 1] : '\0';
    switch (c) {
        case '\\':
        case '`':
        case '*':
        case '[':
        case ']':
        case '<':
        case '|':
        case '~':  // struck through; a label on GitLab
        case '$':  // mathematics
        case '#':  // a heading; an issue
        case '@':  // a mention
            return true;
        case '_':
            // Within a word it is only itself, and names read better so.
            return !(is_word(before) && is_word(next));
        case '!':  // an image where a link follows; a merge request on GitLab
            return next == '\0' || next == '[' || is_digit(next);
        case '&': return begins_entity(text.substr(index + 1));
        case ':':  // an address that would become a link by itself
            return next == '/';
        case '.': {
            constexpr std::string_view kWww = "www";
            return index >= 3 && to_lower(text.substr(index - 3, 3)) == kWww;
        }
        default: return false;
    }
}

}  // namespace

std::string markdown_text(std::string_view raw, TextPlace place) {
    const std::string whole = one_line(raw);
    std::string_view text = whole;
    // Four blanks at the beginning would be code.
    if (place == TextPlace::block_start) text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
    const std::size_t marker = place == TextPlace::block_start ? block_marker(text) : std::string_view::npos;
    std::string out;
    out.reserve(text.size() + text.size() / 8);
    for (std::size_t index = 0; index < text.size(); ++index) {
        if (index == marker || needs_escape(text, index)) out += '\\';
        out += text[index];
    }
    return out;
}

std::string markdown_code(std::string_view raw, CodePlace place) {
    const std::string whole = one_line(raw);
    const std::string_view text = trim(whole);
    if (text.empty()) return {};
    // A `|` ends a cell even within code, and the `\` before it that prevents this has no escape of its own there.
    if (place == CodePlace::cell && text.find_first_of("|\\") != std::string_view::npos) {
        return markdown_text(text, TextPlace::within);
    }
    std::size_t longest = 0;
    std::size_t run = 0;
    for (const char c : text) {
        run = c == '`' ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    const std::string fence(longest + 1, '`');
    const bool touches = text.front() == '`' || text.back() == '`';
    return fmt::format("{0}{1}{2}{1}{0}", fence, touches ? " " : "", text);
}

std::string markdown_path(std::string_view path) { return encoded_path(path); }

std::string markdown_address(std::string_view address) {
    // An entity (`&copy;`) would be read as the character that it stands for.
    std::string out;
    for (const char c : encoded_address(address)) {
        if (c == '&') out += "&amp;";
        else out += c;
    }
    return out;
}

}  // namespace ims
