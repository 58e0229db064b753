#include "assess/clauses/counts.h"

namespace ims {

ClauseCounts count_clauses(const StandardFacts& standard) {
    ClauseCounts out;
    for (const Clause& clause : standard.clauses) {
        out.clauses += clause.counts() ? 1 : 0;
        out.named += clause.state == ClauseState::named ? 1 : 0;
        out.by_kind += clause.state == ClauseState::by_kind ? 1 : 0;
        out.unjudged += clause.state == ClauseState::unjudged ? 1 : 0;
        out.none += clause.state == ClauseState::none ? 1 : 0;
        out.excluded += clause.state == ClauseState::excluded ? 1 : 0;
        out.controls += clause.annex && !clause.group ? 1 : 0;
    }
    return out;
}

}  // namespace ims
