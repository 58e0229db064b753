#include <fmt/format.h>

#include "base/text.h"
#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims::rules::need_undecided {
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

}  // namespace

void check(const RecordView& party, const CheckContext& context, Reporter& report) {
    if (!party.has(own::needs)) return report.not_asked(party);
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

}  // namespace ims::rules::need_undecided
