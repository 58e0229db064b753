#include <fmt/format.h>

#include "assess/clauses/clauses.h"
#include "assess/clauses/counts.h"
#include "assess/clauses/numbers.h"
#include "base/text.h"
#include "check/rule.h"

namespace ims::rules::clause_unnamed {

void check(const CheckContext& context, Reporter& report) {
    // Any record may name any clause.
    if (context.graph.anything_unread()) return;
    for (const StandardFacts& standard : context.facts.clauses().standards()) {
        if (!standard.in_force()) continue;
        const ClauseCounts counts = count_clauses(standard);
        const auto percent = counts.percent();
        if (counts.by_kind == 0 || !percent) continue;
        std::vector<std::size_t> unnamed;
        for (std::size_t index = 0; index < standard.clauses.size(); ++index) {
            if (standard.clauses[index].state == ClauseState::by_kind) unnamed.push_back(index);
        }
        const bool one = counts.by_kind == 1;
        auto finding =
            report.whole(context.settings.disciplines[standard.followed[0].discipline.index()].span,
                         fmt::format("no record names {} of {}, though records of a usual kind are there: {}",
                                     counted(counts.by_kind, "clause"), visible(standard.title),
                                     told_numbers(standard, unnamed, Ticks::no, 20)));
        finding.key(std::string(standard.id)).about(context.settings, standard.disciplines);
        finding.note(fmt::format("evidence is named for {} of {}, which is {} %; only that counts", counts.named,
                                 counted(counts.asked(), "clause"), *percent));
        finding.help(fmt::format("where one of them shows {}, say so in it: `clauses: [{}:{}]`",
                                 one ? "the clause" : "a clause", standard.id, standard.clauses[unnamed[0]].number));
    }
}

}  // namespace ims::rules::clause_unnamed
