#include "output/document/diagram_text.h"

#include <algorithm>

#include "base/text.h"
#include "output/document/raw_text.h"

namespace ims {
namespace {

constexpr double kLetterWidth = 0.58;  // of a letter's height

}  // namespace

WrappedText wrap_label(std::string_view raw, std::size_t columns, std::size_t most) {
    constexpr std::size_t kLongest = 160;
    WrappedText out;
    const std::string whole = one_line(raw);
    const std::string text = shorten(trim(whole), kLongest);
    out.cut = text.size() < trim(whole).size();
    // A word that is longer than a line is cut; a name may be one.
    for (const std::string& line : wrap_words(text, columns)) {
        std::size_t begin = 0;
        std::size_t width = 0;
        for (std::size_t offset = 0; offset < line.size();) {
            const std::size_t length = decode_utf8(line, offset).length;
            if (width >= columns) {
                out.lines.push_back(line.substr(begin, offset - begin));
                begin = offset;
                width = 0;
            }
            width += display_width(std::string_view(line).substr(offset, length));
            offset += length;
        }
        out.lines.push_back(line.substr(begin));
    }
    if (out.lines.size() > most) {
        out.lines.resize(most);
        // The mark has room too.
        std::string& last = out.lines.back();
        if (display_width(last) >= columns && last.size() > 1) {
            std::size_t end = last.size() - 1;
            while (end > 0 && (static_cast<unsigned char>(last[end]) & 0xc0U) == 0x80U) --end;
            last.resize(end);
        }
        last += "…";
        out.cut = true;
    }
    return out;
}

std::size_t columns_in(double width, double letters) {
    constexpr double kLeast = 4;
    return static_cast<std::size_t>(std::max(kLeast, width / (letters * kLetterWidth)));
}

double width_of(const std::vector<std::string>& lines, double letters) {
    std::size_t widest = 0;
    for (const std::string& line : lines) widest = std::max(widest, display_width(line));
    return static_cast<double>(widest) * letters * kLetterWidth;
}

double height_of(const std::vector<std::string>& lines, double letters) {
    return static_cast<double>(lines.size()) * letters * kLineHeight;
}

double text_width(const Drawing::Box& box) {
    return std::max(width_of(box.lines, kNodeLetters), width_of(box.notes, kLabelLetters));
}

double text_height(const Drawing::Box& box) {
    return height_of(box.lines, kNodeLetters) + height_of(box.notes, kLabelLetters);
}

}  // namespace ims
