#include "judge/judge.h"

#include <algorithm>

namespace ims {

std::optional<FindingId> Judgement::gravest(RecordId record) const {
    const FindingId finding = parts_.gravest[record.index()];
    return finding.known() ? std::optional(finding) : std::nullopt;
}

std::span<const FindingId> Judgement::found_on(RecordId record) const { return parts_.found_on[record.index()]; }

std::span<const FindingId> Judgement::accepted_on(RecordId record) const { return parts_.accepted_on[record.index()]; }

std::vector<Cause> Judgement::causes(const std::function<bool(FindingId)>& shown) const {
    return find_causes(*parts_.graph, *parts_.facts, *parts_.rules, parts_.findings, parts_.homes, parts_.explanations,
                       parts_.populations, shown);
}

std::vector<Cause> Judgement::causes() const {
    return causes([&](FindingId id) { return parts_.findings[id].silence == Silence::none; });
}

Judgement judge(const JudgeInput& input) {
    Judgement::Parts parts;
    parts.graph = &input.graph;
    parts.facts = &input.facts;
    parts.rules = &input.rules;
    parts.findings = input.findings;
    parts.homes = find_homes(input.graph, input.facts, input.rules, input.findings);
    parts.explanations = find_explanations(input.graph, input.facts, input.rules, input.findings, parts.homes);
    parts.populations = find_populations(input.graph, input.rules, input.findings, input.asked);
    parts.coverage = find_coverage(input.graph, input.facts, input.rules, input.findings, parts.said);
    parts.gravest.resize(input.graph.size());
    parts.found_on.resize(input.graph.size());
    parts.accepted_on.resize(input.graph.size());
    for (std::size_t index = 0; index < input.findings.size(); ++index) {
        const FindingId id = FindingId::from(index);
        const Finding& finding = input.findings[id];
        RecordId record = finding.on;
        // Earlier stages than the rules know records by name.
        if (!record.known() && finding.record.known()) record = input.graph.find(finding.record).value_or(RecordId());
        if (!record.known()) continue;
        if (finding.silence == Silence::accepted) parts.accepted_on[record.index()].push_back(id);
        if (index >= input.findings.told()) continue;
        parts.found_on[record.index()].push_back(id);
        if (!finding.on.known()) continue;
        FindingId& gravest = parts.gravest[finding.on.index()];
        if (!gravest.known() || input.findings[gravest].grade < finding.grade) gravest = id;
    }
    return Judgement(std::move(parts));
}

}  // namespace ims
