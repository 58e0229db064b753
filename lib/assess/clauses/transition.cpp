#include "assess/clauses/transition.h"

#include <algorithm>

#include "assess/clauses/reuse.h"
#include "base/text.h"

namespace ims {
namespace {

std::vector<const Clause*> clauses_with(const StandardFacts& standard, std::string_view key, std::string_view theme,
                                        std::string_view (*key_of)(std::string_view)) {
    std::vector<const Clause*> out;
    for (const Clause& each : standard.clauses) {
        if (each.counts() && each.theme == theme && key_of(each.harmonised) == key) out.push_back(&each);
    }
    return out;
}

std::vector<const Clause*> find_before(const StandardFacts& before, const Clause& clause) {
    if (clause.harmonised.empty() || clause.theme.empty()) return {};
    std::vector<const Clause*> found =
        clauses_with(before, clause.harmonised, clause.theme, [](std::string_view key) { return key; });
    if (found.empty()) return clauses_with(before, rolled_up(clause.harmonised), clause.theme, rolled_up);
    // Of several with one meaning, that which is called the same, unless something moved between them.
    if (!clause.edition_change.empty()) return found;
    const auto same_title = [&](const Clause* each) { return to_lower(each->title) == to_lower(clause.title); };
    if (std::ranges::any_of(found, same_title))
        std::erase_if(found, [&](const Clause* each) { return !same_title(each); });
    return found;
}

}  // namespace

Transition compare_editions(const StandardFacts& before, const StandardFacts& after) {
    Transition out;
    for (const Clause& clause : after.clauses) {
        if (!clause.counts()) continue;
        ClauseMove& move = out.moves.emplace_back(ClauseMove{&clause, find_before(before, clause), {}});
        for (const Clause* each : move.before)
            move.carried.insert(move.carried.end(), each->named.begin(), each->named.end());
        std::ranges::sort(move.carried);
        move.carried.erase(std::unique(move.carried.begin(), move.carried.end()), move.carried.end());
        std::erase_if(move.carried, [&](RecordId each) { return std::ranges::binary_search(clause.named, each); });
    }
    for (const Clause& clause : before.clauses) {
        if (clause.counts() && clauses_with(after, rolled_up(clause.harmonised), clause.theme, rolled_up).empty())
            out.dropped.push_back(&clause);
    }
    return out;
}

}  // namespace ims
