#include "assess/clauses/exclusion.h"

#include "schema/fields.h"

namespace ims {

bool may_be_left_out(const StandardFacts& standard, const Clause& clause) {
    const Clause* nearest = standard.says_excludable(clause.number);
    return nearest == nullptr || nearest->entry[fields::standard::clauses.excludable].yes().value_or(true);
}

bool is_left_out(const StandardFacts& standard, const Clause& clause) {
    return clause.decision.excludes() && !clause.decision.reason().empty() && may_be_left_out(standard, clause);
}

}  // namespace ims
