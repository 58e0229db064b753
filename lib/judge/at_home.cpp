#include "judge/at_home.h"

#include <algorithm>

namespace ims {

std::optional<Mark> mark_of(const Finding& finding, const RuleEntry& rule) {
    if (rule.marks.empty()) return std::nullopt;
    if (rule.marks.size() == 1) return rule.marks.front();
    return finding.mark ? finding.mark : rule.marks.front();
}

void AtHome::add(const Finding& finding, const RuleEntry& rule) {
    const bool told = finding.silence == Silence::none;
    if (told) worst = std::max(worst, std::optional(finding.grade));
    if (finding.grade == Grade::low) return;
    if (told) ++weighty;
    accepted = accepted || finding.silence == Silence::accepted;
    const auto mark = mark_of(finding, rule);
    if (!mark) return;
    ForMark& here = marks[static_cast<std::size_t>(*mark)];
    (told ? here.told : finding.silence == Silence::accepted ? here.accepted : here.unjudged) = true;
}

void AtHome::add(const AtHome& other) {
    for (std::size_t index = 0; index < marks.size(); ++index) {
        marks[index].told = marks[index].told || other.marks[index].told;
        marks[index].accepted = marks[index].accepted || other.marks[index].accepted;
        marks[index].unjudged = marks[index].unjudged || other.marks[index].unjudged;
    }
    weighty += other.weighty;
    worst = std::max(worst, other.worst);
    accepted = accepted || other.accepted;
}

AtHomeBySet::AtHomeBySet(const Judged& judged) : judged_(judged), folds_(judged.judgement.homes().nearest().sets()) {}

const AtHomeBySet::Fold& AtHomeBySet::fold(NearestProcesses::Set set) {
    std::optional<Fold>& known = folds_[set.index()];
    if (known) return *known;
    known.emplace();
    const Homes& homes = judged_.judgement.homes();
    for (const FindingId id : homes.of(set)) {
        const Finding& finding = judged_.judgement.findings()[id];
        const RuleEntry& rule = judged_.rules[finding.rule];
        const DisciplineSet disciplines = homes.disciplines(id);
        if (disciplines.empty()) {
            known->carried.add(finding, rule);
            continue;
        }
        known->by_discipline.resize(judged_.graph.settings().disciplines.size());
        for (const Discipline each : disciplines) known->by_discipline[each.index()].add(finding, rule);
    }
    return *known;
}

AtHome AtHomeBySet::in_cell(const ProcessFacts& process, std::span<const NearestProcesses::Set> sets,
                            Discipline discipline) {
    AtHome out;
    FindingId before;
    for (const Homes::ByRule& each : judged_.judgement.homes().handed_over(process.process)) {
        // A rule may hand over a cell in two parts.
        if (!each.disciplines.has(discipline) || each.finding == before) continue;
        before = each.finding;
        const Finding& finding = judged_.judgement.findings()[each.finding];
        out.add(finding, judged_.rules[finding.rule]);
    }
    const bool carries = process.concerned.empty() || process.concerned.has(discipline);
    for (const NearestProcesses::Set set : sets) {
        const Fold& folded = fold(set);
        if (!folded.by_discipline.empty()) out.add(folded.by_discipline[discipline.index()]);
        if (carries) out.add(folded.carried);
    }
    return out;
}

bool counts_in_system(const Finding& finding, const RuleEntry& rule) {
    return rule.about_system || mark_of(finding, rule).has_value();
}

AtHome at_home_in_system(const Judged& judged, Discipline discipline) {
    AtHome out;
    for (const FindingId id : judged.judgement.homes().of_system(discipline)) {
        const Finding& finding = judged.judgement.findings()[id];
        const RuleEntry& rule = judged.rules[finding.rule];
        if (counts_in_system(finding, rule)) out.add(finding, rule);
    }
    return out;
}

}  // namespace ims
