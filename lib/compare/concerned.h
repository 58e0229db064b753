// Whom a change concerns: who owns what it touches, and who leads a discipline that a process carries which it touches,
// although the change may have been meant for another discipline.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "compare/cell_changes.h"
#include "compare/comparison.h"
#include "compare/gate_changes.h"
#include "compare/recovery_changes.h"

namespace ims {

struct Concerned {
    struct Lead {
        std::string discipline;             // its name
        std::vector<RecordPair> processes;  // that carry it, or did
        bool settings = false;              // those of the whole changed
    };
    RecordPair who;                   // a role or a person
    bool itself = false;              // its own record changed; of a role also that of who holds it
    bool leads_all = false;           // of top management, and the settings of the whole changed, or the baseline
    std::vector<RecordPair> owns;     // what changed of what they own, or did
    std::vector<RecordPair> reached;  // processes of theirs that the change reaches without changing them
    std::vector<Lead> leads;          // in the order of the disciplines
    std::size_t gaps = 0;             // told now and new or worse: theirs to mend, or of a discipline that they lead
};

struct Touched {
    const Changes& changes;
    const Comparison& comparison;
    const std::vector<CellChange>& cells;
    const std::vector<RecoveryChange>& recovery;
    const std::vector<GateChange>& gates;
    const RecordPairs& pairs;
};

// Each once: leads first, since they are thought of last, then those with most new gaps, then in the order of records.
// `before`: null where there was nothing.
std::vector<Concerned> find_concerned(const Analysis* before, const Analysis& now, const Touched& touched);

}  // namespace ims
