#include "assess/clauses/transition.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include "assess/clauses/reuse.h"
#include "base/text.h"

namespace ims {
namespace {

using Meaning = std::pair<std::string_view, std::string_view>;  // a harmonised key and a theme

// The clauses of an edition by what they mean, as their catalogue has it and rolled up; in its order.
class Meanings {
public:
    explicit Meanings(const StandardFacts& standard) {
        for (const Clause& each : standard.clauses) {
            if (!each.counts()) continue;
            exactly_[{each.harmonised, each.theme}].push_back(&each);
            about_[{rolled_up(each.harmonised), each.theme}].push_back(&each);
        }
    }

    [[nodiscard]] std::vector<const Clause*> exactly(const Clause& clause) const {
        return look_up(exactly_, {clause.harmonised, clause.theme});
    }
    [[nodiscard]] std::vector<const Clause*> about(const Clause& clause) const {
        return look_up(about_, {rolled_up(clause.harmonised), clause.theme});
    }

private:
    using ByMeaning = std::map<Meaning, std::vector<const Clause*>>;
    static std::vector<const Clause*> look_up(const ByMeaning& clauses, const Meaning& meaning) {
        const auto found = clauses.find(meaning);
        return found == clauses.end() ? std::vector<const Clause*>() : found->second;
    }
    ByMeaning exactly_;
    ByMeaning about_;
};

std::vector<const Clause*> find_before(const Meanings& before, const Clause& clause) {
    if (clause.harmonised.empty() || clause.theme.empty()) return {};
    std::vector<const Clause*> found = before.exactly(clause);
    if (found.empty()) return before.about(clause);
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
    const Meanings of_before(before);
    const Meanings of_after(after);
    for (const Clause& clause : after.clauses) {
        if (!clause.counts()) continue;
        ClauseMove& move = out.moves.emplace_back(ClauseMove{&clause, find_before(of_before, clause), {}});
        for (const Clause* each : move.before)
            move.carried.insert(move.carried.end(), each->named.begin(), each->named.end());
        std::ranges::sort(move.carried);
        move.carried.erase(std::unique(move.carried.begin(), move.carried.end()), move.carried.end());
        std::erase_if(move.carried, [&](RecordId each) { return std::ranges::binary_search(clause.named, each); });
    }
    for (const Clause& clause : before.clauses) {
        if (clause.counts() && of_after.about(clause).empty()) out.dropped.push_back(&clause);
    }
    return out;
}

}  // namespace ims
