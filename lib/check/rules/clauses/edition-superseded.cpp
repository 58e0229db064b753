#include <fmt/format.h>

#include "assess/clauses/clauses.h"
#include "assess/clauses/numbers.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::edition_superseded {

void check(const CheckContext& context, Reporter& report) {
    const ClauseFacts& facts = context.facts.clauses();
    for (const StandardFacts& standard : facts.standards()) {
        if (!standard.in_force()) continue;
        const StandardFacts* next = facts.find(standard.next);
        if (next == nullptr || next->in_force()) continue;  // followed both: the change-over is under way
        const FieldView published = context.graph[next->record][fields::standard::published];
        if (published && (!published.date() || context.today < *published.date())) continue;
        std::vector<std::size_t> changed;
        for (std::size_t index = 0; index < next->clauses.size(); ++index) {
            if (!next->clauses[index].edition_change.empty()) changed.push_back(index);
        }
        for (const StandardFacts::Following& following : standard.followed) {
            auto finding = report.whole(following.place.span(), "[[{0}|{1}]] has been replaced by [[{2}|{3}]]",
                                        standard.record, plain(standard.title), next->record, plain(next->title));
            finding.key(std::string(standard.id))
                .field(fmt::format("disciplines.{}.standards", context.settings.name(following.discipline)))
                .about(context.settings, DisciplineSet::of(following.discipline));
            if (published) finding.note("published on {}", *published.date());
            if (!changed.empty())
                finding.note("new or changed in it: {}",
                             told_numbers(*next, changed, report.arena(), Written::plain, 20));
            finding.help("follow both while you change over[[: `standards: [{}, {}]`]]", plain(standard.record),
                         plain(next->record));
        }
    }
}

}  // namespace ims::rules::edition_superseded
