#include "output/explain/page_text.h"

#include <algorithm>

#include "output/document/document_format.h"

namespace ims {
namespace {

std::string as_text(std::vector<Block> blocks, const Style& style) {
    Document document;
    document.blocks = std::move(blocks);
    DocumentStyle look;
    look.columns = style.columns;
    look.color = style.color;
    std::string text;
    document_formats::text(document, look, [&](std::string_view piece) { text += piece; });
    return text;
}

}  // namespace

std::string indented(std::string_view text) {
    const std::string indentation(kIndentation, ' ');
    std::string out;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        const std::string_view line = text.substr(0, end);
        if (!line.empty()) out.append(indentation).append(line);
        out += '\n';
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return out;
}

void PageText::add(std::string_view text) {
    if (!text_.empty() && !text.empty()) text_ += '\n';
    text_ += text;
}

void PageText::heading(std::string_view words) {
    const int level = text_.empty() ? 1 : 2;
    blocks({Heading{level, raw(words), {}}});
}

void PageText::paragraph(Words words) {
    if (!words.empty()) blocks({Paragraph{std::move(words)}});
}

void PageText::table(Table table) {
    if (!table.rows.empty()) blocks({std::move(table)});
}

void PageText::blocks(std::vector<Block> blocks) { add(as_text(std::move(blocks), style_)); }

void PageText::lines(std::string_view text) { add(indented(text)); }

Table card(std::vector<std::pair<std::string, Words>> lines) {
    Table table{.key = "about", .layout = Table::Layout::card};
    std::vector<TableCell> row;
    for (auto& [title, words] : lines) {
        if (words.empty()) continue;
        table.columns.push_back({title, title});
        row.emplace_back(std::move(words));
    }
    if (!row.empty()) table.rows.push_back(std::move(row));
    return table;
}

}  // namespace ims
