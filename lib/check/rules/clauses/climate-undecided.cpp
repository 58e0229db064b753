#include <algorithm>

#include "assess/clauses/clauses.h"
#include "base/text.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::climate_undecided {
namespace {

bool is_about_climate(const RecordView& issue) {
    return to_lower(trim(issue[fields::issue::topic].text())).starts_with("climate");
}

}  // namespace

void check(const CheckContext& context, Reporter& report) {
    if (context.graph.may_be_unread(kinds::issue)) return;
    for (const RecordId id : context.graph.of_kind(kinds::issue)) {
        if (context.graph[id].active() && is_about_climate(context.graph[id])) return;
    }
    // The standards that ask for it are those with the harmonised clause on context.
    std::vector<TextArgument> asking;
    DisciplineSet disciplines;
    for (const StandardFacts& standard : context.facts.clauses().standards()) {
        const bool asks = standard.in_force() && std::ranges::any_of(standard.clauses, [](const Clause& clause) {
                              return clause.harmonised == "hs:4.1" && !clause.annex;
                          });
        if (!asks) continue;
        asking.push_back(plain(standard.title));
        disciplines |= standard.disciplines;
    }
    if (asking.empty()) return;
    const Discipline first = *disciplines.begin();
    auto finding = report.whole(context.settings.disciplines[first.index()].span,
                                "no issue says whether climate change matters here");
    finding.about(context.settings, disciplines);
    finding.note("clause 4.1 [[asks for it: {0}|of {0} asks for it]]", asking);
    for (const RecordId id : context.graph.of_kind(kinds::issue)) {
        const RecordView issue = context.graph[id];
        if (issue.status() == Status::draft && is_about_climate(issue))
            finding.label(issue.id_span(), "this one is a draft");
    }
    finding.help(
        "[[add one with `topic: climate`, `origin: external` and, in its description,|"
        "ask those who know the work, and write down]] what it means here or why it means nothing");
}

}  // namespace ims::rules::climate_undecided
