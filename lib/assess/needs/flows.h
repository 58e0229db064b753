// What processes give each other: outputs matched with inputs by what the item is called. Drafts count, since a flow
// that is planned is no gap; retired and unread processes do not.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "link/graph.h"

namespace ims {

class Flows {
public:
    // Whether a process, or a part of it, has an output that is this item.
    [[nodiscard]] bool gives(RecordId process, const FieldView& item) const;
    // The processes with an output, or with an input, that is this item; in the order of records, each once.
    [[nodiscard]] std::vector<RecordId> givers(const FieldView& item) const { return with(givers_, item); }
    [[nodiscard]] std::vector<RecordId> takers(const FieldView& item) const { return with(takers_, item); }
    // The processes that something of this one goes to: those that its outputs name, that name it in an input, or that
    // take one of its outputs without saying from whom. Each once.
    [[nodiscard]] std::vector<RecordId> next(RecordId process) const;
    // What the outputs of a process are called, as written.
    [[nodiscard]] std::vector<std::string_view> outputs(RecordId process) const;
    // The inputs, of any process, that name this process as where they come from.
    [[nodiscard]] std::span<const FieldView> claims(RecordId process) const;

private:
    friend Flows find_flows(const Graph& graph);
    using ByItem = std::unordered_map<std::string, std::vector<RecordId>>;
    // Two items are the same if they share a name: a text in lower case, a record by `kind/id` and by its title.
    [[nodiscard]] std::vector<std::string> names(const FieldView& item) const;
    [[nodiscard]] std::vector<RecordId> with(const ByItem& by_item, const FieldView& item) const;
    void add(ByItem& by_item, const FieldView& item, RecordId process) const;

    const Graph* graph_ = nullptr;
    ByItem givers_;
    ByItem takers_;
    ByItem open_takers_;  // those of an input that does not say where it comes from
    std::unordered_map<RecordId, std::vector<FieldView>> claims_;
    std::unordered_map<RecordId, std::vector<RecordId>> claimants_;  // the processes of those inputs
    std::unordered_map<RecordId, std::vector<RecordId>> parts_;
};

Flows find_flows(const Graph& graph);

}  // namespace ims
