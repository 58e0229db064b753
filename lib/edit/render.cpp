#include "edit/render.h"

#include <algorithm>
#include <variant>

#include <fmt/format.h>

#include "base/text.h"
#include "edit/place_of_operation.h"
#include "schema/asked_entry.h"
#include "yaml/place.h"
#include "yaml/rewrite.h"

namespace ims {
namespace {

// A text that is to be an item of a list, and is one there already, would only stand there twice.
Outcome refuse_twice(const OperationPlace& at, std::string_view text) {
    const YamlTree& tree = at.parsed->tree;
    const NodeId list = list_of_item(tree, at.node);
    if (!list.known()) return Nothing{};
    for (const NodeId item : tree.items(list)) {
        if (item != at.node && tree[item].type == NodeType::scalar && at.parsed->text(item) == text)
            return Error{fmt::format("`{}` stands in the same list already; take one of the two out", visible(text))};
    }
    return Nothing{};
}

struct Writer {
    const OperationPlace& at;
    const Schema& schema;
    bool with_comments = true;

    Result<TextEdit> operator()(const ReplaceValue& operation) const {
        if (!operation.typed && !operation.for_aliases) IMS_TRY(refuse_twice(at, operation.value));
        return replace_scalar(at.parsed->tree, at.parsed->bytes, at.node, operation.value,
                              operation.typed ? Meant::typed : Meant::text);
    }
    Result<TextEdit> operator()(const ReplaceText& operation) const {
        IMS_TRY_ASSIGN(TextEdit edit,
                       replace_in_scalar(at.parsed->tree, at.parsed->bytes, at.node, operation.was, operation.text));
        std::string text(at.parsed->text(at.node));
        text.replace(text.find(operation.was), operation.was.size(), operation.text);
        IMS_TRY(refuse_twice(at, text));
        return edit;
    }
    Result<TextEdit> operator()(const AddItem& operation) const {
        return add_item(at.parsed->tree, at.parsed->bytes, at.node, operation.item, operation.more);
    }
    Result<TextEdit> operator()(const ReplaceWith& operation) const {
        return replace_with(at.parsed->tree, at.parsed->bytes, at.node, operation.value);
    }
    Result<TextEdit> operator()(const AddEntries& operation) const {
        return add_entries(at.parsed->tree, at.parsed->bytes, at.node, operation.entries, operation.behind);
    }
    Result<TextEdit> operator()(const AskForFields& operation) const {
        return (*this)(with_comments ? entries_asked_for(schema, operation)
                                     : bare_entries_asked_for(schema, operation));
    }
    Result<TextEdit> operator()(const RemoveEntry& operation) const {
        return remove_entry(at.parsed->tree, at.parsed->bytes, at.node, notes(operation.with_comments));
    }
    Result<TextEdit> operator()(const RemoveItem& operation) const {
        return remove_item(at.parsed->tree, at.parsed->bytes, at.node, notes(operation.with_comments));
    }
    static Notes notes(bool go) { return go ? Notes::go : Notes::stay; }
};

// Two at one place would come in no certain order.
bool overlap(const Edit& first, const Edit& second) {
    return first.span.file == second.span.file &&
           (second.span.begin < first.span.end || second.span.begin == first.span.begin);
}

Result<std::vector<Edit>> render(const Analysis& analysis, const Fix& fix, bool with_comments) {
    std::vector<Edit> edits;
    for (const Operation& operation : fix.operations) {
        IMS_TRY_ASSIGN(const OperationPlace at, find_place(analysis, operation));
        IMS_TRY_ASSIGN(TextEdit edit, std::visit(Writer{at, analysis.schema, with_comments}, operation));
        edits.push_back({{place_of(operation).file, edit.begin, edit.end}, std::move(edit.text)});
    }
    std::ranges::sort(edits, {}, &Edit::span);
    if (std::ranges::adjacent_find(edits, overlap) != edits.end()) return Error{"two of its changes meet at one place"};
    return edits;
}

}  // namespace

NodeId list_of_item(const YamlTree& tree, NodeId node) {
    const NodeId parent = place_of(tree, node).parent;
    return parent.known() && tree[parent].type == NodeType::list ? parent : NodeId();
}

Result<std::vector<Edit>> render(const Analysis& analysis, const Fix& fix) { return render(analysis, fix, true); }

bool can_be_rendered(const Analysis& analysis, const Fix& fix) { return render(analysis, fix, false).has_value(); }

std::optional<FileId> HalfReadFiles::in(const Fix& fix) {
    for (const Operation& operation : fix.operations) {
        const FileId file = place_of(operation).file;
        const auto [known, first] = known_.try_emplace(file, false);
        if (first) {
            const auto& documents = analysis_.graph.value_sources(file).own.parsed->tree.documents;
            known->second = std::ranges::any_of(documents, &YamlDocument::broken);
        }
        if (known->second) return file;
    }
    return std::nullopt;
}

}  // namespace ims
