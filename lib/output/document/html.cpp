// A document as one page for a browser: nothing is fetched, and nothing runs but our own script, whose hash the page
// names. Without the script all can be read.
#include <algorithm>
#include <array>
#include <vector>

#include <fmt/format.h>

#include "base/sha256.h"
#include "base/text.h"
#include "output/document/diagram_html.h"
#include "output/document/document_format.h"
#include "output/document/html_text.h"
#include "output/document/page_texts.h"
#include "output/document/raw_text.h"

namespace ims {
namespace {

// Anchors of headings hold no `:`, so these are free for us.
constexpr std::string_view kMain = "ims:main";

std::string_view class_of(Tone tone) {
    constexpr std::array<std::string_view, 6> kClasses = {"", "good", "fair", "poor", "bad", "muted"};
    return kClasses[static_cast<std::size_t>(tone)];
}

std::string_view class_of(Column::Align align) {
    constexpr std::array<std::string_view, 3> kClasses = {"", "centre", "right"};
    return kClasses[static_cast<std::size_t>(align)];
}

std::string classes(std::initializer_list<std::string_view> names) {
    std::string all;
    for (const std::string_view name : names) {
        if (!name.empty()) all += (all.empty() ? "" : " ") + std::string(name);
    }
    return all.empty() ? all : fmt::format(" class=\"{}\"", all);
}

// What a cell is sorted by, where that is not what it shows.
std::string sort_key(const TableCell& cell) {
    std::string key;
    if (const auto* number = std::get_if<std::int64_t>(&cell.value)) key = fmt::to_string(*number);
    else if (const auto* fraction = std::get_if<double>(&cell.value)) key = fmt::format("{}", *fraction);
    else if (const auto* text = std::get_if<std::string>(&cell.value)) key = html_text(*text);
    else if (!std::holds_alternative<std::nullptr_t>(cell.value)) return {};
    if (key == html_text(trim(cell.words.plain()))) return {};
    return fmt::format(" data-sort=\"{}\"", key);
}

class HtmlWriter {
public:
    HtmlWriter(const DocumentStyle& style, const Sink& sink) : style_(style), sink_(sink) {}

    void write(const Document& document) {
        // What fits one page needs none.
        const std::string contents = document.paper == Paper::one_page ? std::string() : contents_of(document);
        const std::string style = "\n" + std::string(page_css()) + std::string(drawing_css());
        const std::string script = "\n" + std::string(page_js()) + std::string(drawing_js());
        std::string title = document.title.empty() ? document.report : document.title;
        if (!document.organisation.empty()) title += ": " + document.organisation;
        sink_(
            "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-" +
            sha256_base64(style) + "'; script-src 'sha256-" + sha256_base64(script) +
            "'; img-src data:; base-uri 'none'; form-action 'none'\">\n"
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
            "<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n"
            "<meta name=\"generator\" content=\"ims\">\n<link rel=\"icon\" href=\"data:,\">\n");
        sink_("<title>" + html_text(title) + "</title>\n<style>");
        sink_(style);
        constexpr std::array<std::string_view, 3> kPapers = {"", "across", "one-page"};
        const std::string_view paper = kPapers[static_cast<std::size_t>(document.paper)];
        sink_(fmt::format("</style>\n</head>\n<body{}>\n", classes({contents.empty() ? "" : "with-contents", paper})));
        sink_(contents);
        sink_(fmt::format("<main id=\"{}\">\n", kMain));
        for (const Block& block : document.blocks) {
            std::visit([this](const auto& each) { write(each); }, block);
        }
        sink_("</main>\n<script>");
        sink_(script);
        sink_("</script>\n</body>\n</html>\n");
    }

private:
    // Of a few headings no list is needed.
    static std::string contents_of(const Document& document) {
        std::string list;
        std::size_t count = 0;
        bool below = false;
        for (const Block& block : document.blocks) {
            const Heading* const heading = std::get_if<Heading>(&block);
            if (heading == nullptr || heading->anchor.empty() || heading->level < 2 || heading->level > 3) continue;
            const bool deeper = heading->level == 3 && count > 0;
            if (deeper && !below) list += "\n<ul>\n";
            else if (!deeper && below) list += "</li>\n</ul></li>\n";
            else if (count > 0) list += "</li>\n";
            below = deeper;
            list += fmt::format("<li><a href=\"#{}\">{}</a>", html_text(heading->anchor),
                                html_text(heading->words.plain()));
            ++count;
        }
        if (count < 3) return {};
        list += below ? "</li>\n</ul></li>\n" : "</li>\n";
        return fmt::format(
            "<a class=\"skip\" href=\"#{}\">To the report</a>\n<nav class=\"contents\" aria-label=\"Contents\">\n"
            "<details><summary>Contents</summary>\n<ul>\n{}</ul>\n</details>\n</nav>\n",
            kMain, list);
    }

    void write(const Heading& heading) {
        heading_ = heading.words.plain();
        const int level = std::clamp(heading.level, 1, 6);
        if (heading.anchor.empty()) return sink_(fmt::format("<h{0}>{1}</h{0}>\n", level, line(heading.words)));
        const std::string anchor = html_text(heading.anchor);
        sink_(fmt::format(
            "<h{0} id=\"{1}\">{2}<a class=\"anchor\" href=\"#{1}\" aria-label=\"Link to “{3}”\">#</a></h{0}>\n", level,
            anchor, line(heading.words), html_text(heading_)));
    }

    void write(const Paragraph& paragraph) { sink_("<p>" + line(paragraph.words) + "</p>\n"); }

    void write(const Note& note) { sink_("<aside class=\"note\" role=\"note\">" + line(note.words) + "</aside>\n"); }

    void write(const Bullets& list) {
        const std::string_view tag = list.numbered ? "ol" : "ul";
        sink_(fmt::format("<{}>\n", tag));
        for (const Bullets::Item& item : list.items) {
            sink_("<li>" + line(item.words));
            if (!item.below.empty()) sink_("\n<ul>\n");
            for (const Words& below : item.below) sink_("<li>" + line(below) + "</li>\n");
            sink_(item.below.empty() ? "</li>\n" : "</ul></li>\n");
        }
        sink_(fmt::format("</{}>\n", tag));
    }

    void write(const Table& table) {
        std::vector<std::size_t> shown;
        for (std::size_t index = 0; index < table.columns.size(); ++index) {
            if (table.columns[index].readers == Column::For::all) shown.push_back(index);
        }
        if (shown.empty()) return;  // for programs alone
        if (table.layout == Table::Layout::card) return write_card(table, shown);
        if (table.layout == Table::Layout::line) return write_line(table, shown);
        const std::size_t rows = std::min(table.rows.size(), table.most_shown);
        constexpr std::size_t kTall = 40;  // with more, the head of the table stays in sight
        const std::string title = html_text(table.title.empty() ? heading_ : table.title);
        sink_(fmt::format(
            "<div class=\"table{}{}\" role=\"region\" tabindex=\"0\" aria-label=\"{}\">\n<table{}{}>\n<thead><tr>",
            rows > kTall ? " tall" : "", table.layout == Table::Layout::form ? " to-fill" : "", title, id_of(table),
            table.sortable && rows > 1 ? " class=\"sortable\"" : ""));
        std::vector<std::string_view> widths(table.columns.size());
        for (const std::size_t index : shown) {
            const Column& column = table.columns[index];
            widths[index] = width_of(table, index, rows);
            sink_(fmt::format("<th scope=\"col\"{}>{}</th>", classes({class_of(column.align), widths[index]}),
                              html_text(column.title)));
        }
        sink_("</tr></thead>\n<tbody>\n");
        for (std::size_t row = 0; row < rows; ++row) {
            sink_("<tr>");
            for (const std::size_t index : shown) {
                static const TableCell kNothing;
                const TableCell& cell = index < table.rows[row].size() ? table.rows[row][index] : kNothing;
                const bool heads = index == shown.front();
                sink_(fmt::format("<{0}{1}{2}>{3}</{4}>", heads ? "th scope=\"row\"" : "td",
                                  classes({class_of(table.columns[index].align), class_of(cell.tone)}), sort_key(cell),
                                  line(cell.words), heads ? "th" : "td"));
            }
            sink_("</tr>\n");
        }
        sink_("</tbody>\n</table>\n</div>\n");
        if (rows < table.rows.size())
            sink_(fmt::format("<p class=\"more\">… and {} more.</p>\n", table.rows.size() - rows));
    }

    // Columns with much to read are given room, and the table is rather scrolled.
    static std::string_view width_of(const Table& table, std::size_t column, std::size_t rows) {
        constexpr std::size_t kMedium = 14;
        constexpr std::size_t kLong = 40;
        std::size_t widest = 0;
        for (std::size_t row = 0; row < rows; ++row) {
            if (column < table.rows[row].size())
                widest = std::max(widest, display_width(table.rows[row][column].words.plain()));
        }
        // In a matrix columns are compared, and stand close.
        const bool centred = table.columns[column].align == Column::Align::centre;
        return widest > kLong && !centred ? "long" : widest > kMedium ? "medium" : "";
    }

    static std::string id_of(const Table& table) {
        return fmt::format(" id=\"ims:table-{}\"", percent_encoded(table.key, "-_."));
    }

    void write_line(const Table& table, const std::vector<std::size_t>& shown) {
        std::string text;
        for (const std::vector<TableCell>& row : table.rows) {
            for (const std::size_t index : shown) {
                if (index >= row.size() || row[index].words.empty()) continue;
                text += fmt::format("{}<span>{}</span>", text.empty() ? "" : " · ", line(row[index].words));
            }
        }
        sink_(fmt::format("<p class=\"about\"{}>{}</p>\n", id_of(table), text));
    }

    void write_card(const Table& table, const std::vector<std::size_t>& shown) {
        bool first = true;
        for (const std::vector<TableCell>& row : table.rows) {
            sink_(fmt::format("<dl class=\"card\"{}>\n", first ? id_of(table) : ""));
            first = false;
            for (const std::size_t index : shown) {
                if (index >= row.size() || row[index].words.empty()) continue;
                sink_(fmt::format("<div><dt>{}</dt><dd>{}</dd></div>\n", html_text(table.columns[index].title),
                                  line(row[index].words)));
            }
            sink_("</dl>\n");
        }
    }

    void write(const Diagram& diagram) {
        sink_(html_diagram(diagram, heading_.empty() ? "Drawing" : heading_, ++drawings_, style_));
    }

    std::string line(const Words& words) const {
        std::string out;
        for (const Inline& part : words.parts()) out += piece(part);
        return std::string(trim(out));
    }

    std::string piece(const Inline& part) const {
        const std::string text = html_text(part.text);
        switch (part.kind) {
            case Inline::Kind::text: return text;
            case Inline::Kind::strong: return "<strong>" + text + "</strong>";
            case Inline::Kind::emphasis: return "<em>" + text + "</em>";
            case Inline::Kind::code: return trim(text).empty() ? "" : "<code>" + text + "</code>";
            case Inline::Kind::record:
            case Inline::Kind::place: {
                const auto to = link_target(style_, part, "html");
                if (!to) return text;
                if (to->is_address) {
                    return link(part, html_text(encoded_address(to->path)) + '#' + to->fragment,
                                " rel=\"noopener noreferrer\"");
                }
                return link(part, encoded_path(to->path) + (to->fragment.empty() ? "" : '#' + to->fragment));
            }
            case Inline::Kind::section: return link(part, "#" + html_text(part.target));
            case Inline::Kind::report: {
                const std::string file = place_of_report(style_, part.target, "html");
                return file.empty() ? text : link(part, encoded_path(file));
            }
            case Inline::Kind::url:
                if (!is_web_address(part.target)) return text;
                return link(part, html_text(encoded_address(part.target)), " rel=\"noopener noreferrer\"");
        }
        return {};
    }

    static std::string link(const Inline& part, const std::string& destination, const std::string& more = {}) {
        const std::string_view text = trim(part.text);
        const std::string_view shown = text.empty() ? std::string_view(part.target) : text;
        return fmt::format("<a href=\"{}\"{}>{}</a>", destination, more, html_text(shown));
    }

    const DocumentStyle& style_;
    const Sink& sink_;
    std::string heading_;  // the last one
    std::size_t drawings_ = 0;
};

}  // namespace

void document_formats::html(const Document& document, const DocumentStyle& style, const Sink& sink) {
    HtmlWriter(style, sink).write(document);
}

}  // namespace ims
