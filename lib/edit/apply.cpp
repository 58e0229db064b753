#include "edit/apply.h"

#include <map>
#include <utility>
#include <variant>

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
    std::string text(at.parsed->text(at.node));
    text.replace(text.find(operation.was), operation.was.size(), operation.text);
    return {at.node, std::move(text), nullptr};
}

NodeChange change(const OperationPlace& at, const AddItem& operation) {
    return {at.node, std::nullopt, &operation.item};
}

NodeChange change(const OperationPlace& at, const ReplaceWith& operation) {
    return {at.node, std::nullopt, nullptr, &operation.value};
}

NodeChange change(const OperationPlace& at, const AddEntries& operation) {
    return {.node = at.node, .text = std::nullopt, .entries = &operation};
}

NodeChange change(const OperationPlace& at, const RemoveEntry&) {
    return {.node = at.node, .text = std::nullopt, .goes = true};
}

NodeChange change(const OperationPlace& at, const RemoveItem&) {
    return {.node = at.node, .text = std::nullopt, .goes = true};
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

Result<std::vector<ChangedFile>> apply(const Analysis& analysis, const Fix& fix) {
    IMS_TRY_ASSIGN(const std::vector<Edit> edits, render(analysis, fix));
    IMS_TRY_ASSIGN(const Changes changes, find_changes(analysis, fix));
    std::map<FileId, std::string> files;
    // Back to front, so that what stands before an edit stays where it was.
    for (auto edit = edits.rbegin(); edit != edits.rend(); ++edit) {
        const Span span = edit->span;
        const auto [file, first] = files.try_emplace(span.file);
        if (first) file->second = analysis.graph.value_sources(span.file).own.parsed->bytes;
        file->second.replace(span.begin, span.end - span.begin, edit->text);
    }
    std::vector<ChangedFile> out;
    for (auto& [file, bytes] : files) {
        const ParsedFile& before = *analysis.graph.value_sources(file).own.parsed;
        ParsedFile after = parse_file(std::move(bytes));
        if (const auto difference = unexpected_difference(before, after, changes.at(file))) {
            return Error{analysis.graph.sources()[file].path,
                         fmt::format("it would not be read as it is meant: {}", *difference)};
        }
        out.push_back({file, std::move(after.bytes)});
    }
    return out;
}

}  // namespace ims
