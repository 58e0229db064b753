#include "output/comment_text.h"

#include "base/text.h"
#include "output/document/markdown_text.h"

namespace ims {
namespace {

constexpr std::size_t kLongest = 300;  // code points of one text

bool is_name(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'; }

// Hosts look for `@name`, `#12` and the like in what is shown, where no escape is seen any more: a character without
// width parts them.
std::string without_mentions(std::string_view markdown) {
    std::string out;
    for (std::size_t index = 0; index < markdown.size(); ++index) {
        out += markdown[index];
        if (index + 1 == markdown.size() || !is_name(markdown[index + 1])) continue;
        const bool sign = std::string_view("@#!~$%&").find(markdown[index]) != std::string_view::npos;
        const bool gh = markdown[index] == '-' && index >= 2 && to_lower(markdown.substr(index - 2, 2)) == "gh";
        if (sign || gh) out += "&#8203;";
    }
    return out;
}

}  // namespace

std::string comment_text(std::string_view text) { return without_mentions(markdown_text(text, TextPlace::within)); }

// A message, its names between backticks as code. Whatever a record says, each piece is one or the other.
std::string comment_message(std::string_view message) {
    const std::string text = shorten(message, kLongest);
    std::string out;
    std::string_view rest = text;
    for (;;) {
        const std::size_t open = rest.find('`');
        const std::size_t close = open == std::string_view::npos ? open : rest.find('`', open + 1);
        if (close == std::string_view::npos) return out + comment_text(rest);
        const std::string_view name = rest.substr(open + 1, close - open - 1);
        out += comment_text(rest.substr(0, open));
        // What a cell cannot hold as code is text; so is what a log would take as a command.
        if (trim(name).empty() || name.find_first_of("|\\") != std::string_view::npos ||
            name.find("##[") != std::string_view::npos)
            out += comment_text(rest.substr(open, close - open + 1));
        else out += markdown_code(name, CodePlace::cell);
        rest.remove_prefix(close + 1);
    }
}

std::string comment_code(std::string_view text) { return comment_message("`" + shorten(text, kLongest - 4) + "`"); }

}  // namespace ims
