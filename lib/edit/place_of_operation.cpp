#include "edit/place_of_operation.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <variant>
#include <vector>

#include "base/assert.h"

#include "yaml/rewrite.h"

namespace ims {
namespace {

// The collections around a node, the outermost first; empty for the root of a document.
std::vector<NodeId> around(const YamlTree& tree, NodeId node) {
    std::vector<NodeId> out;
    const auto next = std::ranges::upper_bound(tree.documents, tree[node].begin, {}, &YamlDocument::begin);
    if (next == tree.documents.begin()) return out;
    NodeId at = std::prev(next)->root;
    while (at.known() && at < node && tree.after(at) > node.value) {
        out.push_back(at);
        NodeId child(at.value + 1);
        while (tree.after(child) <= node.value) child = NodeId(tree.after(child));
        at = child;
    }
    return out;
}

// A list by indentation is written by the bytes of its only item: where a text is due, that one is meant.
NodeId innermost(const YamlTree& tree, NodeId node) {
    while (tree[node].is_collection() && tree.after(node) > node.value + 1) {
        const NodeId first(node.value + 1);
        if (tree[first].begin != tree[node].begin || tree[first].end != tree[node].end) break;
        node = first;
    }
    return node;
}

bool has_form(const YamlNode& node, NewValue::Form form) {
    switch (form) {
        case NewValue::Form::list: return node.type == NodeType::list;
        case NewValue::Form::map: return node.type == NodeType::map;
        case NewValue::Form::text: return node.type == NodeType::scalar;
        case NewValue::Form::nothing: return node.type == NodeType::null;
    }
    return false;
}

// Of the nodes that are written by the same bytes the outermost of a form; the outermost of all where none has it.
NodeId of_form(const YamlTree& tree, NodeId outermost, NewValue::Form form) {
    const YamlNode& whole = tree[outermost];
    for (NodeId node = outermost; tree[node].begin == whole.begin && tree[node].end == whole.end;) {
        if (has_form(tree[node], form)) return node;
        if (tree.after(node) == node.value + 1) break;
        node = NodeId(node.value + 1);
    }
    return outermost;
}

bool is_named_by_alias(const YamlTree& tree, NodeId node) {
    if (!tree[node].anchored) return false;
    return std::ranges::any_of(tree.nodes, [&](const YamlNode& each) {
        return each.type == NodeType::alias && each.text_begin == node.value;
    });
}

bool takes_any_form(const Operation& operation) {
    return std::holds_alternative<AddItem>(operation) || std::holds_alternative<RemoveItem>(operation);
}

bool adds_entries(const Operation& operation) {
    return std::holds_alternative<AddEntries>(operation) || std::holds_alternative<AskForFields>(operation);
}

std::optional<Error> misfit(const YamlNode& node, const Operation& operation) {
    if (node.type == NodeType::alias) return Error{"an alias stands there, which says what another place says"};
    if (const auto* replaced = std::get_if<ReplaceWith>(&operation)) {
        if (has_form(node, replaced->was)) return std::nullopt;
        return Error{"what stands there has another form than what is to be replaced"};
    }
    if (adds_entries(operation)) {
        if (node.type == NodeType::map) return std::nullopt;
        return Error{"no map stands there"};
    }
    if (takes_any_form(operation) || !node.is_collection()) return std::nullopt;
    return Error{"a list or a mapping stands there, and no text"};
}

}  // namespace

Result<OperationPlace> find_place(const Analysis& analysis, const Operation& operation) {
    const Span span = place_of(operation);
    IMS_ASSERT(span.file.index() < analysis.graph.sources().size(), "an operation is on no file of the analysis");
    const ParsedFile& parsed = *analysis.graph.value_sources(span.file).own.parsed;
    if (analysis.graph.sources().is_built_in(span.file))
        return Error{"it stands in a file that comes with the program"};
    if (parsed.tree.nodes.empty()) return Error{"the file was not read as YAML, so nothing in it can be changed"};
    const YamlTree& tree = parsed.tree;
    const auto no_text = [](const YamlProblem& each) {
        return each.mistake == Mistake::not_utf_8 || each.mistake == Mistake::other_encoding;
    };
    if (std::ranges::any_of(tree.problems, no_text)) return Error{"the file is not UTF-8"};
    NodeId node = node_at(tree, span.begin, span.end);
    if (!node.known()) return Error{"no value stands exactly there"};
    if (const auto* replaced = std::get_if<ReplaceWith>(&operation)) node = of_form(tree, node, replaced->was);
    else if (adds_entries(operation)) node = of_form(tree, node, NewValue::Form::map);
    else if (!takes_any_form(operation)) node = innermost(tree, node);
    if (auto error = misfit(tree[node], operation)) return *error;
    const auto* const replaced_text = std::get_if<ReplaceValue>(&operation);
    if (replaced_text != nullptr && replaced_text->for_aliases) return OperationPlace{&parsed, node};
    const std::vector<NodeId> outer = around(tree, node);
    const auto is_named = [&](NodeId each) { return is_named_by_alias(tree, each); };
    if (is_named(node) || std::ranges::any_of(outer, is_named))
        return Error{"an alias names it too, and would then say something else as well"};
    return OperationPlace{&parsed, node};
}

}  // namespace ims
