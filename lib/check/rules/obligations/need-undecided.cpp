#include <vector>

#include <fmt/format.h>

#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::need_undecided {
namespace {

namespace own = fields::interested_party;

// A duty that comes from the party may be what meets the need.
std::vector<RecordId> duties_from(const RecordView& party, const Graph& graph) {
    std::vector<RecordId> duties;
    for (const Edge& edge : graph.references_to(party.record())) {
        const RecordView other = graph[edge.other];
        if (edge.field == fields::obligation::from && other.active()) duties.push_back(edge.other);
    }
    return duties;
}

}  // namespace

void check(const RecordView& party, const CheckContext& context, Reporter& report) {
    if (!party.has(own::needs)) return report.not_asked(party);
    for (const FieldView need : party[own::needs].children()) {
        if (!need.is(ValueType::map) || need[own::needs.met_by] || need[own::needs.declined]) continue;
        const FieldView what = need[own::needs.need];
        auto finding =
            report.at(party, what ? what : need, "the need {} of[[| interested party]] {} is neither met nor declined",
                      quoted(what.text(), 60), party);
        finding.field(fmt::format("needs[{}].met_by", what.text())).asks_for(party, need, {own::needs.met_by});
        const std::vector<RecordId> duties = duties_from(party, context.graph);
        if (!duties.empty()) finding.note("what comes from this party: {}", full(duties));
        finding.help(
            "name what meets it[[, `met_by: [process/ID]` (or an obligation, objective or control), or|: a process, an "
            "obligation, an objective or a control; or]] say why you do not take it on[[: `declined: …`]]");
    }
}

}  // namespace ims::rules::need_undecided
