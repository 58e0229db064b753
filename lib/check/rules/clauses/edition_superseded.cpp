#include <fmt/format.h>

#include "assess/clauses.h"
#include "base/text.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims {
namespace {

void check(const CheckContext& context, Reporter& report) {
    const ClauseFacts& facts = context.facts.clauses();
    for (const StandardFacts& standard : facts.standards()) {
        if (!standard.in_force()) continue;
        const StandardFacts* next = facts.find(standard.next);
        if (next == nullptr || next->in_force()) continue;  // followed both: the change-over is under way
        std::vector<std::size_t> changed;
        for (std::size_t index = 0; index < next->clauses.size(); ++index) {
            if (!next->clauses[index].edition_change.empty()) changed.push_back(index);
        }
        for (const StandardFacts::Following& following : standard.followed) {
            auto finding = report.whole(following.place.span(),
                                        fmt::format("`{}` has been replaced by `{}`", standard.id, next->id));
            finding.key(std::string(standard.id))
                .field(fmt::format("disciplines.{}.standards", context.settings.name(following.discipline)))
                .about("", {context.settings.name(following.discipline)});
            if (!changed.empty())
                finding.note(
                    fmt::format("new or changed in it: {}", join_names(next->condensed(changed), Ticks::no, 20)));
            finding.help(
                fmt::format("follow both while you change over: `standards: [{}, {}]`", standard.id, next->id));
        }
    }
}

}  // namespace

IMS_DEFINE_RULE(edition_superseded) = {
    .check_folder = check,
    .page =
        R"(A discipline follows an edition of a standard that a newer one has replaced (`replaced_by` in the catalogue), and nothing
follows the newer one yet. It stands at the edition in ims.yaml. Where both are followed, as in a transition, nothing is
reported. A catalogue of your own that is retired is told by `retired-reference` instead.

## Why it matters

Certificates to an old edition end with its transition, mostly three years after the new one: those to ISO 14001:2015 in
about spring 2029, those to ISO 9001:2015 in about September 2029. The last year before is when every auditor is booked.

## How to mend it

Put the new edition beside the old one in ims.yaml, and let `ims report clauses` of the new one tell what has no evidence
yet; clauses that are new or changed are marked in its catalogue (`edition_change`). When the transition is done, take the
old one out. To keep the old one for a reason, say so under `check.rules` in ims.yaml.
)",
    .bad = R"(# file: ims.yaml
organisation: Example
disciplines:
  environment: {standards: [iso-14001-2015]}
)",
    .good = R"(# file: ims.yaml
organisation: Example
disciplines:
  environment: {standards: [iso-14001-2015, iso-14001-2026]}
)"};

}  // namespace ims
