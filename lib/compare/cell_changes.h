// Which cells of the matrix say something else than they did.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "compare/record_pairs.h"
#include "judge/cell.h"

namespace ims {

enum class Turn : std::uint8_t {
    better,
    worse,
    other,  // of both something, or what cannot be held against each other: not addressed, not applicable, not known
    begun,  // there was no such cell
    ended,  // there is none any more
};
// "better", "worse", "other", "new", "gone"
std::string_view to_string(Turn turn);

struct CellChange {
    RecordPair process;            // of neither: the system as a whole
    std::string discipline;        // its name
    const Cell* before = nullptr;  // in the matrix of either analysis; null where there is none
    const Cell* now = nullptr;
    Turn turn = Turn::other;
    [[nodiscard]] bool of_system() const { return !process.before.known() && !process.now.known(); }
};

// Those whose letters or state differ, or that are on one side alone: first those of the system, then in the order of
// processes, those that are gone last. What a discipline need not address is no cell.
std::vector<CellChange> find_cell_changes(const Analysis& before, const Analysis& now, const RecordPairs& pairs);

// How a cell turned. Requires: both are there, and differ.
Turn turn_of(const Cell& before, const Cell& now);

}  // namespace ims
