// A document as a page that GitHub and GitLab show. Anchors are those that both make of a heading by themselves.
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/text.h"
#include "output/document/chart.h"
#include "output/document/document_format.h"
#include "output/document/markdown_text.h"
#include "output/document/mermaid.h"
#include "output/document/raw_text.h"

namespace ims {
namespace {

class MarkdownWriter {
public:
    MarkdownWriter(const DocumentStyle& style, const Sink& sink) : style_(style), sink_(sink) {}

    void write(const Document& document) {
        bool first = true;
        for (const Block& block : document.blocks) {
            if (is_for_programs(block)) continue;
            if (!first) sink_("\n");
            std::visit([this](const auto& each) { write(each); }, block);
            if (first && style_.menu != nullptr) write(*style_.menu);
            first = false;
        }
    }

private:
    void write(const Heading& heading) {
        sink_(std::string(static_cast<std::size_t>(heading.level), '#') + ' ' + line(heading.words, TextPlace::within) +
              '\n');
    }

    // Below the title, which search engines and lists of files show.
    void write(const SiteMenu& menu) {
        const auto links = [&](const std::vector<SiteMenu::Entry>& entries) {
            std::string text;
            for (const SiteMenu::Entry& entry : entries) {
                const std::string file = place_of_report(style_, entry.target, "md");
                if (file.empty()) continue;
                text += fmt::format("{}[{}]({})", text.empty() ? "" : " · ",
                                    markdown_text(entry.title, TextPlace::within), markdown_path(file));
            }
            return text;
        };
        std::string text = links(menu.first);
        for (const SiteMenu::Group& group : menu.groups) {
            const std::string list = links(group.entries);
            if (!list.empty()) text += fmt::format(" — {}: {}", markdown_text(group.title, TextPlace::within), list);
        }
        sink_('\n' + text + '\n');
    }

    void write(const Search& search) { sink_(line(search.otherwise, TextPlace::block_start) + '\n'); }

    void write(const Paragraph& paragraph) { sink_(line(paragraph.words, TextPlace::block_start) + '\n'); }

    void write(const Note& note) { sink_("> " + line(note.words, TextPlace::block_start) + '\n'); }

    void write(const Bullets& list) {
        std::size_t number = 0;
        for (const Bullets::Item& item : list.items) {
            const std::string marker = list.numbered ? fmt::format("{}. ", ++number) : "- ";
            sink_(marker + line(item.words, TextPlace::block_start) + '\n');
            for (const Words& below : item.below) {
                sink_(std::string(marker.size(), ' ') + "- " + line(below, TextPlace::block_start) + '\n');
            }
        }
    }

    void write(const Table& table) {
        if (table.layout == Table::Layout::card) return write_card(table);
        if (table.layout == Table::Layout::line) return write_line(table);
        std::string header = "|";
        std::string rule = "|";
        for (const Column& column : table.columns) {
            if (column.readers == Column::For::programs) continue;
            const std::string title = markdown_text(column.title, TextPlace::within);
            header += fmt::format(" {} |", title.empty() ? " " : title);
            constexpr std::array<std::string_view, 3> kRules = {" --- |", " :---: |", " ---: |"};
            rule += kRules[static_cast<std::size_t>(column.align)];
        }
        sink_(header + '\n' + rule + '\n');
        const std::size_t shown = std::min(table.rows.size(), table.most_shown);
        for (std::size_t index = 0; index < shown; ++index) write_row(table, table.rows[index]);
        if (shown < table.rows.size()) sink_(fmt::format("\n… and {} more.\n", table.rows.size() - shown));
    }

    void write_row(const Table& table, const std::vector<TableCell>& row) {
        std::string text = "|";
        for (std::size_t index = 0; index < table.columns.size(); ++index) {
            if (table.columns[index].readers == Column::For::programs) continue;
            const std::string cell =
                index < row.size() ? line(row[index].words, TextPlace::within, CodePlace::cell) : "";
            text += cell.empty() ? "  |" : fmt::format(" {} |", cell);
        }
        sink_(text + '\n');
    }

    void write_line(const Table& table) {
        std::string text;
        for (const std::vector<TableCell>& row : table.rows) {
            for (std::size_t index = 0; index < table.columns.size() && index < row.size(); ++index) {
                if (row[index].words.empty() || table.columns[index].readers == Column::For::programs) continue;
                text += (text.empty() ? "" : " · ") +
                        line(row[index].words, text.empty() ? TextPlace::block_start : TextPlace::within);
            }
        }
        sink_(text + '\n');
    }

    void write_card(const Table& table) {
        for (const std::vector<TableCell>& row : table.rows) {
            for (std::size_t index = 0; index < table.columns.size() && index < row.size(); ++index) {
                const Column& column = table.columns[index];
                if (row[index].words.empty() || column.readers == Column::For::programs) continue;
                sink_(fmt::format("- **{}:** {}\n", markdown_text(column.title, TextPlace::within),
                                  line(row[index].words, TextPlace::within)));
            }
        }
    }

    void write(const Diagram& diagram) {
        if (fits_mermaid(diagram)) return sink_("```mermaid\n" + mermaid(diagram) + "```\n");
        sink_(fmt::format("> {} (The drawing would be too large: {} boxes and {} arrows.)\n",
                          markdown_text(diagram.says, TextPlace::block_start), diagram.nodes.size(),
                          diagram.arrows.size()));
    }

    void write(const Chart& chart) {
        sink_(markdown_text(chart.says, TextPlace::block_start) + "\n\n```mermaid\n" + mermaid(chart) + "```\n");
    }

    std::string line(const Words& words, TextPlace place, CodePlace code = CodePlace::line) const {
        std::string out;
        const std::vector<Inline>& parts = words.parts();
        for (std::size_t index = 0; index < parts.size(); ++index) {
            const bool begins = index == 0 || out.empty();
            const TextPlace here = begins ? place : TextPlace::within;
            const bool free_before = begins || out.back() == ' ' || out.back() == '(';
            const bool free_after = index + 1 == parts.size() || is_boundary(parts[index + 1].text);
            out += piece(parts[index], here, code, free_before && free_after);
        }
        return std::string(trim(out));
    }

    // Whether what follows emphasis lets it end there.
    static bool is_boundary(std::string_view next) {
        return next.empty() || std::string_view(" \t\n,.;:)").find(next.front()) != std::string_view::npos;
    }

    // `free`: nothing beside it that could hinder emphasis.
    std::string piece(const Inline& part, TextPlace place, CodePlace code, bool free) const {
        switch (part.kind) {
            case Inline::Kind::text: return markdown_text(part.text, place);
            case Inline::Kind::strong: return emphasised(part.text, "**", place, free);
            case Inline::Kind::emphasis: return emphasised(part.text, "*", place, free);
            case Inline::Kind::code: return markdown_code(part.text, code);
            case Inline::Kind::record:
            case Inline::Kind::place: {
                const auto to = link_target(style_, part, "md");
                if (!to) return markdown_text(part.text, place);
                std::string path = to->is_address ? markdown_address(to->path) : markdown_path(to->path);
                if (!to->fragment.empty()) path += '#' + to->fragment;
                return link(part, path);
            }
            case Inline::Kind::section: return link(part, "#" + part.target);
            case Inline::Kind::report: {
                const std::string file = place_of_report(style_, part.target, "md");
                return file.empty() ? markdown_text(part.text, place) : link(part, markdown_path(file));
            }
            case Inline::Kind::url:
                if (!is_web_address(part.target)) return markdown_text(part.text, place);
                return link(part, markdown_address(part.target));
        }
        return {};
    }

    static std::string link(const Inline& part, const std::string& destination) {
        std::string text(trim(markdown_text(part.text, TextPlace::within)));
        if (text.empty()) text = markdown_text(part.target, TextPlace::within);
        return fmt::format("[{}]({})", text, destination);
    }

    // Markers only where they are sure to be read as such: no space of any script next to them on the inside.
    static std::string emphasised(std::string_view raw, std::string_view marker, TextPlace place, bool free) {
        const std::string_view text = trim(raw);
        if (!free || text.empty()) return markdown_text(raw, place);
        std::size_t last = text.size() - 1;
        while (last > 0 && (static_cast<unsigned char>(text[last]) & 0xc0U) == 0x80U) --last;
        if (is_space(decode_utf8(text, 0).value) || is_space(decode_utf8(text, last).value))
            return markdown_text(raw, place);
        return fmt::format("{0}{1}{0}", marker, markdown_text(text, TextPlace::within));
    }

    static bool is_space(char32_t value) {
        return value <= 0x20 || value == 0xa0 || value == 0x1680 || (value >= 0x2000 && value <= 0x200a) ||
               value == 0x202f || value == 0x205f || value == 0x3000;
    }

    const DocumentStyle& style_;
    const Sink& sink_;
};

}  // namespace

void document_formats::markdown(const Document& document, const DocumentStyle& style, const Sink& sink) {
    MarkdownWriter(style, sink).write(document);
}

}  // namespace ims
