#include <fmt/format.h>

#include "base/text.h"
#include "check/discipline_finding.h"
#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims::rules::missing_conditions {
namespace {

// "hazards `a` and `b`, and those of site `yard`": what was looked at.
std::string looked_at(const RecordView& process, const Facts& facts, RiskType type) {
    constexpr std::size_t kNames = 4;
    std::vector<std::string_view> names;
    for (const RecordView risk : process.linked(fields::process::risks)) {
        if (risk.active() && facts.risk(risk.record()).type == type) names.push_back(risk.id());
    }
    std::vector<std::string_view> sites;
    for (const RecordView site : process.linked(fields::process::sites)) {
        if (facts.considered_at(site, type).any) sites.push_back(site.id());
    }
    std::string text;
    if (!names.empty())
        text = fmt::format("{}{} {}", noun(type), names.size() == 1 ? "" : "s", join_names(names, Ticks::yes, kNames));
    if (sites.empty()) return text;
    text += names.empty() ? fmt::format("the {}s", noun(type)) : ", and those";
    return text + fmt::format(" of site {}", join_names(sites, Ticks::yes, kNames));
}

// Those of the hazards or aspects of the process itself; what only a site brings along counts in all that it carries.
DisciplineSet disciplines_of(const RecordView& process, const Facts& facts, RiskType type) {
    DisciplineSet all;
    for (const RecordView risk : process.linked(fields::process::risks)) {
        if (risk.active() && facts.risk(risk.record()).type == type) all |= facts.disciplines(risk.record());
    }
    return all;
}

void check_type(const RecordView& process, const CheckContext& context, Reporter& report, RiskType type) {
    const Considered considered = context.facts.considered(process, type);
    const bool abnormal = considered.lacks(Condition::abnormal);
    const bool emergency = considered.lacks(Condition::emergency);
    if (!abnormal && !emergency) return;
    const std::string_view missing = abnormal && emergency ? "abnormal or emergency"
                                     : abnormal            ? "abnormal"
                                                           : "emergency";
    auto finding = discipline_finding(
        process, disciplines_of(process, context.facts, type), report, process.id_span(),
        fmt::format("no {} of process {} is considered under {} conditions", noun(type), ticked(process), missing));
    if (!finding) return;
    finding->key(std::string(noun(type)))
        .note(fmt::format("looked at: {}", looked_at(process, context.facts, type)))
        .help(fmt::format("add the word to `conditions` of the {} that arises then too, or add one for {}", noun(type),
                          abnormal && emergency ? "cleaning, repair, peak load, fire or failure"
                          : abnormal            ? "cleaning, repair, start-up or peak load"
                                                : "fire, spill, failure or injury"));
}

}  // namespace

void check(const RecordView& process, const CheckContext& context, Reporter& report) {
    const bool asked = context.facts.considered(process, RiskType::hazard).any ||
                       context.facts.considered(process, RiskType::aspect).any;
    if (!asked) return report.not_asked(process);
    if (context.graph.may_be_unread(kinds::risk) || context.graph.may_be_unread(kinds::site)) return;
    check_type(process, context, report, RiskType::hazard);
    check_type(process, context, report, RiskType::aspect);
}

}  // namespace ims::rules::missing_conditions
