#include "yaml/describe.h"

#include <cstddef>
#include <vector>

#include "diagnostics/rule_book.h"
#include "diagnostics/voice.h"
#include "yaml/messages.h"

namespace ims::test {

namespace {

std::string on_one_line(std::string_view text) {
    std::string line;
    for (const char c : text) {
        if (c == '\n') {
            line += "\\n";
        } else if (c == '\r') {
            line += "\\r";
        } else if (c == '\t') {
            line += "\\t";
        } else {
            line += c;
        }
    }
    return line;
}

std::string span(std::string_view bytes, std::uint32_t begin, std::uint32_t end) {
    return "<" + on_one_line(bytes.substr(begin, end - begin)) + ">";
}

std::string describe_node(const YamlTree& tree, std::string_view bytes, std::uint32_t index) {
    const YamlNode& node = tree.nodes[index];
    std::string text = node.anchored ? "&" : "";
    if (node.type == NodeType::alias) {
        return text + "*" + span(bytes, node.begin, node.end) + "->" +
               std::to_string(tree.resolved(NodeId(index)).index());
    }
    if (node.type == NodeType::null || node.type == NodeType::scalar) {
        const std::string_view value = tree.text(NodeId(index), bytes);
        text += span(bytes, node.begin, node.end);
        if (node.type == NodeType::null) text += node.begin == node.end ? "@" + std::to_string(node.begin) : "=null";
        if (value != bytes.substr(node.begin, node.end - node.begin)) text += "=" + on_one_line(value);
        return text;
    }
    const bool map = node.type == NodeType::map;
    text += map ? "{" : "[";
    bool key = map;
    for (std::uint32_t child = index + 1; child < node.next; child = tree.after(NodeId(child))) {
        if (child > index + 1) text += map && !key ? ": " : ", ";
        text += describe_node(tree, bytes, child);
        key = !key;
    }
    text += map ? "}" : "]";
    return text + "@" + std::to_string(node.begin) + "-" + std::to_string(node.end);
}

std::string flaw_of_node(const YamlTree& tree, std::string_view bytes, std::uint32_t index) {
    const YamlNode& node = tree.nodes[index];
    const std::string name = "node " + std::to_string(index) + ": ";
    if (node.begin > node.end || node.end > bytes.size()) return name + "span out of bounds";
    const std::uint32_t after = tree.after(NodeId(index));
    if (after <= index || after > tree.nodes.size()) return name + "the node after it is out of bounds";
    if (node.type == NodeType::alias && (node.text_begin >= index || tree.after(NodeId(node.text_begin)) > index)) {
        return name + "alias to something that does not end before it";
    }
    if (node.type == NodeType::scalar || node.type == NodeType::null) {
        const std::size_t size = node.text_in_arena ? tree.arena.size() : bytes.size();
        if (node.text_begin > node.text_end || node.text_end > size) return name + "text out of bounds";
    }
    if (!node.is_collection()) return {};
    std::size_t children = 0;
    std::uint32_t at = node.begin;
    for (std::uint32_t child = index + 1; child < after; child = tree.after(NodeId(child)), ++children) {
        if (tree.nodes[child].begin < at || tree.nodes[child].end > node.end)
            return name + "child outside or out of order";
        at = tree.nodes[child].end;
        if (tree.after(NodeId(child)) > after) return name + "child reaches too far";
    }
    if (node.type == NodeType::map && children % 2 != 0) return name + "key without value";
    return {};
}

bool has_line_at_margin(std::string_view text) {
    for (std::size_t at = 1; at < text.size(); ++at) {
        const bool begins_line = text[at - 1] == '\n' || text[at - 1] == '\r';
        if (begins_line && text[at] != ' ' && text[at] != '\n' && text[at] != '\r') return true;
    }
    return false;
}

std::string_view without_blank_end(std::string_view text) {
    const std::size_t last = text.find_last_not_of(" \t\n");
    return text.substr(0, last == std::string_view::npos ? 0 : last + 1);
}

}  // namespace

std::string describe(const YamlTree& tree, std::string_view bytes) {
    std::string text;
    for (const YamlDocument& document : tree.documents) {
        if (!text.empty()) text += " --- ";
        if (document.root.known()) {
            text += describe_node(tree, bytes, document.root.value);
        } else {
            text += document.broken ? "broken" : "none";
        }
    }
    return text;
}

std::string describe_problems(const YamlTree& tree, std::string_view bytes) {
    static const RuleBook book = RuleBook::built_in();  // without the rules' code, which fuzzers do without
    std::string text;
    for (const YamlProblem& problem : tree.problems) {
        if (!text.empty()) text += "; ";
        text += std::string(book[rule_of(problem.mistake)].name) + " " + span(bytes, problem.begin, problem.end);
    }
    return text;
}

std::string describe_words(const YamlTree& tree, std::string_view bytes) {
    std::string text;
    for (const YamlProblem& problem : tree.problems) {
        const ProblemWords words = problem_words(problem, tree, bytes);
        if (!text.empty()) text += " | ";
        text += words.message + "; " + words.help;
        if (words.related.empty()) continue;
        text += " (" + words.related + " " + span(bytes, problem.related_begin, problem.related_end) + ")";
    }
    return text;
}

ProblemWords problem_words(const YamlProblem& problem, const YamlTree& tree, std::string_view bytes) {
    Arena arena;
    const YamlWords words = words_of(problem, tree, bytes, arena);
    return {words.rule, for_editors(words.message), for_editors(words.help), for_editors(words.related)};
}

std::string find_flaw(const YamlTree& tree, std::string_view bytes) {
    for (std::uint32_t index = 0; index < tree.nodes.size(); ++index) {
        if (std::string flaw = flaw_of_node(tree, bytes, index); !flaw.empty()) return flaw;
    }
    std::size_t node = 0;
    std::uint32_t at = 0;
    for (const YamlDocument& document : tree.documents) {
        if (document.begin < at || document.end < document.begin || document.end > bytes.size())
            return "document out of order";
        at = document.end;
        if (!document.root.known()) continue;
        if (document.broken) return "a broken document has a root";
        if (document.root.index() != node) return "a root is not where the last document ended";
        node = tree.after(document.root);
    }
    if (node != tree.nodes.size()) return "nodes outside all documents";
    std::uint32_t last = 0;
    for (const YamlProblem& problem : tree.problems) {
        if (problem.begin < last) return "problems out of order";
        last = problem.begin;
        if (problem.begin > problem.end || problem.end > bytes.size()) return "problem out of bounds";
        if (problem.related_begin > problem.related_end || problem.related_end > bytes.size())
            return "related place out of bounds";
        const std::size_t size = problem.word_in_arena ? tree.arena.size() : bytes.size();
        if (problem.word_begin > problem.word_end || problem.word_end > size) return "word out of bounds";
        const ProblemWords words = problem_words(problem, tree, bytes);
        if (words.message.empty() || words.help.empty()) return "problem without words";
        if (words.related.empty() != (problem.related_begin == problem.related_end)) return "half a related place";
    }
    for (const UnreadLine& line : tree.unread) {
        if (line.begin >= line.end || line.end > bytes.size()) return "unread line out of bounds";
    }
    return {};
}

std::string find_unstable_span(const YamlTree& tree, std::string_view bytes) {
    for (std::uint32_t index = 0; index < tree.nodes.size(); ++index) {
        const YamlNode& node = tree.nodes[index];
        if (node.type != NodeType::scalar && (node.type != NodeType::null || node.begin == node.end)) continue;
        const std::string span(bytes.substr(node.begin, node.end - node.begin));
        const bool block = node.style == ScalarStyle::literal || node.style == ScalarStyle::folded;
        // A key such as `notes:` in `notes:: x`, or `-` in `-: x`, is one only before its own colon.
        if (node.style == ScalarStyle::plain && (span.ends_with(':') || span == "-" || span == "?")) continue;
        // A number in the first line counts from the indentation around; a line at the margin is no part of a list
        // item.
        if (has_line_at_margin(span) || (block && span.find_first_of("123456789") < span.find('\n'))) continue;
        const std::string alone = "- " + span;
        const YamlTree again = parse_yaml(alone);
        if (!again.problems.empty() || again.nodes.size() != 2) return span;
        if (again.nodes[1].type != node.type || again.nodes[1].style != node.style) return span;
        if (again.nodes[1].begin != 2 || again.nodes[1].end != alone.size()) return span;
        std::string_view text = tree.text(NodeId(index), bytes);
        std::string_view read = again.text(NodeId(1), alone);
        if (block) {  // the blank lines after it are outside the span
            text = without_blank_end(text);
            read = without_blank_end(read);
        }
        if (read != text) return span;
    }
    return {};
}

}  // namespace ims::test
