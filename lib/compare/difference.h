// What a change of a folder does, and whom it concerns: two finished analyses of the same day, held against each other.
#pragma once

#include <vector>

#include "compare/cell_changes.h"
#include "compare/comparison.h"
#include "compare/concerned.h"
#include "compare/gate_changes.h"
#include "compare/recovery_changes.h"

namespace ims {

struct FolderDifference {
    const Analysis* before =
        nullptr;                    // null where there was nothing: then all is new, and only records and gaps are told
    const Analysis* now = nullptr;  // not null
    Changes changes;
    Comparison comparison;
    std::vector<FindingId> come;  // told now and new or worse, each behind what it follows from, the most urgent first
    // What was told and is not found any more, the worst first; not what only is not looked at any more.
    std::vector<FindingId> closed;        // of before
    std::vector<Lessened> lessened;       // told still, as less
    std::vector<Lessened> regraded;       // told as less only because the settings let its rule weigh less
    std::vector<Ended> silenced;          // told no more, although it may be there
    std::vector<FindingId> out_of_sight;  // of before: its file is left out, or something cannot be read now
    std::vector<CellChange> cells;
    std::vector<RecoveryChange> recovery;
    std::vector<GateChange> gates;
    std::vector<Concerned> concerned;
    Arena said;

    // Nothing of it differs, whatever the files look like.
    [[nodiscard]] bool nothing() const;
    [[nodiscard]] Novelty novelty(FindingId finding) const { return comparison.of(finding); }
};

// Both analyses outlive it.
FolderDifference find_difference(const Analysis* before, const Analysis& now);

}  // namespace ims
