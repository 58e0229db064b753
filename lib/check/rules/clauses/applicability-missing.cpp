#include <algorithm>

#include "assess/clauses/clauses.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::applicability_missing {

void check(const CheckContext& context, Reporter& report) {
    if (context.graph.may_be_unread(kinds::applicability)) return;
    for (const StandardFacts& standard : context.facts.clauses().standards()) {
        if (!standard.in_force() || !standard.has_annex || !standard.statements.empty()) continue;
        auto finding = report.whole(context.settings.disciplines[standard.followed[0].discipline.index()].span,
                                    "there is no statement of applicability for {}", plain(standard.title));
        finding.key(std::string(standard.id)).about(context.settings, standard.disciplines);
        finding.note("its annex has {0} {0:control|controls}; each is needed or left out for a reason",
                     std::ranges::count_if(standard.clauses, &Clause::annex));
        for (const RecordId id : context.graph.of_kind(kinds::applicability)) {
            const RecordView statement = context.graph[id];
            if (statement.status() == Status::draft &&
                statement[fields::applicability::against].target() == standard.record)
                finding.label(statement.id_span(), "this one is a draft");
        }
        finding.help(
            "[[add a record `applicability: …` with `against: {}` and a decision for each control under `decisions`|"
            "go through the annex with those who treat the risks, decide on each control, and write down why]]",
            plain(standard.id));
    }
}

}  // namespace ims::rules::applicability_missing
