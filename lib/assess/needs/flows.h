// What processes give each other: outputs matched with inputs. Records are compared by their ids alone, words by what
// they say, and words with a record by its title. Drafts count, since a flow that is planned is no gap; retired and
// unread processes do not.
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
    // Two items are the same if a name of one is a name that the other looks for.
    struct Names {
        std::vector<std::string> own;
        std::vector<std::string> others;
    };
    // None for an item that could not be read.
    [[nodiscard]] Names names(const FieldView& item) const;
    // Whether a process, or a part of it, has an output that is this item.
    [[nodiscard]] bool gives(RecordId process, const FieldView& item) const;
    // Whether a process, or a part of it, has an input that is this item, from wherever it may come.
    [[nodiscard]] bool takes(RecordId process, const FieldView& item) const;
    // The processes with an output, or with an input, that is this item; in the order of records, each once.
    [[nodiscard]] std::vector<RecordId> givers(const FieldView& item) const { return with(givers_, item); }
    [[nodiscard]] std::vector<RecordId> takers(const FieldView& item) const { return with(takers_, item); }
    // The processes that something of this one goes to: those that its outputs name, that name it in an input, or that
    // take one of its outputs without saying from whom. Each once.
    [[nodiscard]] std::vector<RecordId> next(RecordId process) const;
    // What the outputs, or the inputs, of a process are, as written.
    [[nodiscard]] std::vector<FieldView> outputs(RecordId process) const;
    [[nodiscard]] std::vector<FieldView> inputs(RecordId process) const;
    // The inputs, of any process, that name this process as where they come from.
    [[nodiscard]] std::span<const FieldView> claims(RecordId process) const;

private:
    friend Flows find_flows(const Graph& graph);
    using ByItem = std::unordered_map<std::string, std::vector<RecordId>>;
    [[nodiscard]] std::vector<RecordId> with(const ByItem& by_item, const FieldView& item) const;
    [[nodiscard]] bool is_among(const std::vector<RecordId>& all, RecordId process) const;
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
