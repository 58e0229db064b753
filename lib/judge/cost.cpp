#include "judge/cost.h"

#include <algorithm>

#include "assess/dates/upkeep.h"
#include "schema/fields.h"

namespace ims {
namespace {

bool is_grave_hazard(const Facts& facts, const RecordView& record) {
    if (!record.is(kinds::risk)) return false;
    const RiskFacts& risk = facts.risk(record.record());
    return risk.type == RiskType::hazard && (risk.over_appetite() || !risk.inherent);
}

// Those that count: where a finding names processes, the disciplines in which one of them carries anything. That nobody
// audits safety at a bookkeeper's desk costs no one a limb.
DisciplineSet disciplines_at_stake(const Finding& finding, const Facts& facts) {
    const ProcessFacts* const own = finding.on.known() ? facts.process(finding.on) : nullptr;
    if (own != nullptr && finding.cells.empty()) return finding.about & own->concerned;
    if (finding.cells.empty()) return finding.about;
    DisciplineSet set;
    for (const Cells& each : finding.cells) {
        if (const ProcessFacts* process = facts.process(each.process)) set |= each.disciplines & process->concerned;
    }
    return set;
}

bool names_hazard(const Facts& facts, const LinkedRecords& risks) {
    for (const RecordView risk : risks) {
        if (risk.active() && facts.risk(risk.record()).type == RiskType::hazard) return true;
    }
    return false;
}

// A control that holds a hazard leans on it.
bool holds_hazard(const Graph& graph, const Facts& facts, const RecordView& asset) {
    for (const Edge& edge : graph.references_to(asset.record())) {
        const RecordView control = graph[edge.other];
        if (control.is(kinds::control) && control.active() &&
            names_hazard(facts, control.linked(fields::control::risks)))
            return true;
    }
    return false;
}

Cost of_obligation(const RecordView& obligation) {
    const std::string_view source = obligation.word(fields::obligation::source);
    if (source == "law" || source == "permit") return Cost::law;
    return source == "contract" || source == "standard" ? Cost::customers : Cost::none;
}

Cost of_incident(const RecordView& incident) {
    const std::string_view type = incident.word(fields::incident::type);
    if (type == "complaint" || type == "nonconforming-output") return Cost::customers;
    return type == "breach" ? Cost::information : Cost::none;
}

Cost of_asset(const RecordView& asset) {
    const std::string_view type = asset.word(fields::asset::type);
    return type == "information" || type == "system" ? Cost::information : Cost::none;
}

// What the record itself says, whatever its disciplines.
Cost of_record(const RecordView& record, const Finding& finding, const RuleBook& rules, const Facts& facts) {
    const Graph& graph = record.graph();
    if (is_grave_hazard(facts, record)) return Cost::people;
    if (record.is(kinds::obligation)) return of_obligation(record);
    if (record.is(kinds::incident)) return of_incident(record);
    if (record.is(kinds::document)) return Cost::customers;
    if (record.is(kinds::plan))
        return names_hazard(facts, record.linked(fields::plan::risks)) ? Cost::people : Cost::none;
    if (record.is(kinds::control))
        return names_hazard(facts, record.linked(fields::control::risks)) && rules[finding.rule].family == "controls" &&
                       finding.grade >= Grade::high
                   ? Cost::people
                   : Cost::none;
    if (!record.is(kinds::asset)) return Cost::none;
    const bool upkeep = finding.field.starts_with("maintenance") || finding.field.starts_with("calibration");
    return upkeep && holds_hazard(graph, facts, record) ? Cost::people : of_asset(record);
}

// A gap in looking at a process costs what its duties in that discipline cost.
Cost of_cells(const Finding& finding, const Graph& graph, const Facts& facts, const RuleBook& rules) {
    if (rules[finding.rule].family != "audits" || finding.grade < Grade::high) return Cost::none;
    for (const Cells& each : finding.cells) {
        for (const RecordView obligation : graph[each.process].linked(fields::process::obligations)) {
            const bool concerns = !(facts.disciplines(obligation.record()) & each.disciplines).empty();
            if (obligation.active() && concerns && of_obligation(obligation) == Cost::law) return Cost::law;
        }
    }
    return Cost::none;
}

}  // namespace

bool is_grave_hazard(const Finding& finding, const Graph& graph, const Facts& facts) {
    return finding.on.known() && is_grave_hazard(facts, graph[finding.on]);
}

Cost cost_of(const Finding& finding, const Graph& graph, const Facts& facts, const RuleBook& rules) {
    const Settings& settings = graph.settings();
    Cost cost = rules[finding.rule].cost;
    DisciplineSet disciplines = disciplines_at_stake(finding, facts);
    if (finding.on.known()) {
        cost = std::min(cost, of_record(graph[finding.on], finding, rules, facts));
        if (finding.about.empty() && finding.cells.empty()) disciplines = facts.disciplines(finding.on);
    }
    cost = std::min(cost, of_cells(finding, graph, facts, rules));
    for (const Discipline discipline : disciplines) cost = std::min(cost, settings.cost(discipline));
    return cost;
}

}  // namespace ims
