// What is back later, or sooner, than it was.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/date.h"
#include "compare/record_pairs.h"

namespace ims {

struct RecoveryChange {
    enum class Turn : std::uint8_t {
        grown,
        unknown,  // of something on the way nobody says any more how soon it is back
        shrunk,
        known,  // of all of it somebody says now how soon it is back
    };
    RecordPair what;  // a process, asset, supplier or site; of both states
    Turn turn = Turn::grown;
    std::optional<Duration> before;  // with all that it needs, as far as it is known
    std::optional<Duration> now;
};
// "longer", "not known any more", "shorter", "known now"
std::string_view to_string(RecoveryChange::Turn turn);

// Of what is in force in both states: processes first, of each sort what got worse first, in the order of records.
std::vector<RecoveryChange> find_recovery_changes(const Analysis& before, const Analysis& now,
                                                  const RecordPairs& pairs);

}  // namespace ims
