#include "output/unified_diff.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <vector>

#include <fmt/format.h>

namespace ims {
namespace {

using Lines = std::vector<std::string_view>;

// Each with its line end; the last one may have none.
Lines lines_of(std::string_view text) {
    Lines lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
        lines.push_back(text.substr(0, end));
        text.remove_prefix(end);
    }
    return lines;
}

// Lines [old_begin, old_end) became lines [new_begin, new_end).
struct Change {
    std::size_t old_begin = 0;
    std::size_t old_end = 0;
    std::size_t new_begin = 0;
    std::size_t new_end = 0;
};

// The shortest way from one text to the other (Myers 1986): how far one gets on each diagonal with so many steps, until
// the end is reached. Files that differ in more than this many lines are taken as changed from the first difference to
// the last.
constexpr std::ptrdiff_t kMostSteps = 1000;

class ShortestWay {
public:
    ShortestWay(const Lines& before, const Lines& after, Change within)
        : before_(before),
          after_(after),
          within_(within),
          rows_(static_cast<std::ptrdiff_t>(within.old_end - within.old_begin)),
          columns_(static_cast<std::ptrdiff_t>(within.new_end - within.new_begin)) {}

    std::vector<Change> find() {
        const std::ptrdiff_t most = std::min(rows_ + columns_, kMostSteps);
        std::vector<std::ptrdiff_t> reached(static_cast<std::size_t>(2 * most + 3), 0);
        const auto on = [&](std::ptrdiff_t diagonal) -> std::ptrdiff_t& {
            return reached[static_cast<std::size_t>(diagonal + most + 1)];
        };
        for (std::ptrdiff_t steps = 0; steps <= most; ++steps) {
            history_.push_back(reached);
            for (std::ptrdiff_t diagonal = -steps; diagonal <= steps; diagonal += 2) {
                const bool down = diagonal == -steps || (diagonal != steps && on(diagonal - 1) < on(diagonal + 1));
                std::ptrdiff_t row = down ? on(diagonal + 1) : on(diagonal - 1) + 1;
                // `row` counts lines of the file as it was; down a diagonal one of the new file is passed.
                while (row < rows_ && row - diagonal < columns_ && same(row, row - diagonal)) ++row;
                on(diagonal) = row;
                if (row >= rows_ && row - diagonal >= columns_) return walk_back(steps, most);
            }
        }
        return {within_};
    }

private:
    [[nodiscard]] bool same(std::ptrdiff_t row, std::ptrdiff_t column) const {
        return before_[within_.old_begin + static_cast<std::size_t>(row)] ==
               after_[within_.new_begin + static_cast<std::size_t>(column)];
    }

    std::vector<Change> walk_back(std::ptrdiff_t steps, std::ptrdiff_t most) const {
        std::vector<Change> changes;
        std::ptrdiff_t row = rows_;
        std::ptrdiff_t column = columns_;
        for (; steps > 0; --steps) {
            const auto& reached = history_[static_cast<std::size_t>(steps)];
            const auto on = [&](std::ptrdiff_t diagonal) {
                return reached[static_cast<std::size_t>(diagonal + most + 1)];
            };
            const std::ptrdiff_t diagonal = row - column;
            const bool down = diagonal == -steps || (diagonal != steps && on(diagonal - 1) < on(diagonal + 1));
            const std::ptrdiff_t from = down ? diagonal + 1 : diagonal - 1;
            row = on(from);
            column = row - from;
            add(changes, row, column, down);
        }
        std::ranges::reverse(changes);
        return changes;
    }

    // One line more or less, found from the end on.
    void add(std::vector<Change>& changes, std::ptrdiff_t row, std::ptrdiff_t column, bool down) const {
        const std::size_t old_line = within_.old_begin + static_cast<std::size_t>(row);
        const std::size_t new_line = within_.new_begin + static_cast<std::size_t>(column);
        const Change one{old_line, old_line + (down ? 0 : 1), new_line, new_line + (down ? 1 : 0)};
        if (!changes.empty() && changes.back().old_begin == one.old_end && changes.back().new_begin == one.new_end) {
            changes.back().old_begin = one.old_begin;
            changes.back().new_begin = one.new_begin;
        } else {
            changes.push_back(one);
        }
    }

    const Lines& before_;
    const Lines& after_;
    Change within_;
    std::ptrdiff_t rows_;
    std::ptrdiff_t columns_;
    std::vector<std::vector<std::ptrdiff_t>> history_;  // by steps, what was reached before them
};

std::vector<Change> changes_between(const Lines& before, const Lines& after) {
    Change within{0, before.size(), 0, after.size()};
    while (within.old_begin < within.old_end && within.new_begin < within.new_end &&
           before[within.old_begin] == after[within.new_begin]) {
        ++within.old_begin;
        ++within.new_begin;
    }
    while (within.old_begin < within.old_end && within.new_begin < within.new_end &&
           before[within.old_end - 1] == after[within.new_end - 1]) {
        --within.old_end;
        --within.new_end;
    }
    return ShortestWay(before, after, within).find();
}

// As git writes a name that holds what would end it: between quotes, with escapes.
std::string written_path(std::string_view side, std::string_view path) {
    std::string name = std::string(side) + "/";
    bool odd = false;
    for (const char c : path) {
        const auto byte = static_cast<unsigned char>(c);
        odd = odd || byte < 0x20 || byte == 0x7f || c == '"' || c == '\\';
        if (c == '"' || c == '\\') name += '\\';
        if (byte < 0x20 || byte == 0x7f) name += fmt::format("\\{:03o}", static_cast<unsigned>(byte));
        else name += c;
    }
    return odd ? '"' + name + '"' : name;
}

// A name with blanks ends with a tab, else what reads the patch might take a part of it for a date.
std::string side_line(std::string_view mark, const std::string& name) {
    return fmt::format("{} {}{}\n", mark, name, name.find(' ') == std::string::npos ? "" : "\t");
}

class Patch {
public:
    Patch(const Lines& before, const Lines& after) : before_(before), after_(after) {}

    std::string write(const std::vector<Change>& changes) {
        std::size_t first = 0;
        while (first < changes.size()) {
            std::size_t last = first;
            while (last + 1 < changes.size() && changes[last + 1].old_begin - changes[last].old_end <= 2 * kAround)
                ++last;
            hunk(std::vector<Change>(changes.begin() + static_cast<std::ptrdiff_t>(first),
                                     changes.begin() + static_cast<std::ptrdiff_t>(last) + 1));
            first = last + 1;
        }
        return std::move(text_);
    }

private:
    void hunk(const std::vector<Change>& changes) {
        const std::size_t lead = std::min(kAround, changes.front().old_begin);
        const std::size_t tail = std::min(kAround, before_.size() - changes.back().old_end);
        const std::size_t old_begin = changes.front().old_begin - lead;
        const std::size_t new_begin = changes.front().new_begin - lead;
        text_ += fmt::format("@@ -{} +{} @@\n", range(old_begin, changes.back().old_end + tail),
                             range(new_begin, changes.back().new_end + tail));
        std::size_t at = old_begin;
        for (const Change& change : changes) {
            for (; at < change.old_begin; ++at) line(' ', before_[at]);
            for (; at < change.old_end; ++at) line('-', before_[at]);
            for (std::size_t added = change.new_begin; added < change.new_end; ++added) line('+', after_[added]);
        }
        for (; at < changes.back().old_end + tail; ++at) line(' ', before_[at]);
    }

    // Lines are counted from 1; where there are none, the line before them is named.
    static std::string range(std::size_t begin, std::size_t end) {
        if (end - begin == 1) return std::to_string(begin + 1);
        return fmt::format("{},{}", end == begin ? begin : begin + 1, end - begin);
    }

    void line(char mark, std::string_view text) {
        text_ += mark;
        text_ += text;
        if (!text.ends_with('\n')) text_ += "\n\\ No newline at end of file\n";
    }

    static constexpr std::size_t kAround = 3;
    const Lines& before_;
    const Lines& after_;
    std::string text_;
};

}  // namespace

std::string unified_diff(std::string_view path, std::string_view before, std::string_view after) {
    if (before == after) return {};
    const Lines old_lines = lines_of(before);
    const Lines new_lines = lines_of(after);
    const std::string was = written_path("a", path);
    const std::string is = written_path("b", path);
    return fmt::format("diff --git {} {}\n", was, is) + side_line("---", was) + side_line("+++", is) +
           Patch(old_lines, new_lines).write(changes_between(old_lines, new_lines));
}

}  // namespace ims
