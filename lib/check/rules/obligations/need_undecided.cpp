#include <fmt/format.h>

#include "base/text.h"
#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims {
namespace {

namespace own = fields::interested_party;

// A duty that comes from the party may be what meets the need.
std::vector<std::string> duties_from(const RecordView& party, const Graph& graph) {
    std::vector<std::string> names;
    for (const Edge& edge : graph.references_to(party.record())) {
        const RecordView other = graph[edge.other];
        if (edge.field == fields::obligation::from && other.active()) names.push_back(other.name());
    }
    return names;
}

void check(const RecordView& party, const CheckContext& context, Reporter& report) {
    for (const FieldView need : party[own::needs].children()) {
        if (!need.is(ValueType::map) || need[own::needs.met_by] || need[own::needs.declined]) continue;
        const FieldView what = need[own::needs.need];
        const std::string shown = visible(shorten(what.text(), 60));
        auto finding = report.at(party, what ? what : need,
                                 fmt::format("the need `{}` of {} is neither met nor declined", shown, ticked(party)));
        finding.field(fmt::format("needs[{}].met_by", what.text()));
        const std::vector<std::string> duties = duties_from(party, context.graph);
        if (!duties.empty())
            finding.note(fmt::format("what comes from this party: {}", join_names(duties, Ticks::yes)));
        finding.help(
            "name what meets it, `met_by: [process/ID]` (or an obligation, objective or control), or say why "
            "you do not take it on: `declined: …`");
    }
}

}  // namespace

IMS_DEFINE_RULE(need_undecided) = {
    .kinds = {kinds::interested_party},
    .check_record = check,
    .page =
        R"(A need of an interested party names nothing that meets it (`met_by`) and no reason why it is not taken on (`declined`).
One finding a need. Drafts are looked at too.

## Why it matters

To write down what others expect is half of the work; the other half is to decide. Clause 4.2 of ISO 9001, 14001, 45001,
27001 and 22301 asks which needs and expectations the system will meet, and in ISO 14001 and 45001 some of them become
duties by that decision. A need that hangs in the air comes back as a complaint.

## How to mend it

Name under `met_by` the process, control, objective or obligation that meets it. If none does, decide: make it an
objective or an obligation, or write under `declined` why you do not take it on. To accept the gap for a while, add an
entry to `exceptions` of the interested party with `rule`, `reason`, `by` and `until`.
)",
    .bad = R"(# file: parties/neighbours.yaml
interested_party: neighbours
title: Neighbours
needs:
  - need: No van with a running engine before seven
)",
    .good = R"(# file: processes/deliver.yaml
process: deliver
title: Deliver flowers
# file: parties/neighbours.yaml
interested_party: neighbours
title: Neighbours
needs:
  - need: No van with a running engine before seven
    met_by: [process/deliver]
)"};

}  // namespace ims
