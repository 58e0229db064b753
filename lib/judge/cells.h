// The cells of the PDCA matrix. Each letter has two sources: the facts earn it, and what is found at home in the cell
// takes it; the lower one shows. Drawn when asked (reports, `ims show`), not in every run.
#pragma once

#include <vector>

#include "judge/cell.h"
#include "judge/judged.h"

namespace ims {

struct Matrix {
    std::vector<Cell> system;  // by discipline: how the whole meets it
    struct Row {
        RecordId process;
        std::vector<Cell> cells;  // by discipline
    };
    std::vector<Row> rows;  // in the order of Facts::processes()
};
// Without traces, which are large. Linear in records, findings, and the cells.
Matrix judge_matrix(const Judged& judged);

// With traces; `arena`: where what they say is kept. Requires: a process in force.
Cell judge_cell(const Judged& judged, RecordId process, Discipline discipline, Arena& arena);
// The cell of the system as a whole, with traces.
Cell judge_system(const Judged& judged, Discipline discipline, Arena& arena);

}  // namespace ims
