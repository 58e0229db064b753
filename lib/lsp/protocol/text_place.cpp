#include "lsp/protocol/text_place.h"

#include <algorithm>

namespace ims {
namespace {

// Bytes of the character that a byte begins; 1 of one that begins none.
std::size_t bytes_of_character(unsigned char lead) {
    if (lead >= 0xF0 && lead < 0xF8) return 4;
    if (lead >= 0xE0) return lead < 0xF0 ? 3 : 1;
    return lead >= 0xC0 ? 2 : 1;
}

// Only those of four bytes lie beyond what one unit can say.
std::uint32_t units_of(std::size_t bytes) { return bytes == 4 ? 2 : 1; }

}  // namespace

std::vector<std::uint32_t> line_starts_of(std::string_view text) {
    std::vector<std::uint32_t> starts = {text.starts_with("\xEF\xBB\xBF") ? 3U : 0U};
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool lone_return = text[at] == '\r' && (at + 1 == text.size() || text[at + 1] != '\n');
        if (text[at] == '\n' || lone_return) starts.push_back(static_cast<std::uint32_t>(at + 1));
    }
    return starts;
}

std::string_view TextLines::line(std::size_t line) const {
    const std::size_t end = line + 1 < starts_.size() ? starts_[line + 1] : text_.size();
    std::string_view out = text_.substr(starts_[line], end - starts_[line]);
    if (out.ends_with('\n')) out.remove_suffix(1);
    if (out.ends_with('\r')) out.remove_suffix(1);
    return out;
}

std::size_t TextLines::line_at(std::uint32_t offset) const {
    const auto after = std::ranges::upper_bound(starts_, offset);
    return after == starts_.begin() ? 0 : static_cast<std::size_t>(after - starts_.begin()) - 1;
}

std::uint32_t TextLines::offset(TextPosition position, Encoding encoding) const {
    if (position.line >= starts_.size()) return static_cast<std::uint32_t>(text_.size());
    const std::string_view line = this->line(position.line);
    std::size_t at = 0;
    std::uint32_t units = 0;
    while (at < line.size() && units < position.character) {
        const std::size_t bytes = std::min(bytes_of_character(static_cast<unsigned char>(line[at])), line.size() - at);
        units += encoding == Encoding::utf8 ? static_cast<std::uint32_t>(bytes) : units_of(bytes);
        if (units > position.character) break;
        at += bytes;
    }
    return starts_[position.line] + static_cast<std::uint32_t>(at);
}

TextPosition TextLines::position(std::uint32_t offset, Encoding encoding) const {
    offset = std::min(offset, static_cast<std::uint32_t>(text_.size()));
    const std::size_t line = line_at(offset);
    const std::uint32_t begin = std::min(starts_[line], offset);
    if (encoding == Encoding::utf8) return {static_cast<std::uint32_t>(line), offset - begin};
    std::uint32_t units = 0;
    for (std::size_t at = begin; at < offset;) {
        const std::size_t bytes = bytes_of_character(static_cast<unsigned char>(text_[at]));
        units += units_of(bytes);
        at += bytes;
    }
    return {static_cast<std::uint32_t>(line), units};
}

MovedText::MovedText(std::string_view before, std::string_view after)
    : size_before_(before.size()), size_after_(after.size()) {
    const std::size_t most = std::min(before.size(), after.size());
    while (same_at_begin_ < most && before[same_at_begin_] == after[same_at_begin_]) ++same_at_begin_;
    std::size_t at_end = 0;
    while (at_end < most - same_at_begin_ && before[before.size() - 1 - at_end] == after[after.size() - 1 - at_end])
        ++at_end;
    same_from_ = before.size() - at_end;
}

std::uint32_t MovedText::operator()(std::uint32_t offset) const {
    if (offset <= same_at_begin_) return offset;
    const std::size_t from_end = size_before_ - std::clamp<std::size_t>(offset, same_from_, size_before_);
    return static_cast<std::uint32_t>(size_after_ - from_end);
}

}  // namespace ims
