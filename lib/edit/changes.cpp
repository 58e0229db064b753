#include "edit/changes.h"

#include <utility>
#include <variant>

#include <fmt/format.h>

#include "edit/place_of_operation.h"
#include "schema/asked_entry.h"

namespace ims {
namespace {

struct Changer {
    const OperationPlace& at;
    const Schema& schema;
    FixChanges& out;

    NodeChange operator()(const ReplaceValue& operation) const { return {at.node, operation.value, nullptr}; }
    // Requires: what is replaced stands there, as it does in what could be rendered.
    NodeChange operator()(const ReplaceText& operation) const {
        std::string text(at.parsed->text(at.node));
        text.replace(text.find(operation.was), operation.was.size(), operation.text);
        return {at.node, std::move(text), nullptr};
    }
    NodeChange operator()(const AddItem& operation) const {
        return {.node = at.node, .text = std::nullopt, .item = &operation.item, .more = &operation.more};
    }
    NodeChange operator()(const ReplaceWith& operation) const {
        return {at.node, std::nullopt, nullptr, &operation.value};
    }
    NodeChange operator()(const AddEntries& operation) const {
        return {.node = at.node, .text = std::nullopt, .entries = &operation};
    }
    NodeChange operator()(const AskForFields& operation) const {
        out.asked.push_back(std::make_unique<const AddEntries>(entries_asked_for(schema, operation)));
        return (*this)(*out.asked.back());
    }
    NodeChange operator()(const RemoveEntry&) const { return goes(); }
    NodeChange operator()(const RemoveItem&) const { return goes(); }

private:
    [[nodiscard]] NodeChange goes() const { return {.node = at.node, .text = std::nullopt, .goes = true}; }
};

}  // namespace

Result<FixChanges> changes_of(const Analysis& analysis, const Fix& fix) {
    FixChanges out;
    IMS_TRY_ASSIGN(out.edits, render(analysis, fix));
    for (const Operation& operation : fix.operations) {
        IMS_TRY_ASSIGN(const OperationPlace at, find_place(analysis, operation));
        out.nodes[place_of(operation).file].push_back(std::visit(Changer{at, analysis.schema, out}, operation));
    }
    return out;
}

Result<std::string> rewritten(const Analysis& analysis, FileId file, std::span<const Edit> edits,
                              const std::vector<NodeChange>& nodes) {
    const ParsedFile& before = *analysis.graph.value_sources(file).own.parsed;
    std::string bytes;
    std::uint32_t end = 0;
    for (const Edit& edit : edits) {
        bytes.append(before.bytes, end, edit.span.begin - end);
        bytes += edit.text;
        end = edit.span.end;
    }
    bytes.append(before.bytes, end, std::string::npos);
    ParsedFile after = parse_file(std::move(bytes));
    if (const auto difference = unexpected_difference(before, after, nodes)) {
        return Error{analysis.graph.sources()[file].path,
                     fmt::format("it would not be read as it is meant: {}", *difference)};
    }
    return std::move(after.bytes);
}

}  // namespace ims
