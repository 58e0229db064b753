#include "output/document/raw_text.h"

#include <algorithm>
#include <cstdint>

#include <fmt/format.h>

#include "base/text.h"

namespace ims {

namespace {

// Most texts are one line of letters that need no look at what they are.
bool is_plain_line(std::string_view raw) {
    char before = '\0';
    for (const char c : raw) {
        if (c < ' ' || c > '~' || (c == ' ' && before == ' ')) return false;
        before = c;
    }
    return true;
}

}  // namespace

std::string one_line(std::string_view raw) {
    if (is_plain_line(raw)) return std::string(raw);
    std::string joined;
    joined.reserve(raw.size());
    for (const char c : raw) {
        const bool blank = c == ' ' || (c >= '\t' && c <= '\r');
        if (!blank) joined += c;
        else if (joined.empty() || joined.back() != ' ') joined += ' ';
    }
    return visible(joined);
}

std::string percent_encoded(std::string_view text, std::string_view kept) {
    std::string out;
    for (const char c : text) {
        const bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (plain || kept.find(c) != std::string_view::npos) out += c;
        else fmt::format_to(std::back_inserter(out), "%{:02X}", static_cast<std::uint8_t>(c));
    }
    return out;
}

std::string encoded_path(std::string_view path) { return percent_encoded(path, "-._~/"); }

std::string encoded_address(std::string_view address) { return percent_encoded(address, "-._~/:?#@&=+,;%"); }

bool is_web_address(std::string_view address) {
    const std::size_t colon = address.find(':');
    if (colon == std::string_view::npos) return false;
    const std::string scheme = to_lower(address.substr(0, colon));
    const bool known =
        scheme == "mailto" || ((scheme == "https" || scheme == "http") && address.substr(colon).starts_with("://"));
    return known && std::ranges::none_of(address, [](char c) { return (c >= '\0' && c <= ' ') || c == 0x7f; });
}

bool is_for_programs(const Block& block) {
    const Table* const table = std::get_if<Table>(&block);
    return table != nullptr && std::ranges::all_of(table->columns, [](const Column& column) {
               return column.readers == Column::For::programs;
           });
}

}  // namespace ims
