#include "output/document/mermaid.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <utility>

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
    const std::string note = node.note.empty() ? "" : " · " + label(node.note);
    return fmt::format("n{}{}\"{}{}\"{}\n", index, open, label(node.label), note, close);
}

// One for each pair of boxes; with two heads where both give.
std::string arrows(const Diagram& diagram) {
    using Pair = std::pair<std::size_t, std::size_t>;
    std::map<Pair, std::size_t> first;
    for (std::size_t index = 0; index < diagram.arrows.size(); ++index)
        first.try_emplace({diagram.arrows[index].from, diagram.arrows[index].to}, index);
    std::string out;
    for (std::size_t index = 0; index < diagram.arrows.size(); ++index) {
        const Diagram::Arrow& arrow = diagram.arrows[index];
        if (first.at({arrow.from, arrow.to}) != index) continue;
        const auto back = arrow.from == arrow.to ? first.end() : first.find({arrow.to, arrow.from});
        const bool both = back != first.end();
        // Only if neither would lose its words.
        const bool joined = both && arrow.label.empty() && diagram.arrows[back->second].label.empty() &&
                            arrow.line == diagram.arrows[back->second].line;
        if (joined && back->second < index) continue;
        constexpr std::string_view kLines[] = {"-->", "-.->", "==>"};
        std::string line(joined ? "<" : "");
        line += kLines[static_cast<std::size_t>(arrow.line)];
        const std::string text = arrow.label.empty() ? "" : fmt::format("|\"{}\"|", label(arrow.label));
        out += fmt::format("    n{} {}{} n{}\n", arrow.from, line, text, arrow.to);
    }
    return out;
}

// Between the lists around and the middle.
std::string ties(const Diagram& diagram) {
    std::string out;
    for (std::size_t group = 0; group < diagram.groups.size(); ++group) {
        if (std::ranges::count(diagram.nodes, std::optional(group), &Diagram::Node::group) == 0) continue;
        switch (diagram.groups[group].side) {
            case Diagram::Side::left: out += fmt::format("    g{} --> n0\n", group); break;
            case Diagram::Side::right: out += fmt::format("    n0 --> g{}\n", group); break;
            case Diagram::Side::above: out += fmt::format("    g{} -.- n0\n", group); break;
            case Diagram::Side::below: out += fmt::format("    n0 -.- g{}\n", group); break;
        }
    }
    return out;
}

}  // namespace

bool fits_mermaid(const Diagram& diagram) {
    return diagram.nodes.size() <= kMostArrows && diagram.arrows.size() <= kMostArrows;
}

std::string mermaid(const Diagram& diagram) {
    const bool right = diagram.direction == Diagram::Direction::right;
    std::string out = fmt::format("flowchart {}\n", right ? "LR" : "TD");
    for (std::size_t group = 0; group < diagram.groups.size(); ++group) {
        std::string nodes;
        for (std::size_t index = 0; index < diagram.nodes.size(); ++index) {
            if (diagram.nodes[index].group == group) nodes += "        " + node(index, diagram.nodes[index]);
        }
        // An empty one would be drawn as a box.
        if (nodes.empty()) continue;
        out += fmt::format("    subgraph g{}[\"{}\"]\n{}    end\n", group, label(diagram.groups[group].title), nodes);
    }
    for (std::size_t index = 0; index < diagram.nodes.size(); ++index) {
        const auto& group = diagram.nodes[index].group;
        if (!group || *group >= diagram.groups.size()) out += "    " + node(index, diagram.nodes[index]);
    }
    return out + (diagram.layout == Diagram::Layout::around ? ties(diagram) : arrows(diagram));
}

}  // namespace ims
