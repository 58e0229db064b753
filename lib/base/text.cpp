#include "base/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <iterator>

namespace ims {
namespace {

struct Range {
    char32_t first;
    char32_t last;
};

// Sorted; `value` is looked up by bisection.
template <std::size_t size>
bool contains(const Range (&ranges)[size], char32_t value) {
    const auto* const next = std::upper_bound(std::begin(ranges), std::end(ranges), value,
                                              [](char32_t wanted, const Range& range) { return wanted < range.first; });
    return next != std::begin(ranges) && value <= std::prev(next)->last;
}

// Characters that take no column of their own: combining marks of the scripts in wide use, joiners, selectors.
constexpr Range kCombining[] = {
    {0x0300, 0x036f}, {0x0483, 0x0489},   {0x0591, 0x05bd},   {0x05bf, 0x05bf}, {0x05c1, 0x05c2}, {0x05c4, 0x05c5},
    {0x05c7, 0x05c7}, {0x0610, 0x061a},   {0x064b, 0x065f},   {0x0670, 0x0670}, {0x06d6, 0x06dc}, {0x06df, 0x06e4},
    {0x06e7, 0x06e8}, {0x06ea, 0x06ed},   {0x0711, 0x0711},   {0x0730, 0x074a}, {0x0900, 0x0902}, {0x093a, 0x093a},
    {0x093c, 0x093c}, {0x0941, 0x0948},   {0x094d, 0x094d},   {0x0951, 0x0957}, {0x0962, 0x0963}, {0x0981, 0x0981},
    {0x09bc, 0x09bc}, {0x09c1, 0x09c4},   {0x09cd, 0x09cd},   {0x0a01, 0x0a02}, {0x0a3c, 0x0a51}, {0x0bc0, 0x0bc0},
    {0x0bcd, 0x0bcd}, {0x0e31, 0x0e31},   {0x0e34, 0x0e3a},   {0x0e47, 0x0e4e}, {0x0eb1, 0x0eb1}, {0x0eb4, 0x0ebc},
    {0x0ec8, 0x0ecd}, {0x1160, 0x11ff},   {0x1ab0, 0x1aff},   {0x1dc0, 0x1dff}, {0x200b, 0x200f}, {0x202a, 0x202e},
    {0x2060, 0x206f}, {0x20d0, 0x20f0},   {0x302a, 0x302d},   {0x3099, 0x309a}, {0xfe00, 0xfe0f}, {0xfe20, 0xfe2f},
    {0xfeff, 0xfeff}, {0xe0001, 0xe007f}, {0xe0100, 0xe01ef},
};

// East Asian wide and full-width characters, and pictures that terminals draw two columns wide.
constexpr Range kWide[] = {
    {0x1100, 0x115f},   {0x231a, 0x231b},   {0x2329, 0x232a},   {0x23e9, 0x23ec},   {0x23f0, 0x23f0},
    {0x23f3, 0x23f3},   {0x25fd, 0x25fe},   {0x2614, 0x2615},   {0x2648, 0x2653},   {0x267f, 0x267f},
    {0x2693, 0x2693},   {0x26a1, 0x26a1},   {0x26aa, 0x26ab},   {0x26bd, 0x26be},   {0x26c4, 0x26c5},
    {0x26ce, 0x26ce},   {0x26d4, 0x26d4},   {0x26ea, 0x26ea},   {0x26f2, 0x26f3},   {0x26f5, 0x26f5},
    {0x26fa, 0x26fa},   {0x26fd, 0x26fd},   {0x2705, 0x2705},   {0x270a, 0x270b},   {0x2728, 0x2728},
    {0x274c, 0x274c},   {0x274e, 0x274e},   {0x2753, 0x2755},   {0x2757, 0x2757},   {0x2795, 0x2797},
    {0x27b0, 0x27b0},   {0x27bf, 0x27bf},   {0x2b1b, 0x2b1c},   {0x2b50, 0x2b50},   {0x2b55, 0x2b55},
    {0x2e80, 0x303e},   {0x3041, 0x4dbf},   {0x4e00, 0xa4cf},   {0xa960, 0xa97f},   {0xac00, 0xd7a3},
    {0xf900, 0xfaff},   {0xfe10, 0xfe19},   {0xfe30, 0xfe6f},   {0xff00, 0xff60},   {0xffe0, 0xffe6},
    {0x17000, 0x18cff}, {0x1b000, 0x1b2ff}, {0x1f004, 0x1f004}, {0x1f0cf, 0x1f0cf}, {0x1f18e, 0x1f18e},
    {0x1f191, 0x1f19a}, {0x1f200, 0x1f320}, {0x1f32d, 0x1f335}, {0x1f337, 0x1f37c}, {0x1f37e, 0x1f393},
    {0x1f3a0, 0x1f3ca}, {0x1f3cf, 0x1f3d3}, {0x1f3e0, 0x1f3f0}, {0x1f3f4, 0x1f3f4}, {0x1f3f8, 0x1f43e},
    {0x1f440, 0x1f440}, {0x1f442, 0x1f4fc}, {0x1f4ff, 0x1f53d}, {0x1f54b, 0x1f54e}, {0x1f550, 0x1f567},
    {0x1f57a, 0x1f57a}, {0x1f595, 0x1f596}, {0x1f5a4, 0x1f5a4}, {0x1f5fb, 0x1f64f}, {0x1f680, 0x1f6c5},
    {0x1f6cc, 0x1f6cc}, {0x1f6d0, 0x1f6d2}, {0x1f6d5, 0x1f6df}, {0x1f6eb, 0x1f6ec}, {0x1f6f4, 0x1f6fc},
    {0x1f7e0, 0x1f7eb}, {0x1f90c, 0x1f93a}, {0x1f93c, 0x1f945}, {0x1f947, 0x1f9ff}, {0x1fa70, 0x1faff},
    {0x20000, 0x3fffd},
};

constexpr Range kUnsafe[] = {
    {0x0000, 0x001f},    // C0
    {0x007f, 0x009f},    // DEL and C1
    {0x00ad, 0x00ad},    // soft hyphen
    {0x061c, 0x061c},    // Arabic letter mark
    {0x115f, 0x1160},    // Hangul fillers
    {0x180b, 0x180e},    // Mongolian selectors and vowel separator
    {0x200b, 0x200f},    // zero-width space, joiners, direction marks
    {0x2028, 0x202e},    // line and paragraph separators, embeddings and overrides
    {0x2060, 0x206f},    // word joiner, invisible operators, isolates, deprecated formatting
    {0x3164, 0x3164},    // Hangul filler
    {0xfeff, 0xfeff},    // byte order mark
    {0xffa0, 0xffa0},    // half-width Hangul filler
    {0xfff9, 0xfffb},    // interlinear annotation
    {0xe0000, 0xe007f},  // tags
};

constexpr CodePoint kInvalid = {0xfffd, 1, false};

// One code point as `visible` writes it.
void append_visible(std::string& text, const CodePoint& point, std::string_view bytes) {
    if (!point.valid) {
        fmt::format_to(std::back_inserter(text), "\\x{{{:02x}}}", static_cast<unsigned char>(bytes.front()));
    } else if (point.value == U'\n') {
        text += "\\n";
    } else if (point.value == U'\r') {
        text += "\\r";
    } else if (point.value == U'\t') {
        text += "\\t";
    } else if (is_unsafe(point.value)) {
        fmt::format_to(std::back_inserter(text), "\\u{{{:x}}}", static_cast<std::uint32_t>(point.value));
    } else {
        text += bytes;
    }
}

constexpr bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

}  // namespace

CodePoint decode_utf8(std::string_view bytes, std::size_t offset) {
    const auto byte = [&](std::size_t index) { return static_cast<unsigned char>(bytes[offset + index]); };
    const unsigned char first = byte(0);
    if (first < 0x80) return {first, 1, true};
    // 0x80–0xc1 continue a character or begin an overlong one; 0xf5 and above lie beyond U+10FFFF.
    if (first < 0xc2 || first > 0xf4) return kInvalid;
    const std::size_t length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    if (bytes.size() - offset < length) return kInvalid;
    char32_t value = first & (0x7fU >> length);
    for (std::size_t index = 1; index < length; ++index) {
        if ((byte(index) & 0xc0U) != 0x80U) return kInvalid;
        value = (value << 6U) | (byte(index) & 0x3fU);
    }
    const char32_t smallest = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000;
    if (value < smallest || value > 0x10ffff || (value >= 0xd800 && value <= 0xdfff)) return kInvalid;
    return {value, length, true};
}

std::size_t first_invalid_utf8(std::string_view bytes) {
    for (std::size_t offset = 0; offset < bytes.size();) {
        const CodePoint point = decode_utf8(bytes, offset);
        if (!point.valid) return offset;
        offset += point.length;
    }
    return std::string_view::npos;
}

void append_utf8(std::string& text, char32_t value) {
    const auto put = [&](char32_t byte) { text += static_cast<char>(static_cast<unsigned char>(byte)); };
    const auto continued = [&](unsigned shift) { put(0x80U | ((value >> shift) & 0x3fU)); };
    if (value > 0x10ffff || (value >= 0xd800 && value <= 0xdfff)) value = 0xfffd;
    if (value < 0x80) {
        put(value);
    } else if (value < 0x800) {
        put(0xc0U | (value >> 6U));
        continued(0);
    } else if (value < 0x10000) {
        put(0xe0U | (value >> 12U));
        continued(6);
        continued(0);
    } else {
        put(0xf0U | (value >> 18U));
        continued(12);
        continued(6);
        continued(0);
    }
}

std::size_t count_code_points(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t offset = 0; offset < text.size(); ++count) offset += decode_utf8(text, offset).length;
    return count;
}

std::size_t display_width(std::string_view text) {
    std::size_t width = 0;
    for (std::size_t offset = 0; offset < text.size();) {
        const CodePoint point = decode_utf8(text, offset);
        offset += point.length;
        if (point.value < 0x20 || (point.value >= 0x7f && point.value < 0xa0) || contains(kCombining, point.value))
            continue;
        width += contains(kWide, point.value) ? 2 : 1;
    }
    return width;
}

bool is_unsafe(char32_t value) {
    if (value >= 0x20 && value < 0x7f) return false;
    return contains(kUnsafe, value);
}

std::string visible(std::string_view text) {
    std::string result;
    append_visible(result, text);
    return result;
}

void append_visible(std::string& out, std::string_view text) {
    out.reserve(out.size() + text.size());
    for (std::size_t offset = 0; offset < text.size();) {
        // Most of it is what it looks like.
        const std::size_t begin = offset;
        while (offset < text.size() && text[offset] >= ' ' && text[offset] < 0x7f) ++offset;
        out.append(text, begin, offset - begin);
        if (offset == text.size()) return;
        const CodePoint point = decode_utf8(text, offset);
        append_visible(out, point, text.substr(offset, point.length));
        offset += point.length;
    }
}

std::string shorten(std::string_view text, std::size_t limit) {
    std::string result;
    std::size_t count = 0;
    for (std::size_t offset = 0; offset < text.size();) {
        const CodePoint point = decode_utf8(text, offset);
        const std::size_t before = result.size();
        append_visible(result, point, text.substr(offset, point.length));
        count += count_code_points(std::string_view(result).substr(before));
        if (count > limit) {
            // An escape is shown whole or not at all.
            result.resize(before);
            return result + "…";
        }
        offset += point.length;
    }
    return result;
}

std::string to_lower(std::string_view text) {
    std::string result(text);
    for (char& c : result) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return result;
}

std::string_view trim(std::string_view text) {
    while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
    return text;
}

std::vector<std::string> wrap_words(std::string_view text, std::size_t columns) {
    std::vector<std::string> lines(1);
    std::size_t width = 0;
    while (!text.empty()) {
        const std::size_t blank = text.find(' ');
        const std::string_view word = text.substr(0, blank);
        const std::size_t word_width = display_width(word);
        if (!lines.back().empty() && width + 1 + word_width > columns) {
            lines.emplace_back();
            width = 0;
        }
        if (!lines.back().empty()) {
            lines.back() += ' ';
            ++width;
        }
        lines.back() += word;
        width += word_width;
        text.remove_prefix(blank == std::string_view::npos ? text.size() : blank + 1);
    }
    return lines;
}

std::string counted(std::size_t count, std::string_view singular, std::string_view plural) {
    if (count == 1) return fmt::format("1 {}", singular);
    if (plural.empty()) return fmt::format("{} {}s", count, singular);
    return fmt::format("{} {}", count, plural);
}

}  // namespace ims
