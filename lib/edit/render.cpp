#include "edit/render.h"

#include <algorithm>
#include <variant>

#include "edit/place_of_operation.h"
#include "yaml/rewrite.h"

namespace ims {
namespace {

Result<TextEdit> written(const OperationPlace& at, const ReplaceValue& operation) {
    return replace_scalar(at.parsed->tree, at.parsed->bytes, at.node, operation.value,
                          operation.typed ? Meant::typed : Meant::text);
}

Result<TextEdit> written(const OperationPlace& at, const ReplaceText& operation) {
    return replace_in_scalar(at.parsed->tree, at.parsed->bytes, at.node, operation.was, operation.text);
}

Result<TextEdit> written(const OperationPlace& at, const AddItem& operation) {
    return add_item(at.parsed->tree, at.parsed->bytes, at.node, operation.item);
}

Result<TextEdit> written(const OperationPlace& at, const ReplaceWith& operation) {
    return replace_with(at.parsed->tree, at.parsed->bytes, at.node, operation.value);
}

Result<TextEdit> written(const OperationPlace& at, const AddEntries& operation) {
    return add_entries(at.parsed->tree, at.parsed->bytes, at.node, operation.entries, operation.behind);
}

Result<TextEdit> written(const OperationPlace& at, const RemoveEntry&) {
    return remove_entry(at.parsed->tree, at.parsed->bytes, at.node);
}

Result<TextEdit> written(const OperationPlace& at, const RemoveItem&) {
    return remove_item(at.parsed->tree, at.parsed->bytes, at.node);
}

// Two at one place would come in no certain order.
bool overlap(const Edit& first, const Edit& second) {
    return first.span.file == second.span.file &&
           (second.span.begin < first.span.end || second.span.begin == first.span.begin);
}

}  // namespace

Result<std::vector<Edit>> render(const Analysis& analysis, const Fix& fix) {
    std::vector<Edit> edits;
    for (const Operation& operation : fix.operations) {
        IMS_TRY_ASSIGN(const OperationPlace at, find_place(analysis, operation));
        IMS_TRY_ASSIGN(TextEdit edit, std::visit([&](const auto& each) { return written(at, each); }, operation));
        edits.push_back({{place_of(operation).file, edit.begin, edit.end}, std::move(edit.text)});
    }
    std::ranges::sort(edits, {}, &Edit::span);
    if (std::ranges::adjacent_find(edits, overlap) != edits.end()) return Error{"two of its changes meet at one place"};
    return edits;
}

}  // namespace ims
