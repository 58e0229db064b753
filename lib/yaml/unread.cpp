#include "yaml/unread.h"

#include <algorithm>
#include <cstddef>
#include <string>

#include "yaml/cursor.h"

namespace ims {

namespace {

// A kind and its id stand near the top; a huge file that is not YAML at all shall not cost much.
constexpr std::size_t kMostLines = 1000;

bool is_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

// The value without quotes and comment.
std::string_view bare_value(std::string_view line) {
    const std::size_t begin = std::min(line.find_first_not_of(" \t"), line.size());
    line.remove_prefix(begin);
    while (!line.empty() && (is_blank(line.back()) || line.back() == '\r')) line.remove_suffix(1);
    if (!line.empty() && (line.front() == '"' || line.front() == '\'')) {
        const std::size_t close = line.find(line.front(), 1);
        return line.substr(1, close == std::string_view::npos ? close : close - 1);
    }
    for (std::size_t at = line.find('#'); at != std::string_view::npos; at = line.find('#', at + 1)) {
        if (at > 0 && !is_blank(line[at - 1])) continue;
        line = line.substr(0, at);
        while (!line.empty() && is_blank(line.back())) line.remove_suffix(1);
        break;
    }
    return line;
}

}  // namespace

void collect_unread(std::string_view bytes, std::uint32_t begin, std::uint32_t end, std::vector<UnreadLine>& lines) {
    const std::size_t most = lines.size() + kMostLines;
    for (std::size_t at = begin; at < end && lines.size() < most;) {
        const std::size_t line_end = std::min<std::size_t>(bytes.find('\n', at), end);
        std::size_t colon = at;
        while (colon < line_end && is_word(bytes[colon])) ++colon;
        if (colon > at && colon + 1 < line_end && bytes[colon] == ':' && is_blank(bytes[colon + 1])) {
            const std::string_view value = bare_value(bytes.substr(colon + 1, line_end - colon - 1));
            if (!value.empty()) {
                const auto place = static_cast<std::uint32_t>(value.data() - bytes.data());
                lines.push_back({std::string(bytes.substr(at, colon - at)), std::string(value), place,
                                 place + static_cast<std::uint32_t>(value.size())});
            }
        }
        at = line_end + 1;
    }
}

}  // namespace ims
