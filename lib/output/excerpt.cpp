#include "output/excerpt.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "base/text.h"

namespace ims {
namespace {

constexpr std::size_t kTab = 4;

// A character as it is shown.
struct Glyph {
    std::string text;
    std::size_t width = 0;
    bool marked = false;
};

// Where a character begins at or before an offset.
std::size_t character_start(std::string_view line, std::size_t offset) {
    const auto continues = [&](std::size_t at) { return (static_cast<unsigned char>(line[at]) & 0xc0U) == 0x80U; };
    for (int steps = 0; steps < 3 && offset > 0 && offset < line.size() && continues(offset); ++steps) --offset;
    return offset;
}

std::vector<Glyph> cells_of(std::string_view line, std::size_t first, std::size_t last, std::size_t begin,
                            std::size_t end) {
    std::vector<Glyph> cells;
    std::size_t column = 0;
    for (std::size_t offset = first; offset < last;) {
        const std::size_t length = decode_utf8(line, offset).length;
        Glyph cell;
        cell.text =
            line[offset] == '\t' ? std::string(kTab - column % kTab, ' ') : visible(line.substr(offset, length));
        cell.width = display_width(cell.text);
        cell.marked = offset + length > begin && offset < end;
        column += cell.width;
        offset += length;
        cells.push_back(std::move(cell));
    }
    return cells;
}

// The cells [from, to) that are shown: those from the first mark on, and what fits before them.
struct Window {
    std::size_t from = 0;
    std::size_t to = 0;
};

Window fit(const std::vector<Glyph>& cells, std::size_t columns) {
    const auto marked = std::ranges::find_if(cells, [](const Glyph& cell) { return cell.marked; });
    const auto first = static_cast<std::size_t>(marked - cells.begin());
    Window window{first, first};
    std::size_t width = 0;
    // A third of the room for what comes before…
    while (window.from > 0 && width + cells[window.from - 1].width <= columns / 3) width += cells[--window.from].width;
    while (window.to < cells.size() && width + cells[window.to].width <= columns) width += cells[window.to++].width;
    // … and more of it where nothing comes after.
    while (window.from > 0 && width + cells[window.from - 1].width <= columns) width += cells[--window.from].width;
    return window;
}

}  // namespace

Excerpt excerpt(std::string_view line, std::size_t begin, std::size_t end, std::size_t columns) {
    begin = std::min(begin, line.size());
    end = std::clamp(end, begin, line.size());
    // A place where something is missing gets one mark, behind the line if need be.
    const bool behind = begin == line.size();
    if (begin == end && !behind) ++end;
    // A line may be megabytes long: only what can be shown is looked at. A character takes up to four bytes.
    const std::size_t reach = columns * 4;
    const std::size_t first = begin > reach ? character_start(line, begin - reach) : 0;
    const std::size_t last = line.size() - begin > reach ? character_start(line, begin + reach) : line.size();
    std::vector<Glyph> cells = cells_of(line, first, last, begin, end);
    if (behind) cells.push_back({"", 1, true});

    std::size_t total = 0;
    for (const Glyph& cell : cells) total += cell.width;
    const bool cut = total > columns || first > 0 || last < line.size();
    const Window window = cut ? fit(cells, columns - std::min<std::size_t>(columns, 2)) : Window{0, cells.size()};

    Excerpt shown;
    if (window.from > 0 || first > 0) shown = {"…", " "};
    std::string pending;  // blanks that count only where a mark follows
    for (std::size_t index = window.from; index < window.to; ++index) {
        const Glyph& cell = cells[index];
        shown.line += cell.text;
        if (!cell.marked) {
            pending.append(cell.width, ' ');
        } else if (cell.width > 0 || shown.marks.find('^') == std::string::npos) {
            // What takes no column of its own (an accent) is marked by the one after it.
            shown.marks += std::exchange(pending, {}) + std::string(std::max<std::size_t>(cell.width, 1), '^');
        }
    }
    if (window.to < cells.size() || last < line.size()) shown.line += "…";
    return shown;
}

}  // namespace ims
