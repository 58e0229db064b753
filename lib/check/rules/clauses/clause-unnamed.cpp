#include "assess/clauses/clauses.h"
#include "assess/clauses/counts.h"
#include "assess/clauses/numbers.h"
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
        auto finding = report.whole(
            context.settings.disciplines[standard.followed[0].discipline.index()].span,
            "[[no record names|nothing is named as evidence for]] {0} {0:clause|clauses} of {1}, though [[records of a "
            "usual kind are|what usually shows {0:it|them} is]] there: {2}",
            counts.by_kind, plain(standard.title), told_numbers(standard, unnamed, report.arena(), Written::plain, 20));
        finding.key(std::string(standard.id)).about(context.settings, standard.disciplines);
        finding.note("evidence is named for {0} of {1} {1:clause|clauses}, which is {2} %; only that counts",
                     counts.named, counts.asked(), *percent);
        finding.help(
            "[[where one of them shows {0:the|a} clause, say so in it: `clauses: [{1}:{2}]`|look whether something "
            "that "
            "is there shows {0:the|such a} clause, and if so name it as evidence]]",
            counts.by_kind, plain(standard.id), plain(standard.clauses[unnamed[0]].number));
    }
}

}  // namespace ims::rules::clause_unnamed
