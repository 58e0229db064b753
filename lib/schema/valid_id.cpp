#include "schema/valid_id.h"

#include "base/text.h"

namespace ims {
namespace {

struct Range {
    char32_t first;
    char32_t last;
};
// Beyond ASCII an id takes what scripts write words with; these are the blocks of blanks, signs and pictures.
constexpr Range kNoLetters[] = {
    {0x00, 0xA9},     {0xAB, 0xB4},     {0xB6, 0xB9},     {0xBB, 0xBF},       {0xD7, 0xD7},        {0xF7, 0xF7},
    {0x2000, 0x206F}, {0x2070, 0x20CF}, {0x2190, 0x2BFF}, {0x2E00, 0x2E7F},   {0x3000, 0x3004},    {0x3008, 0x3020},
    {0xD800, 0xF8FF}, {0xFD3E, 0xFD3F}, {0xFE10, 0xFE1F}, {0xFE30, 0xFE6F},   {0xFEFF, 0xFF0F},    {0xFF1A, 0xFF20},
    {0xFF3B, 0xFF40}, {0xFF5B, 0xFF65}, {0xFFE0, 0xFFFF}, {0x1F000, 0x1FAFF}, {0xE0000, 0x10FFFF},
};

bool is_letter_or_digit(char32_t value) {
    if (value < 0x80) {
        return (value >= 'a' && value <= 'z') || (value >= 'A' && value <= 'Z') || (value >= '0' && value <= '9');
    }
    for (const Range& range : kNoLetters) {
        if (value >= range.first && value <= range.last) return false;
    }
    return true;
}

}  // namespace

bool is_valid_id(std::string_view id) {
    if (id.empty()) return false;
    for (std::size_t offset = 0; offset < id.size();) {
        const unsigned char byte = static_cast<unsigned char>(id[offset]);
        if (byte < 0x80) {
            const bool inner = byte == '.' || byte == '_' || byte == '-';
            if (!is_letter_or_digit(byte) && !(inner && offset > 0)) return false;
            ++offset;
            continue;
        }
        const CodePoint point = decode_utf8(id, offset);
        if (!point.valid || !is_letter_or_digit(point.value) || is_unsafe(point.value)) return false;
        offset += point.length;
    }
    return true;
}

}  // namespace ims
