#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "fuzz/targets.h"
#include "yaml/alias_values.h"
#include "yaml/canonical.h"
#include "yaml/describe.h"
#include "yaml/tree.h"

namespace ims::fuzz {
namespace {

bool has_text(const YamlNode& node) { return node.type == NodeType::scalar || node.type == NodeType::null; }

// Of a tree by itself: its places are inside the file, its texts are texts, and what could not be read is said.
std::string flaw_of(const YamlTree& tree, std::string_view bytes) {
    if (std::string flaw = test::find_flaw(tree, bytes); !flaw.empty()) return flaw;
    for (std::uint32_t index = 0; index < tree.nodes.size(); ++index) {
        if (has_text(tree.nodes[index]) && first_invalid_utf8(tree.text(NodeId(index), bytes)) != std::string::npos)
            return "node " + std::to_string(index) +
                   ": its text is no UTF-8: " + visible(tree.text(NodeId(index), bytes));
    }
    const bool broken = std::ranges::any_of(tree.documents, &YamlDocument::broken);
    if (broken && tree.problems.empty()) return "a document is broken, and nobody says why";
    for (const YamlDocument& document : tree.documents) {
        if (!document.root.known()) continue;
        if (first_invalid_utf8(canonical(tree, bytes, document.root)) != std::string::npos)
            return "what a document says is no UTF-8";
    }
    return {};
}

// How a tree that should say the same differs from `tree`, whose bytes it has, but moved by `shift`; empty: it does
// not.
std::string difference(const YamlTree& tree, std::string_view bytes, const YamlTree& other, std::string_view its_bytes,
                       std::uint32_t shift, bool same_places) {
    if (tree.nodes.size() != other.nodes.size()) return "as many nodes";
    for (std::uint32_t index = 0; index < tree.nodes.size(); ++index) {
        const YamlNode& a = tree.nodes[index];
        const YamlNode& b = other.nodes[index];
        const std::string name = "node " + std::to_string(index) + ": ";
        if (a.type != b.type || a.style != b.style || a.anchored != b.anchored) return name + "the same type and style";
        if (a.is_collection() && a.next != b.next) return name + "as many nodes below it";
        if (a.type == NodeType::alias && a.text_begin != b.text_begin) return name + "the same meaning";
        if (same_places && (a.begin + shift != b.begin || a.end + shift != b.end)) return name + "the same place";
        if (has_text(a) && tree.text(NodeId(index), bytes) != other.text(NodeId(index), its_bytes))
            return name + "the same text";
    }
    if (tree.problems.size() != other.problems.size()) return "as many problems";
    for (std::size_t index = 0; index < tree.problems.size(); ++index) {
        const YamlProblem& a = tree.problems[index];
        const YamlProblem& b = other.problems[index];
        if (a.mistake != b.mistake || (same_places && (a.begin + shift != b.begin || a.end + shift != b.end)))
            return "problem " + std::to_string(index) + ": the same";
    }
    if (tree.unread.size() != other.unread.size()) return "as many unread lines";
    return {};
}

bool has_mark_or_nul(std::string_view bytes) {
    const std::string_view begin = bytes.substr(0, 8);  // where encodings are told by
    return begin.find('\0') != std::string_view::npos || begin.starts_with("\xef\xbb\xbf") ||
           begin.starts_with("\xfe\xff") || begin.starts_with("\xff\xfe");
}

// A comment before all else moves what follows, and changes nothing.
std::string flaw_behind_comment(const YamlTree& tree, std::string_view bytes) {
    if (has_mark_or_nul(bytes)) return {};
    const std::string_view comment = "# moved by a line\n";
    const std::string moved = std::string(comment) + std::string(bytes);
    const std::string differs =
        difference(tree, bytes, parse_yaml(moved), moved, static_cast<std::uint32_t>(comment.size()), true);
    return differs.empty() ? "" : "behind a comment it has not " + differs;
}

// Lines end as an editor likes.
std::string flaw_with_other_line_ends(const YamlTree& tree, std::string_view bytes) {
    if (bytes.find('\r') != std::string_view::npos || has_mark_or_nul(bytes)) return {};
    std::string other;
    for (const char c : bytes) {
        if (c == '\n') other += '\r';
        other += c;
    }
    const std::string differs = difference(tree, bytes, parse_yaml(other), other, 0, false);
    return differs.empty() ? "" : "with carriage returns it has not " + differs;
}

}  // namespace

std::string parser(std::string_view input) {
    const YamlTree tree = parse_yaml(input);
    if (std::string flaw = flaw_of(tree, input); !flaw.empty()) return flaw;
    // Elsewhere in memory.
    const std::string copy = " " + std::string(input);
    if (parse_yaml(std::string_view(copy).substr(1)) != tree) return "equal bytes give another tree";
    if (tree.problems.empty()) {
        if (const std::string span = test::find_unstable_span(tree, input); !span.empty())
            return "by itself this is read otherwise: " + visible(span);
    }
    if (std::string flaw = flaw_behind_comment(tree, input); !flaw.empty()) return flaw;
    if (std::string flaw = flaw_with_other_line_ends(tree, input); !flaw.empty()) return flaw;
    if (std::string flaw = flaw_of(parse_yaml(input, {3, 200, {{5, 20}, {0, 0}}}), input); !flaw.empty())
        return "within narrow limits: " + flaw;
    if (!tree.added.any()) return {};
    const YamlTree unread = unread_tree(tree, input, {Mistake::folder_aliases_too_large, 0, 0, 1});
    if (!unread.nodes.empty()) return "what aliases swell keeps values";
    if (std::string flaw = flaw_of(unread, input); !flaw.empty()) return "unread: " + flaw;
    return {};
}

}  // namespace ims::fuzz
