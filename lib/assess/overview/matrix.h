// How a process meets a discipline, in the standards' own cycle: plan, do, check, act. Each mark is told with the
// records that earn it and those that cost it, so that every letter of the matrix can be traced.
// Computed when asked (reports, `ims show`), not in every run.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "assess/facts/facts.h"
#include "diagnostics/rule_book.h"

namespace ims {

enum class CellState : std::uint8_t {
    not_covered,     // the discipline need not address processes of this type, and none of its concerns is there
    not_applicable,  // excluded with a reason
    unaddressed,     // no concern, and no reason why not
    addressed,
};

inline constexpr std::array<Mark, 4> kMarks = {Mark::plan, Mark::do_it, Mark::check, Mark::act};
std::string_view to_string(Mark mark);  // plan, do, check, act
char letter(Mark mark);

// A record that speaks for a mark or against it.
struct Trace {
    Mark mark;
    bool speaks_for = true;
    RecordId record;   // none where something is missing altogether
    std::string what;  // "risk, likelihood and consequence known", "no audit within 3 y"; lower case, no full stop
};

struct Cell {
    CellState state = CellState::unaddressed;
    std::array<bool, 4> earned = {};  // by Mark
    std::string reason;               // why it is not applicable
    std::vector<Trace> traces;        // in the order of the marks
    [[nodiscard]] bool has(Mark mark) const { return earned[static_cast<std::size_t>(mark)]; }
    // `PDCA`, `PD··`, `n/a`, `—`; a blank where the discipline need not address it.
    [[nodiscard]] std::string text() const;
};

// Requires: a process in force.
Cell assess_cell(const Graph& graph, const Facts& facts, RecordId process, Discipline discipline);

}  // namespace ims
