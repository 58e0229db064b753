#include "judge/letters.h"

#include <algorithm>
#include <utility>

#include "check/run.h"

namespace ims {
namespace {

Letter earned_by(const Counts& facts) {
    if (facts.good + facts.late == 0) {
        if (facts.missing > 0) return Letter::none;
        return facts.unknown > 0 ? Letter::unknown : Letter::nothing;
    }
    if (facts.late + facts.missing > 0) return Letter::small;
    return facts.unknown > 0 ? Letter::unknown : Letter::capital;
}

Trace trace_of(const Judged& judged, FindingId id, Arena& arena) {
    const Finding& finding = judged.judgement.findings()[id];
    const RuleEntry& rule = judged.rules[finding.rule];
    Trace trace;
    trace.mark = mark_of(finding, rule);
    trace.record = finding.on;
    trace.finding = id;
    trace.what = finding.message;
    switch (finding.silence) {
        case Silence::none: trace.says = Trace::Says::takes; break;
        case Silence::accepted:
            trace.says = Trace::Says::accepted;
            trace.what = finding.until ? make_message(arena, "{}; accepted until {}", finding.message, *finding.until)
                                       : make_message(arena, "{}; accepted for good", finding.message);
            break;
        case Silence::off:
            trace.says = Trace::Says::unjudged;
            trace.what =
                make_message(arena, "{}; [[the rule is turned off in ims.yaml|it was decided not to look for this]]",
                             finding.message);
            break;
        case Silence::outside:
            trace.says = Trace::Says::unjudged;
            trace.what =
                make_message(arena, "{}; [[the rule is outside the profile in ims.yaml|this is not looked for yet]]",
                             finding.message);
            break;
    }
    return trace;
}

}  // namespace

void count_evidence(std::span<const Evidence> evidence, std::vector<Counts>& by_discipline) {
    for (const Evidence& each : evidence) {
        for (const Discipline discipline : each.disciplines) {
            Counts& counts = by_discipline[discipline.index()];
            switch (each.kind) {
                case Evidence::Kind::good: ++counts.good; break;
                case Evidence::Kind::late: ++counts.late; break;
                case Evidence::Kind::missing: ++counts.missing; break;
                case Evidence::Kind::unknown: ++counts.unknown; break;
            }
        }
    }
}

void trace_evidence(std::span<const Evidence> evidence, Mark mark, Discipline discipline, std::vector<Trace>& traces) {
    for (const Evidence& each : evidence) {
        if (!each.disciplines.has(discipline)) continue;
        const Trace::Says says = each.kind == Evidence::Kind::good      ? Trace::Says::earns
                                 : each.kind == Evidence::Kind::unknown ? Trace::Says::unjudged
                                                                        : Trace::Says::takes;
        traces.push_back({says, mark, each.record, each.what, {}});
    }
}

Unlooked unlooked(const Judged& judged, bool system) {
    Unlooked out;
    out.fill(true);
    for (const RuleEntry& rule : judged.rules.entries()) {
        if (rule.about_system != system || silence_of(rule, judged.rules, judged.graph.settings()) != Silence::none)
            continue;
        for (const Mark mark : rule.marks) out[static_cast<std::size_t>(mark)] = false;
    }
    return out;
}

Letter letter_of(const Counts& facts, const AtHome::ForMark& found, bool unlooked) {
    // Nobody looks for what could take it: neither is it there nor is it not.
    if (unlooked) return Letter::unknown;
    switch (earned_by(facts)) {
        case Letter::capital:
            if (found.told) return Letter::small;
            if (found.unjudged) return Letter::unknown;
            return found.accepted ? Letter::small : Letter::capital;
        case Letter::nothing:
            // What was found was due, or is a bad result, and nothing speaks for the letter.
            if (found.told) return Letter::none;
            if (found.unjudged) return Letter::unknown;
            return found.accepted ? Letter::small : Letter::nothing;
        case Letter::unknown: return found.told && facts.good > 0 ? Letter::small : Letter::unknown;
        case Letter::none:
            // All that is not there is so by a decision.
            return found.accepted && !found.told && !found.unjudged ? Letter::small : Letter::none;
        case Letter::small: break;
    }
    return Letter::small;
}

void weigh(Cell& cell, const AtHome& at_home) {
    cell.weighty = at_home.weighty;
    cell.worst = at_home.worst;
    cell.accepted = at_home.accepted;
}

void trace_findings(const Judged& judged, const std::vector<FindingId>& findings, std::vector<Trace>& traces,
                    Arena& arena) {
    for (const FindingId id : findings) {
        if (judged.judgement.findings()[id].grade != Grade::low) traces.push_back(trace_of(judged, id, arena));
    }
    // By letter: what earns it, then what takes it.
    std::ranges::stable_sort(traces, {}, [](const Trace& trace) {
        return std::pair(trace.mark ? static_cast<std::size_t>(*trace.mark) : kMarks.size(), trace.says);
    });
}

}  // namespace ims
