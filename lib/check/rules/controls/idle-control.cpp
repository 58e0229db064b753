#include <algorithm>

#include "assess/risks/risk_links.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::idle_control {
namespace {

namespace own = fields::control;

// What else a control may be for: a need of an interested party, two roles that one person holds, a decision of a
// statement of applicability.
bool is_of_use(const RecordView& control, const Graph& graph) {
    return std::ranges::any_of(graph.references_to(control.record()), [&](const Edge& edge) {
        const bool use = edge.field == fields::interested_party::needs.met_by ||
                         edge.field == fields::role::conflicts_with.compensated_by ||
                         edge.field == fields::applicability::decisions.controls;
        return use && !graph[edge.other].retired();
    });
}

bool use_may_be_unread(const Graph& graph) {
    return graph.may_be_unread(kinds::interested_party) || graph.may_be_unread(kinds::role) ||
           graph.may_be_unread(kinds::applicability);
}

// A risk of its process is rated lower by a control that is not linked: that is reported there, and names this one.
bool is_missed_by_a_risk(const RecordView& control, const Facts& facts) {
    for (const RecordView process : control.linked(own::processes)) {
        for (const RecordView risk : process.linked(fields::process::risks)) {
            if (claims_control(facts.risk(risk.record()))) return true;
        }
    }
    return false;
}

}  // namespace

void check(const RecordView& control, const CheckContext& context, Reporter& report) {
    if (!control.lacks(own::risks) || !control.lacks(own::obligations) || control.has(fields::clauses)) return;
    // Without disciplines it counts nowhere, which its own rule says.
    if (!context.settings.disciplines.empty() && !control.has(fields::disciplines)) return;
    if (is_of_use(control, context.graph) || use_may_be_unread(context.graph)) return;
    if (is_missed_by_a_risk(control, context.facts)) return;
    report.on(control, "control {} holds no risk, meets no obligation and serves no clause", control)
        .field("risks")
        .asks_for(control, {own::risks})
        .note("nobody can tell what it is for, or what would happen without it")
        .help(
            "say [[what it is for: `risks: […]` or `obligations: […]`|which risk it holds or which obligation it "
            "meets]]; if it is for nothing, [[give the work back and retire it: `status: retired`|spare people the "
            "work "
            "and retire it]]");
}

}  // namespace ims::rules::idle_control
