#include "output/document/comment.h"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "output/comment_text.h"

namespace ims {
namespace {

constexpr std::size_t kOpenRows = 8;   // of a table; the rest is folded
constexpr std::size_t kForEnds = 500;  // bytes for what is said at the ends

std::string piece(const Inline& part) {
    switch (part.kind) {
        case Inline::Kind::strong: return "**" + comment_text(part.text) + "**";
        case Inline::Kind::code: return comment_code(part.text);
        default: return comment_text(part.text);
    }
}

std::string line_of(const Words& words) {
    std::string out;
    for (const Inline& part : words.parts()) out += piece(part);
    std::ranges::replace(out, '\n', ' ');
    return std::string(trim(out));
}

class CommentWriter {
public:
    std::string write(const Document& document) {
        text_ = kCommentMarker;
        for (const Block& block : document.blocks) std::visit([this](const auto& each) { add(each); }, block);
        fold({});
        if (left_out_ > 0)
            text_ += fmt::format("\n{} left out, since a comment holds no more.\n",
                                 counted(left_out_, "more line is", "more lines are"));
        return std::move(text_);
    }

private:
    // Whether there was room.
    bool put(std::string_view piece) {
        if (text_.size() + piece.size() > kMostCommentBytes - kForEnds) return false;
        text_ += piece;
        return true;
    }

    // Ends what is folded, and begins another where it has a title.
    void fold(std::string_view title) {
        if (folded_) text_ += "\n</details>\n";
        folded_ = !title.empty() && put(fmt::format("\n<details>\n<summary>{}</summary>\n", title));
    }

    void add(const Heading& heading) {
        if (heading.level == 1) return;
        // What stood before may have been folded.
        if (heading.detail) return fold(line_of(heading.words));
        fold({});
        put(fmt::format("\n**{}**\n", line_of(heading.words)));
    }
    void add(const Paragraph& paragraph) {
        if (!put("\n" + line_of(paragraph.words) + "\n")) ++left_out_;
    }
    void add(const Note& note) {
        if (!put("\n> " + line_of(note.words) + "\n")) ++left_out_;
    }
    void add(const Bullets& list) {
        put("\n");
        for (const Bullets::Item& item : list.items) {
            if (!put("- " + line_of(item.words) + "\n")) ++left_out_;
            for (const Words& below : item.below) {
                if (!put("  - " + line_of(below) + "\n")) ++left_out_;
            }
        }
    }

    void add(const Table& table) {
        const std::size_t count = table.rows.size();
        // One row more takes no more room than to say that there is one.
        const std::size_t open = folded_ || count <= kOpenRows + 1 ? count : kOpenRows;
        add_rows(table, 0, open);
        if (open == count) return;
        fold(fmt::format("{} more", count - open));
        add_rows(table, open, count);
        fold({});
    }

    void add_rows(const Table& table, std::size_t begin, std::size_t end) {
        std::vector<std::size_t> shown;
        std::string head = "\n|";
        std::string rule = "|";
        for (std::size_t index = 0; index < table.columns.size(); ++index) {
            const bool filled = std::ranges::any_of(
                table.rows, [&](const auto& row) { return index < row.size() && !row[index].words.empty(); });
            if (table.columns[index].readers == Column::For::programs || !filled) continue;
            shown.push_back(index);
            head += " " + comment_text(table.columns[index].title) + " |";
            rule += "---|";
        }
        const bool fits = put(head + "\n" + rule + "\n");
        for (std::size_t row = begin; row < end; ++row) {
            std::string line = "|";
            for (const std::size_t index : shown)
                line += " " + (index < table.rows[row].size() ? line_of(table.rows[row][index].words) : "") + " |";
            if (!fits || !put(line + "\n")) ++left_out_;
        }
    }

    void add(const Diagram& diagram) {
        if (!put("\n" + comment_text(diagram.says) + "\n")) ++left_out_;
    }
    void add(const Chart& chart) {
        if (!put("\n" + comment_text(chart.says) + "\n")) ++left_out_;
    }
    void add(const Search&) {}

    std::string text_;
    bool folded_ = false;
    std::size_t left_out_ = 0;  // lines that found no room
};

}  // namespace

void write_comment(const Document& document, const Sink& sink) { sink(CommentWriter().write(document)); }

}  // namespace ims
