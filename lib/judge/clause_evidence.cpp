#include "judge/clause_evidence.h"

#include <algorithm>

namespace ims {

bool is_weak_evidence(const Judgement& judgement, RecordId record) {
    const auto gravest = judgement.gravest(record);
    return gravest && judgement.findings()[*gravest].grade >= Grade::high;
}

NamedEvidence named_evidence(const Judgement& judgement, const Clause& clause) {
    if (clause.state != ClauseState::named) return NamedEvidence::none;
    const bool weak =
        std::ranges::all_of(clause.named, [&](RecordId each) { return is_weak_evidence(judgement, each); });
    return weak ? NamedEvidence::weak : NamedEvidence::sound;
}

NamedCounts count_named(const Judgement& judgement, const StandardFacts& standard) {
    NamedCounts out;
    for (const Clause& clause : standard.clauses) {
        switch (named_evidence(judgement, clause)) {
            case NamedEvidence::none: break;
            case NamedEvidence::weak: ++out.weak; break;
            case NamedEvidence::sound: ++out.sound; break;
        }
    }
    return out;
}

}  // namespace ims
