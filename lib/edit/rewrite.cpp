#include "edit/rewrite.h"

#include <map>
#include <utility>

#include <fmt/format.h>

#include "edit/compare_trees.h"
#include "edit/place_of_operation.h"
#include "edit/render.h"

namespace ims {
namespace {

NodeChange change(const OperationPlace& at, const ReplaceValue& operation) {
    return {at.node, operation.value, nullptr};
}

// Requires: what is replaced stands there, as it does in what could be rendered.
NodeChange change(const OperationPlace& at, const ReplaceText& operation) {
    std::string text(at.source->tree->text(at.node, at.source->bytes));
    text.replace(text.find(operation.was), operation.was.size(), operation.text);
    return {at.node, std::move(text), nullptr};
}

NodeChange change(const OperationPlace& at, const AddItem& operation) {
    return {at.node, std::nullopt, &operation.item};
}

using Changes = std::map<FileId, std::vector<NodeChange>>;

Result<Changes> find_changes(const Analysis& analysis, const Fix& fix) {
    Changes changes;
    for (const Operation& operation : fix.operations) {
        IMS_TRY_ASSIGN(const OperationPlace at, find_place(analysis, operation));
        changes[place_of(operation).file].push_back(
            std::visit([&](const auto& each) { return change(at, each); }, operation));
    }
    return changes;
}

}  // namespace

Result<std::vector<RewrittenFile>> rewrite(const Analysis& analysis, const Fix& fix) {
    IMS_TRY_ASSIGN(const std::vector<Edit> edits, render(analysis, fix));
    IMS_TRY_ASSIGN(const Changes changes, find_changes(analysis, fix));
    std::map<FileId, std::string> files;
    // Back to front, so that what stands before an edit stays where it was.
    for (auto edit = edits.rbegin(); edit != edits.rend(); ++edit) {
        const Span span = edit->span;
        const auto [file, first] = files.try_emplace(span.file);
        if (first) file->second = std::string(analysis.graph.value_sources(span.file).own.bytes);
        file->second.replace(span.begin, span.end - span.begin, edit->text);
    }
    std::vector<RewrittenFile> out;
    for (auto& [file, bytes] : files) {
        const ValueSource& source = analysis.graph.value_sources(file).own;
        const YamlTree tree = parse_yaml(bytes);
        const auto difference = unexpected_difference({*source.tree, source.bytes}, {tree, bytes}, changes.at(file));
        if (difference) {
            return Error{fmt::format("{}: it would not be read as it is meant: {}", analysis.graph.sources()[file].path,
                                     *difference)};
        }
        out.push_back({file, std::move(bytes)});
    }
    return out;
}

}  // namespace ims
