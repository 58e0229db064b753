// Numbers for some records of a graph, so that what is known of those alone takes a list of that length and no more.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "link/graph.h"

namespace ims {

// Copies share one table.
class RecordIndex {
public:
    RecordIndex() = default;  // numbers no record
    // From 0, in the order given.
    RecordIndex(const Graph& graph, std::span<const RecordId> records);
    // The place of each record that could be read in Graph::of_kind: each kind from 0, so that one table serves all.
    static RecordIndex by_kind(const Graph& graph);

    // None where the record has no number.
    [[nodiscard]] std::optional<std::size_t> find(RecordId record) const {
        if (numbers_ == nullptr || (*numbers_)[record.index()] == kNoNumber) return std::nullopt;
        return (*numbers_)[record.index()];
    }
    // Requires: it has one.
    [[nodiscard]] std::size_t operator[](RecordId record) const;

private:
    static constexpr std::uint32_t kNoNumber = static_cast<std::uint32_t>(-1);
    explicit RecordIndex(std::vector<std::uint32_t> numbers);
    std::shared_ptr<const std::vector<std::uint32_t>> numbers_;  // by record
};

}  // namespace ims
