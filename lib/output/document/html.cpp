// A document as one page for a browser: nothing is fetched, and nothing runs but our own script, whose hash the page
// names. Without the script all can be read.
#include <algorithm>
#include <array>
#include <vector>

#include <fmt/format.h>

#include "base/sha256.h"
#include "base/text.h"
#include "output/document/chart.h"
#include "output/document/diagram_html.h"
#include "output/document/document_format.h"
#include "output/document/html_site.h"
#include "output/document/html_text.h"
#include "output/document/html_words.h"
#include "output/document/page_texts.h"

namespace ims {
namespace {

// The same for every page, and so are their hashes.
struct Frame {
    std::string style = "\n" + std::string(page_css()) + std::string(drawing_css());
    std::string script = "\n" + std::string(page_js()) + std::string(drawing_js());
    std::string policy = "default-src 'none'; style-src 'sha256-" + sha256_base64(style) + "'; script-src 'sha256-" +
                         sha256_base64(script) + "'; img-src data:; base-uri 'none'; form-action 'none'";
};

const Frame& frame() {
    static const Frame kFrame;
    return kFrame;
}

class HtmlWriter {
public:
    HtmlWriter(const DocumentStyle& style, const Sink& sink) : style_(style), sink_(sink) {}

    void write(const Document& document) {
        // What fits one page needs none.
        const std::string contents = document.paper == Paper::one_page ? std::string() : contents_of(document);
        std::string title = document.title.empty() ? document.report : document.title;
        if (!document.organisation.empty()) title += ": " + document.organisation;
        sink_(
            "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
            "<meta http-equiv=\"Content-Security-Policy\" content=\"" +
            frame().policy +
            "\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
            "<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n"
            "<meta name=\"generator\" content=\"ims\">\n<link rel=\"icon\" href=\"data:,\">\n");
        sink_("<title>" + html_text(title) + "</title>\n<style>");
        sink_(frame().style);
        constexpr std::array<std::string_view, 3> kPapers = {"", "across", "one-page"};
        const std::string_view paper = kPapers[static_cast<std::size_t>(document.paper)];
        sink_(fmt::format("</style>\n</head>\n<body{}>\n", html_classes({paper})));
        const std::string menu = html_menu(style_, here(document));
        if (!menu.empty() || !contents.empty())
            sink_(fmt::format("<a class=\"skip\" href=\"#{}\">To the report</a>\n", kHtmlMain));
        sink_(menu);
        sink_(contents.empty() ? "<div>\n" : "<div class=\"with-contents\">\n");
        sink_(contents);
        sink_(fmt::format("<main id=\"{}\">\n", kHtmlMain));
        for (const Block& block : document.blocks) {
            std::visit([this](const auto& each) { write(each); }, block);
        }
        sink_("</main>\n</div>\n<script>");
        sink_(frame().script);
        sink_("</script>\n</body>\n</html>\n");
    }

private:
    // As links call the page.
    static std::string here(const Document& document) {
        return document.subject.empty() ? document.report : fmt::format("{} {}", document.report, document.subject);
    }

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
            "<nav class=\"contents\" aria-label=\"Contents\">\n"
            "<details><summary>Contents</summary>\n<ul>\n{}</ul>\n</details>\n</nav>\n",
            list);
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

    void write(const Table& table) { write_html_table(style_, table, heading_, sink_); }

    void write(const Search& search) { sink_(html_search(style_, search)); }

    void write(const Diagram& diagram) {
        sink_(html_diagram(diagram, heading_.empty() ? "Drawing" : heading_, ++drawings_, style_));
    }

    void write(const Chart& chart) { sink_(html_chart(chart, heading_.empty() ? "Drawing" : heading_, ++drawings_)); }

    [[nodiscard]] std::string line(const Words& words) const { return html_line(style_, words); }

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
