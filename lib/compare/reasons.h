// Which change a new finding hangs on: its own record's, or that of a record which it has to do with; of several that
// may be it, that it is one of them.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "compare/changes.h"

namespace ims {

class Reasons {
public:
    // All of them outlive it.
    Reasons(const Analysis& before, const Analysis& now, const Changes& changes);

    // In words, "control `sealed-terminal` is gone"; empty where nothing tells.
    [[nodiscard]] Message of(const Finding& finding, Arena& arena) const;

private:
    using Node = std::uint32_t;  // a record of now by its number; behind these, those that are gone
    static constexpr std::uint32_t kNone = 0xffffffff;

    void number_records();
    void spread();
    template <class Each>
    void each_neighbour(Node node, const Each& each) const;
    [[nodiscard]] Node node_of(std::string_view name) const;
    [[nodiscard]] const RecordChange* own_change(Node node) const;
    [[nodiscard]] const RecordChange* named(const Finding& finding) const;
    [[nodiscard]] std::vector<const RecordChange*> around(Node node, const Finding& finding) const;
    [[nodiscard]] std::vector<const RecordChange*> changes_for(const Finding& finding) const;
    [[nodiscard]] Message of_file(const Finding& finding, Arena& arena) const;

    const Analysis& before_;
    const Analysis& now_;
    const Changes& changes_;
    std::vector<Node> node_before_;       // by record of before
    std::vector<RecordId> before_of_;     // by node; none of what is new
    std::vector<std::uint32_t> change_;   // by node: its own change, or kNone
    std::vector<std::uint32_t> nearest_;  // by node: the nearest change, or kNone where none is near
};

// "risk `till-stolen` changed `likelihood`", "role `driver` is new"; to readers what is there now is told by its title.
Message in_words(const RecordChange& change, const Graph& now, Arena& arena);

}  // namespace ims
