#include "assess/clauses/exclusion.h"

#include "schema/fields.h"

namespace ims {

bool may_be_left_out(const StandardFacts& standard, const Clause& clause) {
    const Field excludable = fields::standard::clauses.excludable;
    // The nearest that says anything counts.
    const Clause* nearest = nullptr;
    for (const Clause& each : standard.clauses) {
        const bool above = each.number == clause.number || (clause.number.starts_with(each.number) &&
                                                            clause.number.substr(each.number.size()).starts_with('.'));
        if (!above || !each.entry[excludable].yes()) continue;
        if (nearest == nullptr || nearest->number.size() < each.number.size()) nearest = &each;
    }
    return nearest == nullptr || nearest->entry[excludable].yes().value_or(true);
}

bool is_left_out(const StandardFacts& standard, const Clause& clause) {
    return clause.decision.excludes() && !clause.decision.reason().empty() && may_be_left_out(standard, clause);
}

}  // namespace ims
