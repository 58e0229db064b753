#include "output/document/mermaid.h"

#include <iterator>

#include <fmt/format.h>

#include "base/text.h"

namespace ims {
namespace {

// Mermaid writes characters as `#number;`. Letters, digits and other scripts stay as they are.
std::string label(std::string_view raw) {
    constexpr std::size_t kLongest = 60;
    std::string out;
    // Newer versions take `1. ` and `- ` at the beginning for a list, which they then refuse to draw.
    bool begins = true;
    for (const char c : shorten(trim(raw), kLongest)) {
        const bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                           static_cast<unsigned char>(c) >= 0x80 ||
                           std::string_view(" .,-/()'").find(c) != std::string_view::npos;
        const bool list = begins && std::string_view(".-)").find(c) != std::string_view::npos;
        if (plain && !list) out += c;
        else fmt::format_to(std::back_inserter(out), "#{};", static_cast<int>(c));
        begins = begins && c >= '0' && c <= '9';
    }
    return out.empty() ? " " : out;
}

std::string node(std::size_t index, const Diagram::Node& node) {
    std::string_view open = "[";
    std::string_view close = "]";
    switch (node.shape) {
        case Diagram::Shape::box: break;
        case Diagram::Shape::round: open = "(", close = ")"; break;
        case Diagram::Shape::store: open = "[(", close = ")]"; break;
        case Diagram::Shape::person: open = "([", close = "])"; break;
        case Diagram::Shape::diamond: open = "{", close = "}"; break;
    }
    return fmt::format("n{}{}\"{}\"{}\n", index, open, label(node.label), close);
}

}  // namespace

bool fits_mermaid(const Diagram& diagram) {
    return diagram.nodes.size() <= kMostArrows && diagram.arrows.size() <= kMostArrows;
}

std::string mermaid(const Diagram& diagram) {
    std::string out = fmt::format("flowchart {}\n", diagram.direction == Diagram::Direction::right ? "LR" : "TD");
    for (std::size_t group = 0; group < diagram.groups.size(); ++group) {
        out += fmt::format("    subgraph g{}[\"{}\"]\n", group, label(diagram.groups[group]));
        for (std::size_t index = 0; index < diagram.nodes.size(); ++index) {
            if (diagram.nodes[index].group == group) out += "        " + node(index, diagram.nodes[index]);
        }
        out += "    end\n";
    }
    for (std::size_t index = 0; index < diagram.nodes.size(); ++index) {
        if (!diagram.nodes[index].group) out += "    " + node(index, diagram.nodes[index]);
    }
    for (const Diagram::Arrow& arrow : diagram.arrows) {
        const std::string_view line = arrow.line == Diagram::Line::solid ? "-->" : "-.->";
        const std::string text = arrow.label.empty() ? "" : fmt::format("|\"{}\"|", label(arrow.label));
        out += fmt::format("    n{} {}{} n{}\n", arrow.from, line, text, arrow.to);
    }
    return out;
}

}  // namespace ims
