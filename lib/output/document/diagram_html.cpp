#include "output/document/diagram_html.h"

#include <fmt/format.h>

#include "base/text.h"
#include "output/document/diagram_layout.h"
#include "output/document/html_text.h"
#include "output/document/raw_text.h"
#include "output/document/svg.h"

namespace ims {
namespace {

class DiagramWriter {
public:
    DiagramWriter(const Diagram& diagram, const DocumentStyle& style) : diagram_(diagram), style_(style) {}

    std::string run(std::string_view title, std::size_t number) const {
        const std::string says = "<p>" + html_text(diagram_.says) + "</p>\n";
        if (!fits_drawing(diagram_)) {
            return fmt::format(
                "{}<aside class=\"note\" role=\"note\">The drawing would be too large: {} and {}. "
                "These are the arrows.</aside>\n{}",
                says, counted(diagram_.nodes.size(), "box", "boxes"), counted(diagram_.arrows.size(), "arrow"),
                words());
        }
        const std::string_view kind = diagram_.layout == Diagram::Layout::lanes ? "diagram wide" : "diagram";
        return fmt::format(
                   "<figure class=\"{0}\" data-title=\"{1}\">\n<div role=\"region\" tabindex=\"0\" "
                   "aria-label=\"Drawing: {1}\">\n{2}</div>\n",
                   kind, html_text(title),
                   svg(diagram_, title, number, [this](const Inline& part) { return href(part); })) +
               "<figcaption><details><summary>The same in words</summary>\n" + says + words() +
               "</details></figcaption>\n</figure>\n";
    }

private:
    [[nodiscard]] std::string href(const Inline& part) const {
        const auto to = link_target(style_, part, "html");
        if (!to) return {};
        if (to->is_address) return html_text(encoded_address(to->path)) + '#' + to->fragment;
        return encoded_path(to->path) + (to->fragment.empty() ? "" : '#' + to->fragment);
    }

    [[nodiscard]] std::string name(std::size_t index) const {
        const Diagram::Node& node = diagram_.nodes[index];
        const std::string to = node.link ? href(*node.link) : std::string();
        const std::string note = node.note.empty() ? "" : " (" + html_text(node.note) + ")";
        const std::string label = html_text(node.label);
        return (to.empty() ? label : fmt::format("<a href=\"{}\">{}</a>", to, label)) + note;
    }

    [[nodiscard]] std::string words() const {
        std::string list = diagram_.layout == Diagram::Layout::around ? lists() : arrows();
        return list.empty() ? list : "<ul>\n" + list + "</ul>\n";
    }

    // The script finds by these numbers what goes along a line.
    [[nodiscard]] std::string arrows() const {
        std::string list;
        for (const Diagram::Arrow& arrow : diagram_.arrows) {
            if (arrow.from >= diagram_.nodes.size() || arrow.to >= diagram_.nodes.size()) continue;
            std::string what = html_text(arrow.label);
            for (const std::string& item : arrow.items) what += (what.empty() ? "" : ", ") + html_text(item);
            const std::string ends = diagram_.layout != Diagram::Layout::lanes
                                         ? ""
                                         : fmt::format(" data-from=\"{}\" data-to=\"{}\"", arrow.from, arrow.to);
            list += fmt::format("<li{}>{} → {}{}</li>\n", ends, name(arrow.from), name(arrow.to),
                                what.empty() ? "" : ": " + what);
        }
        return list;
    }

    [[nodiscard]] std::string lists() const {
        std::string list;
        for (std::size_t group = 0; group < diagram_.groups.size(); ++group) {
            std::string items;
            for (std::size_t index = 1; index < diagram_.nodes.size(); ++index) {
                if (diagram_.nodes[index].group == group) items += "<li>" + name(index) + "</li>\n";
            }
            if (!items.empty())
                list += fmt::format("<li>{}\n<ul>\n{}</ul></li>\n", html_text(diagram_.groups[group].title), items);
        }
        return list;
    }

    const Diagram& diagram_;
    const DocumentStyle& style_;
};

}  // namespace

std::string html_diagram(const Diagram& diagram, std::string_view title, std::size_t number,
                         const DocumentStyle& style) {
    return DiagramWriter(diagram, style).run(title, number);
}

}  // namespace ims
