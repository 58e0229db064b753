#include "base/unicode.h"

#include <utf8proc.h>

#include <algorithm>
#include <iterator>
#include <vector>

#include "base/assert.h"
#include "base/text.h"

namespace ims {
namespace {

using CodePoints = std::vector<utf8proc_int32_t>;

bool is_ascii(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

struct Stretch {
    char32_t first;
    char32_t last;
};
// Whatever stands before or after it, such a character is as NFC has it: letters of the scripts in wide use that are
// neither composed with others nor written as several, and punctuation. So most texts need no closer look.
constexpr Stretch kUnchanging[] = {
    {0x0000, 0x02ff}, {0x0376, 0x037d}, {0x0388, 0x0482}, {0x048a, 0x0590}, {0x05d0, 0x05f4}, {0x061d, 0x064a},
    {0x0904, 0x0928}, {0x0e01, 0x0e30}, {0x1e00, 0x1eff}, {0x2010, 0x2027}, {0x2030, 0x205e}, {0x20a0, 0x20cf},
    {0x3001, 0x3029}, {0x3041, 0x3098}, {0x30a1, 0x30ff}, {0x3400, 0x9fff}, {0xac00, 0xd7a3}, {0xff01, 0xff9d},
};

bool is_surely_composed(std::string_view text) {
    // 0xcc begins U+0300.
    const auto is_early = [](char c) { return static_cast<unsigned char>(c) < 0xcc; };
    const auto later = std::ranges::find_if_not(text, is_early);
    for (auto offset = static_cast<std::size_t>(later - text.begin()); offset < text.size();) {
        const CodePoint point = decode_utf8(text, offset);
        const auto* const next = std::ranges::upper_bound(kUnchanging, point.value, {}, &Stretch::first);
        if (!point.valid || point.value > std::prev(next)->last) return false;
        offset += point.length;
    }
    return true;
}

const utf8proc_property_t& properties(char32_t character) {
    return *utf8proc_get_property(static_cast<utf8proc_int32_t>(character));
}

// Of valid UTF-8.
CodePoints decomposed(std::string_view text, int options) {
    const auto* const bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
    const auto size = static_cast<utf8proc_ssize_t>(text.size());
    const auto asked = static_cast<utf8proc_option_t>(options);
    CodePoints out(text.size());
    utf8proc_ssize_t count =
        utf8proc_decompose(bytes, size, out.data(), static_cast<utf8proc_ssize_t>(out.size()), asked);
    if (count > static_cast<utf8proc_ssize_t>(out.size())) {
        out.resize(static_cast<std::size_t>(count));
        count = utf8proc_decompose(bytes, size, out.data(), count, asked);
    }
    IMS_ASSERT(count >= 0, "utf8proc takes all valid UTF-8");
    out.resize(static_cast<std::size_t>(count));
    return out;
}

void append_composed(std::string& out, CodePoints letters) {
    const utf8proc_ssize_t count =
        utf8proc_normalize_utf32(letters.data(), static_cast<utf8proc_ssize_t>(letters.size()),
                                 static_cast<utf8proc_option_t>(UTF8PROC_COMPOSE | UTF8PROC_STABLE));
    IMS_ASSERT(count >= 0, "utf8proc composes whatever it has decomposed");
    letters.resize(static_cast<std::size_t>(count));
    for (const utf8proc_int32_t letter : letters) append_utf8(out, static_cast<char32_t>(letter));
}

// Calls `each` with the parts of the text that are valid UTF-8; what is not is taken as it is.
template <class Each>
std::string by_valid_parts(std::string_view text, Each each) {
    std::string out;
    while (!text.empty()) {
        const std::size_t valid = std::min(first_invalid_utf8(text), text.size());
        if (valid > 0) each(out, text.substr(0, valid));
        if (valid < text.size()) out += text[valid];
        text.remove_prefix(std::min(valid + 1, text.size()));
    }
    return out;
}

struct LookAlike {
    char32_t character;
    char32_t looks_like;
};
// Letters that stand in ids and look like Latin ones in most fonts; sorted. What Unicode itself calls another form of a
// letter (wide, small, mathematical …) is not here.
constexpr LookAlike kLookAlikes[] = {
    {0x0131, U'i'}, {0x0251, U'a'}, {0x0261, U'g'}, {0x0269, U'i'},  // ı ɑ ɡ ɩ
    {0x0391, U'A'}, {0x0392, U'B'}, {0x0395, U'E'}, {0x0396, U'Z'}, {0x0397, U'H'}, {0x0399, U'I'},
    {0x039a, U'K'}, {0x039c, U'M'}, {0x039d, U'N'}, {0x039f, U'O'}, {0x03a1, U'P'}, {0x03a4, U'T'},
    {0x03a5, U'Y'}, {0x03a7, U'X'},  // Greek capitals
    {0x03b1, U'a'}, {0x03b9, U'i'}, {0x03ba, U'k'}, {0x03bd, U'v'}, {0x03bf, U'o'}, {0x03c1, U'p'},
    {0x03c5, U'u'}, {0x03c7, U'x'}, {0x03f2, U'c'}, {0x03f3, U'j'}, {0x03f9, U'C'},  // α ι κ ν ο ρ υ χ ϲ ϳ Ϲ
    {0x0405, U'S'}, {0x0406, U'I'}, {0x0408, U'J'}, {0x0410, U'A'}, {0x0412, U'B'}, {0x0415, U'E'},
    {0x041a, U'K'}, {0x041c, U'M'}, {0x041d, U'H'}, {0x041e, U'O'}, {0x0420, U'P'}, {0x0421, U'C'},
    {0x0422, U'T'}, {0x0423, U'Y'}, {0x0425, U'X'},  // Cyrillic capitals
    {0x0430, U'a'}, {0x0435, U'e'}, {0x043a, U'k'}, {0x043e, U'o'}, {0x0440, U'p'}, {0x0441, U'c'},
    {0x0443, U'y'}, {0x0445, U'x'}, {0x0455, U's'}, {0x0456, U'i'}, {0x0458, U'j'},  // а е к о р с у х ѕ і ј
    {0x04ae, U'Y'}, {0x04af, U'y'}, {0x04bb, U'h'}, {0x04c0, U'I'}, {0x04cf, U'l'},  // Ү ү һ Ӏ ӏ
    {0x0501, U'd'}, {0x051a, U'Q'}, {0x051b, U'q'}, {0x051c, U'W'}, {0x051d, U'w'},  // ԁ Ԛ ԛ Ԝ ԝ
    {0x054d, U'U'}, {0x054f, U'S'}, {0x0555, U'O'}, {0x0570, U'h'}, {0x0578, U'n'}, {0x057d, U'u'},
    {0x0581, U'g'}, {0x0585, U'o'},  // Armenian
    {0x13a0, U'D'}, {0x13a1, U'R'}, {0x13a2, U'T'}, {0x13aa, U'A'}, {0x13ab, U'J'}, {0x13ac, U'E'},
    {0x13b3, U'W'}, {0x13b7, U'M'}, {0x13bb, U'H'}, {0x13c0, U'G'}, {0x13c3, U'Z'}, {0x13d9, U'V'},
    {0x13da, U'S'}, {0x13de, U'L'}, {0x13df, U'C'}, {0x13e2, U'P'}, {0x13e6, U'K'}, {0x13f4, U'B'},  // Cherokee
};
static_assert(std::ranges::is_sorted(kLookAlikes, {}, &LookAlike::character));

char32_t in_latin(char32_t character) {
    if (character < 0x80) return character;
    const auto* const found = std::ranges::lower_bound(kLookAlikes, character, {}, &LookAlike::character);
    if (found != std::end(kLookAlikes) && found->character == character) return found->looks_like;
    return character_kind(character) == CharacterKind::dash ? U'-' : character;
}

char32_t without_capital(char32_t character) {
    if (character == 0x03c2) return 0x03c3;  // the sigma at the end of a word
    return small_letter(character);
}

char32_t like_one_or_zero(char32_t character) {
    if (character == U'I' || character == U'1') return U'l';
    return character == U'0' ? U'O' : character;
}

// What it looks like, with each letter as `seen` has it.
template <class Seen>
std::string looks(std::string_view name, Seen seen) {
    if (is_ascii(name)) {
        std::string out(name);
        for (char& c : out) c = static_cast<char>(seen(static_cast<unsigned char>(c)));
        return out;
    }
    return by_valid_parts(name, [&](std::string& out, std::string_view part) {
        CodePoints letters = decomposed(part, UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_STABLE | UTF8PROC_IGNORE);
        for (utf8proc_int32_t& letter : letters)
            letter = static_cast<utf8proc_int32_t>(seen(in_latin(static_cast<char32_t>(letter))));
        append_composed(out, std::move(letters));
    });
}

}  // namespace

bool is_composed(std::string_view text) { return is_surely_composed(text) || composed(text) == text; }

std::string composed(std::string_view text) {
    if (is_surely_composed(text)) return std::string(text);
    return by_valid_parts(text, [](std::string& out, std::string_view part) {
        append_composed(out, decomposed(part, UTF8PROC_COMPOSE | UTF8PROC_STABLE));
    });
}

CharacterKind character_kind(char32_t character) {
    // Categories call these controls and a sign.
    if (character >= 0x09 && character <= 0x0d) return CharacterKind::blank;
    if (character == 0x85) return CharacterKind::blank;
    if (character == 0x2212) return CharacterKind::dash;
    const utf8proc_property_t& known = properties(character);
    if (known.ignorable != 0) return CharacterKind::ignorable;
    switch (known.category) {
        case UTF8PROC_CATEGORY_LU:
        case UTF8PROC_CATEGORY_LL:
        case UTF8PROC_CATEGORY_LT:
        case UTF8PROC_CATEGORY_LM:
        case UTF8PROC_CATEGORY_LO:
        case UTF8PROC_CATEGORY_NL: return CharacterKind::letter;
        case UTF8PROC_CATEGORY_MN:
        case UTF8PROC_CATEGORY_MC:
        case UTF8PROC_CATEGORY_ME: return CharacterKind::mark;
        case UTF8PROC_CATEGORY_ND: return CharacterKind::digit;
        case UTF8PROC_CATEGORY_ZS:
        case UTF8PROC_CATEGORY_ZL:
        case UTF8PROC_CATEGORY_ZP: return CharacterKind::blank;
        case UTF8PROC_CATEGORY_PD: return CharacterKind::dash;
        case UTF8PROC_CATEGORY_CC:
        case UTF8PROC_CATEGORY_CF:
        case UTF8PROC_CATEGORY_CS:
        case UTF8PROC_CATEGORY_CO:
        case UTF8PROC_CATEGORY_CN: return CharacterKind::none;
        default: return CharacterKind::sign;
    }
}

bool is_capital(char32_t letter) {
    return properties(letter).category == UTF8PROC_CATEGORY_LU || properties(letter).category == UTF8PROC_CATEGORY_LT;
}

char32_t small_letter(char32_t letter) {
    return static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(letter)));
}

char32_t capital_letter(char32_t letter) {
    return static_cast<char32_t>(utf8proc_toupper(static_cast<utf8proc_int32_t>(letter)));
}

std::string without_ignorable(std::string_view text) {
    std::string out;
    for (std::size_t offset = 0; offset < text.size();) {
        const CodePoint point = decode_utf8(text, offset);
        const bool gone = point.value >= 0x80 && point.valid && character_kind(point.value) == CharacterKind::ignorable;
        if (!gone) out += text.substr(offset, point.length);
        offset += point.length;
    }
    return out;
}

std::string skeleton(std::string_view name) {
    return looks(name, [](char32_t character) { return like_one_or_zero(character); });
}

std::string folded_skeleton(std::string_view name) {
    return looks(name, [](char32_t character) { return without_capital(character); });
}

std::string folded_file_name(std::string_view name) {
    if (is_ascii(name)) return to_lower(name);
    return by_valid_parts(name, [](std::string& out, std::string_view part) {
        // Folding may bring forth what is written in other forms.
        append_composed(out,
                        decomposed(part, UTF8PROC_DECOMPOSE | UTF8PROC_STABLE | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE));
    });
}

Difference first_difference(std::string_view one, std::string_view other) {
    Difference out;
    std::size_t at_one = 0;
    std::size_t at_other = 0;
    const auto next = [](std::string_view text, std::size_t& offset) -> std::optional<char32_t> {
        if (offset >= text.size()) return std::nullopt;
        const CodePoint point = decode_utf8(text, offset);
        offset += point.length;
        return point.value;
    };
    do {
        IMS_ASSERT(at_one < one.size() || at_other < other.size(), "the texts differ");
        ++out.place;
        out.one = next(one, at_one);
        out.other = next(other, at_other);
    } while (out.one == out.other);
    return out;
}

}  // namespace ims
