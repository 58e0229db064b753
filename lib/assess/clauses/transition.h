// From one edition of a standard to the next: which clauses of the new one stand for which of the old one, and what was
// named for those. Joined by the harmonised key and theme, never by number: 10.3 became 10.1. Asked when needed.
#pragma once

#include <vector>

#include "assess/clauses/clauses.h"

namespace ims {

struct ClauseMove {
    const Clause* clause = nullptr;     // of the new edition; neither a heading nor a control
    std::vector<const Clause*> before;  // of the old one; empty: new
    std::vector<RecordId> carried;      // named for those and not yet for this one
    [[nodiscard]] bool changed() const { return before.empty() || !clause->edition_change.empty(); }
};

struct Transition {
    std::vector<ClauseMove> moves;       // in the order of the new edition
    std::vector<const Clause*> dropped;  // of the old one, to whose meaning none of the new one comes near
};

Transition compare_editions(const StandardFacts& before, const StandardFacts& after);

}  // namespace ims
