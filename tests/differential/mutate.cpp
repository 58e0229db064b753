#include "mutate.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

namespace ims::test {

namespace {

using namespace std::string_view_literals;

constexpr std::array kPieces = {" "sv,    "  "sv,   "\t"sv,       "\n"sv,       "\n\n"sv,        ":"sv,       ": "sv,
                                "-"sv,    "- "sv,   "\n- "sv,     "\n  - "sv,   "\""sv,          "'"sv,       "["sv,
                                "]"sv,    "{"sv,    "}"sv,        ","sv,        "#"sv,           " #"sv,      "|"sv,
                                ">"sv,    "|\n"sv,  "&x "sv,      "*x"sv,       "!t "sv,         "? "sv,      "%"sv,
                                "@"sv,    "`"sv,    "\\"sv,       "\r\n"sv,     "\r"sv,          "---\n"sv,   "...\n"sv,
                                "a"sv,    "null"sv, "~"sv,        "\xC3\xA9"sv, "\n  a: b\n"sv,  "\n a: b"sv, "\x01"sv,
                                "\xFF"sv, "--- "sv, "\n\n\n"sv,   " : "sv,      "|2-\n"sv,       ">+\n"sv,    "\\n"sv,
                                "\\x4"sv, "''"sv,   "\xC2\x85"sv, "\xC2\xA0"sv, "\xEF\xBB\xBF"sv};

std::vector<std::string> lines_of(std::string_view bytes) {
    std::vector<std::string> lines;
    while (!bytes.empty()) {
        const std::size_t end = std::min(bytes.find('\n'), bytes.size() - 1) + 1;
        lines.emplace_back(bytes.substr(0, end));
        bytes.remove_prefix(end);
    }
    return lines;
}

void change_bytes(std::string& bytes, Random& random) {
    const std::size_t at = random.below(bytes.size() + 1);
    switch (random.below(5)) {
        case 0: bytes.erase(at, 1 + random.below(3)); break;
        case 1: bytes.insert(random.below(bytes.size() + 1), bytes.substr(at, random.below(12))); break;
        case 2:
            if (at + 1 < bytes.size()) std::swap(bytes[at], bytes[at + 1]);
            break;
        default: bytes.insert(at, random.pick(kPieces)); break;
    }
}

void change_lines(std::vector<std::string>& lines, Random& random) {
    const std::size_t at = random.below(lines.size());
    const std::size_t other = random.below(lines.size());
    const auto place = lines.begin() + static_cast<std::ptrdiff_t>(at);
    switch (random.below(4)) {
        case 0: lines.erase(place); break;
        case 1: lines.insert(place, lines[other]); break;
        case 2: std::swap(lines[at], lines[other]); break;
        default:  // the line goes on with the next one
            if (lines[at].ends_with('\n')) lines[at].pop_back();
            break;
    }
}

// Of one line, or of some that follow each other.
void change_indentation(std::vector<std::string>& lines, Random& random) {
    const std::size_t first = random.below(lines.size());
    const std::size_t last = std::min(lines.size(), first + 1 + (random.one_in(3) ? random.below(4) : 0));
    const std::size_t kind = random.below(5);
    const std::size_t columns = 1 + random.below(3);
    for (std::size_t at = first; at < last; ++at) {
        std::string& line = lines[at];
        if (kind < 2) {
            line.insert(0, columns, ' ');
        } else if (kind < 4) {
            line.erase(0, std::min(columns, line.find_first_not_of(' ')));
        } else {
            const std::size_t text = std::min(line.find_first_not_of(' '), line.size());
            line.insert(random.one_in(2) ? 0 : text, 1, '\t');
        }
    }
}

}  // namespace

std::string mutate(std::string bytes, Random& random) {
    for (std::size_t left = 1 + random.below(3); left > 0; --left) {
        const std::size_t kind = random.below(4);
        std::vector<std::string> lines = lines_of(bytes);
        if (kind < 2 || lines.empty()) {
            change_bytes(bytes, random);
            continue;
        }
        if (kind == 2) change_lines(lines, random);
        else change_indentation(lines, random);
        bytes.clear();
        for (const std::string& line : lines) bytes += line;
    }
    return bytes;
}

}  // namespace ims::test
