// Whether the evidence that is named for a clause is worth naming: a record of which something grave is found is weak
// evidence, such as a gauge past its calibration. Clauses for which none is named have neither.
#pragma once

#include <cstddef>
#include <cstdint>

#include "assess/clauses/clauses.h"
#include "judge/judgement.h"

namespace ims {

// A finding of grade high or worse is told of it and not accepted.
bool is_weak_evidence(const Judgement& judgement, RecordId record);

enum class NamedEvidence : std::uint8_t {
    none,   // no record names the clause
    weak,   // all that do are weak evidence
    sound,  // at least one is not
};
NamedEvidence named_evidence(const Judgement& judgement, const Clause& clause);

// Of a standard; what is named is one or the other.
struct NamedCounts {
    std::size_t sound = 0;
    std::size_t weak = 0;
};
NamedCounts count_named(const Judgement& judgement, const StandardFacts& standard);

}  // namespace ims
