// A document as plain text. The widest columns of a table and running text are wrapped where a screen says how wide it
// is, and nowhere else; so a pipe gets each row on a line.
#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "output/document/chart.h"
#include "output/document/document_format.h"
#include "output/paint.h"

namespace ims {
namespace {

constexpr std::size_t kGap = 2;             // between columns
constexpr std::size_t kNarrowestCell = 24;  // narrower than this nothing is wrapped
constexpr std::size_t kWidestText = 100;    // lines longer than this are hard to read

std::string plain(const Words& words) {
    std::string text;
    for (const Inline& part : words.parts())
        text += part.kind == Inline::Kind::code ? "`" + part.text + "`" : part.text;
    std::ranges::replace(text, '\n', ' ');
    return visible(trim(text));
}

class TextWriter {
public:
    TextWriter(const DocumentStyle& style, const Sink& sink) : style_(style), sink_(sink), paint_(style.color) {}

    void write(const Document& document) {
        bool first = true;
        for (const Block& block : document.blocks) {
            if (is_for_programs(block)) continue;
            if (!first) sink_("\n");
            first = false;
            std::visit([this](const auto& each) { write(each); }, block);
        }
    }

private:
    void write(const Heading& heading) {
        const std::string text = plain(heading.words);
        sink_(paint_.strong(text) + '\n');
        if (heading.level > 2) return;
        sink_(std::string(display_width(text), heading.level == 1 ? '=' : '-') + '\n');
    }

    void write(const Paragraph& paragraph) { write_lines(plain(paragraph.words), "", ""); }
    void write(const Note& note) { write_lines(plain(note.words), "| ", "| "); }

    void write(const Bullets& list) {
        std::size_t number = 0;
        for (const Bullets::Item& item : list.items) {
            const std::string marker = list.numbered ? fmt::format("{}. ", ++number) : "- ";
            const std::string indent(marker.size(), ' ');
            write_lines(plain(item.words), marker, indent);
            for (const Words& below : item.below) write_lines(plain(below), indent + "- ", indent + "  ");
        }
    }

    void write(const Diagram& diagram) { write_lines(diagram.says, "", ""); }
    void write(const Chart& chart) {
        sink_(text_chart(chart));
        write_lines(chart.says, "", "");
    }
    void write(const Search& search) { write_lines(plain(search.otherwise), "", ""); }

    void write(const Table& table) {
        std::vector<std::size_t> shown;
        for (std::size_t index = 0; index < table.columns.size(); ++index) {
            if (table.columns[index].readers == Column::For::all) shown.push_back(index);
        }
        if (table.layout == Table::Layout::card) return write_card(table, shown);
        if (table.layout == Table::Layout::line) return write_line(table, shown);
        std::vector<std::vector<std::string>> lines(1);
        for (const std::size_t index : shown) lines[0].push_back(visible(table.columns[index].title));
        const std::size_t rows = std::min(table.rows.size(), table.most_shown);
        for (std::size_t row = 0; row < rows; ++row) {
            std::vector<std::string>& line = lines.emplace_back();
            for (const std::size_t index : shown)
                line.push_back(index < table.rows[row].size() ? plain(table.rows[row][index].words) : "");
        }
        std::vector<std::size_t> widths(shown.size(), 0);
        for (const auto& line : lines) {
            for (std::size_t index = 0; index < line.size(); ++index)
                widths[index] = std::max(widths[index], display_width(line[index]));
        }
        fit_to_screen(lines, widths);
        for (std::size_t row = 0; row < lines.size(); ++row) write_row(table, shown, lines[row], widths, row == 0);
        if (table.rows.empty()) sink_("none\n");
        if (rows < table.rows.size()) sink_(fmt::format("… and {} more\n", table.rows.size() - rows));
    }

    // Takes from the widest column until all have room; none gets narrower than its longest word, which is not broken.
    void fit_to_screen(const std::vector<std::vector<std::string>>& lines, std::vector<std::size_t>& widths) const {
        if (style_.columns == 0) return;
        std::vector<std::size_t> least(widths.size());
        std::size_t all = kGap * (widths.size() - std::min<std::size_t>(widths.size(), 1));
        for (std::size_t index = 0; index < widths.size(); ++index) {
            least[index] = std::min(widths[index], kNarrowestCell);
            for (const auto& line : lines) {
                for (const std::string& word : wrap_words(line[index], 0))
                    least[index] = std::max(least[index], display_width(word));
            }
            all += widths[index];
        }
        for (; all > style_.columns; --all) {
            std::size_t widest = widths.size();
            for (std::size_t index = 0; index < widths.size(); ++index) {
                const bool gives = widths[index] > least[index];
                if (gives && (widest == widths.size() || widths[index] >= widths[widest])) widest = index;
            }
            if (widest == widths.size()) return;
            --widths[widest];
        }
    }

    void write_row(const Table& table, const std::vector<std::size_t>& shown, const std::vector<std::string>& cells,
                   const std::vector<std::size_t>& widths, bool header) {
        std::vector<std::vector<std::string>> wrapped;
        std::size_t height = 1;
        for (std::size_t index = 0; index < cells.size(); ++index) {
            const bool wraps = display_width(cells[index]) > widths[index];
            wrapped.push_back(wraps ? wrap_words(cells[index], widths[index]) : std::vector{cells[index]});
            height = std::max(height, wrapped.back().size());
        }
        for (std::size_t row = 0; row < height; ++row) {
            std::string line;
            for (std::size_t index = 0; index < cells.size(); ++index) {
                const std::string text = row < wrapped[index].size() ? wrapped[index][row] : "";
                const std::string padding(widths[index] - display_width(text), ' ');
                const bool right = table.columns[shown[index]].align == Column::Align::right;
                line += (right ? padding + text : text + padding) + std::string(kGap, ' ');
            }
            line.erase(line.find_last_not_of(' ') + 1);
            sink_((header ? paint_.strong(line) : line) + '\n');
        }
    }

    void write_line(const Table& table, const std::vector<std::size_t>& shown) {
        std::string text;
        for (const auto& row : table.rows) {
            for (const std::size_t index : shown) {
                if (index < row.size() && !row[index].words.empty())
                    text += (text.empty() ? "" : " · ") + plain(row[index].words);
            }
        }
        write_lines(text, "", "");
    }

    void write_card(const Table& table, const std::vector<std::size_t>& shown) {
        std::size_t width = 0;
        for (const std::size_t index : shown)
            width = std::max(width, display_width(visible(table.columns[index].title)));
        for (const auto& row : table.rows) {
            for (const std::size_t index : shown) {
                if (index >= row.size() || row[index].words.empty()) continue;
                const std::string title = visible(table.columns[index].title) + ":";
                const std::string padding(width + 1 + kGap - display_width(title), ' ');
                write_lines(plain(row[index].words), title + padding, std::string(width + 1 + kGap, ' '));
            }
        }
    }

    void write_lines(const std::string& text, const std::string& first, const std::string& others) {
        const std::size_t columns = std::min(style_.columns, kWidestText);
        const std::size_t used = display_width(others);
        const std::size_t room = columns > used ? columns - used : text.size();
        bool begins = true;
        for (const std::string& line : wrap_words(text, room)) {
            sink_((begins ? first : others) + line + '\n');
            begins = false;
        }
    }

    const DocumentStyle& style_;
    const Sink& sink_;
    Paint paint_;
};

}  // namespace

void document_formats::text(const Document& document, const DocumentStyle& style, const Sink& sink) {
    TextWriter(style, sink).write(document);
}

}  // namespace ims
