#include "assess/risks/risk_links.h"

#include <algorithm>
#include <unordered_set>

#include "schema/fields.h"

namespace ims {
namespace {

namespace own = fields::risk;

bool is_lower(std::optional<std::uint32_t> after, std::optional<std::uint32_t> before) {
    return after && before && *after < *before;
}

// Opportunities are pursued so that they rise, and aspects are not rated.
bool is_held_down(const RiskFacts& risk) { return risk.type == RiskType::threat || risk.type == RiskType::hazard; }

bool is_lower_today(const RiskFacts& risk) {
    return is_lower(risk.current_likelihood, risk.likelihood) || is_lower(risk.current_consequence, risk.consequence);
}

// Processes that the risk is linked to, and those that use its assets, sites and suppliers.
std::vector<RecordId> processes_near(const RecordView& risk) {
    std::vector<RecordId> out;
    std::unordered_set<RecordId> seen;
    const auto add = [&](const RecordView& process) {
        if (process.is(kinds::process) && process.active() && seen.insert(process.record()).second)
            out.push_back(process.record());
    };
    const auto add_users = [&](const RecordView& used) {
        for (const RecordView process : used.linked(own::processes)) add(process);
        for (const Edge& edge : risk.graph().references_to(used.record())) add(risk.graph()[edge.other]);
    };
    for (const RecordView process : risk.linked(own::processes)) add(process);
    for (const RecordView asset : risk.linked(own::assets)) add_users(asset);
    for (const RecordView site : risk.linked(own::sites)) add_users(site);
    for (const RecordView supplier : risk.linked(own::suppliers)) add_users(supplier);
    return out;
}

}  // namespace

bool claims_control(const RiskFacts& risk) {
    if (risk.controlled || !is_held_down(risk)) return false;
    return is_lower_today(risk) || is_lower(risk.residual_likelihood, risk.likelihood) ||
           is_lower(risk.residual_consequence, risk.consequence);
}

bool claims_planned_control(const RiskFacts& risk) {
    return risk.controlled && !risk.held && is_held_down(risk) && is_lower_today(risk);
}

std::vector<RecordView> plans_for(const RecordView& risk) {
    std::vector<RecordView> plans;
    for (const Edge& edge : risk.graph().references_to(risk.record())) {
        const RecordView plan = risk.graph()[edge.other];
        if (edge.field == fields::plan::risks && plan.is(kinds::plan) && plan.active()) plans.push_back(plan);
    }
    return plans;
}

std::vector<RecordView> incidents_between(const RecordView& risk, Date after, Date until) {
    const auto day = [](const RecordView& incident) { return incident[fields::incident::date].date(); };
    std::vector<RecordView> incidents;
    for (const Edge& edge : risk.graph().references_to(risk.record())) {
        const RecordView incident = risk.graph()[edge.other];
        if (edge.field != fields::incident::risks || !incident.is(kinds::incident) || !incident.active()) continue;
        if (const auto date = day(incident); date && *date > after && *date <= until) incidents.push_back(incident);
    }
    std::ranges::stable_sort(incidents, {}, [&](const RecordView& incident) { return *day(incident); });
    return incidents;
}

std::optional<RecordView> objective_for(const RecordView& risk, DisciplineSet disciplines) {
    const Graph& graph = risk.graph();
    for (const RecordId process : processes_near(risk)) {
        for (const RecordView objective : graph[process].linked(fields::process::objectives)) {
            const bool serves = !(objective.disciplines(fields::disciplines) & disciplines).empty();
            if (objective.active() && serves) return objective;
        }
    }
    return std::nullopt;
}

std::optional<bool> may_accept(const RecordView& risk, RecordId by) {
    const Graph& graph = risk.graph();
    const RecordView decider = graph[by];
    const bool unread = decider.unread() || graph.may_be_unread(kinds::role);
    bool unsure = false;
    // Itself, or a person who holds it.
    const auto is_or_holds = [&](RecordId who) {
        if (who == by) return true;
        if (!decider.is(kinds::person) || !graph[who].is(kinds::role)) return false;
        unsure = unsure || unread;
        return decider.links_to(fields::person::roles, who);
    };
    for (const FieldView manager : graph[graph.settings_record()][fields::ims::top_management].children()) {
        if (!manager.target().known()) unsure = true;
        else if (is_or_holds(manager.target())) return true;
    }
    const RecordId owner = risk[fields::owner].target();
    if (!owner.known()) return std::nullopt;
    if (is_or_holds(owner)) return true;
    const RecordView person = graph[owner];
    if (person.is(kinds::person) && decider.is(kinds::role)) {
        if (person.links_to(fields::person::roles, by)) return true;
        unsure = unsure || person.unread() || graph.may_be_unread(kinds::role);
    }
    return unsure ? std::nullopt : std::optional(false);
}

std::vector<RecordView> unsaid_hierarchy(const RecordView& hazard) {
    namespace other = fields::control;
    std::vector<RecordView> unsaid;
    for (const RecordView control : hazard.linked(own::controls)) {
        if (!control.active() || control.word(other::implementation) == "planned") continue;
        const FieldView hierarchy = control[other::hierarchy];
        if (!hierarchy) unsaid.push_back(control);
        // What could not be read may be a higher step, and is reported as such.
        else if (hierarchy.word() != "administrative" && hierarchy.word() != "ppe") return {};
    }
    return unsaid;
}

}  // namespace ims
