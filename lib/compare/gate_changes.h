// What keeps gaps from getting by unseen, and how a change loosens or tightens it: what fails a run, which rules look
// at how much, what is accepted, held back or said not to apply.
#pragma once

#include <string>
#include <vector>

#include "compare/record_pairs.h"
#include "diagnostics/message.h"

namespace ims {

struct GateChange {
    bool loosened = true;  // else tightened
    Message what;          // "errors alone fail a run now, it was high before"; lower case, no full stop
    RecordPair record;     // in which it stands; of neither: in the settings, or in the baseline
    // For programs: fail_on, profile, rule, ignore, appetite, review, audit, discipline, baseline, exception,
    // not_applicable.
    std::string_view gate;
};

// Those that are loosened first; of each, the settings first, then by record. What messages say is kept in `arena`.
std::vector<GateChange> find_gate_changes(const Analysis& before, const Analysis& now, const Changes& changes,
                                          const RecordPairs& pairs, Arena& arena);

}  // namespace ims
