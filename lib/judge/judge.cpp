#include "judge/judge.h"

#include <array>
#include <functional>

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
    // None of them asks another.
    const std::array<std::function<void()>, 4> each = {
        [&] {
            parts.homes = find_homes(input.graph, input.facts, input.rules, input.findings);
            parts.explanations = find_explanations(input.graph, input.facts, input.rules, input.findings, parts.homes);
        },
        [&] { parts.populations = find_populations(input.graph, input.rules, input.findings, input.asked); },
        [&] { parts.coverage = find_coverage(input.graph, input.facts, input.rules, input.findings, parts.said); },
        [&] { parts.find_by_record(); },
    };
    parallel_for(input.jobs, each.size(), [&](std::size_t index) { each[index](); });
    return Judgement(std::move(parts));
}

void Judgement::Parts::find_by_record() {
    gravest.resize(graph->size());
    found_on.resize(graph->size());
    accepted_on.resize(graph->size());
    for (std::size_t index = 0; index < findings.size(); ++index) {
        const FindingId id = FindingId::from(index);
        const Finding& finding = findings[id];
        RecordId record = finding.on;
        // Earlier stages than the rules know records by name.
        if (!record.known() && finding.record.known()) record = graph->find(finding.record).value_or(RecordId());
        if (!record.known()) continue;
        if (finding.silence == Silence::accepted) accepted_on[record.index()].push_back(id);
        if (index >= findings.told()) continue;
        found_on[record.index()].push_back(id);
        if (!finding.on.known()) continue;
        FindingId& worst = gravest[finding.on.index()];
        if (!worst.known() || findings[worst].grade < finding.grade) worst = id;
    }
}

}  // namespace ims
