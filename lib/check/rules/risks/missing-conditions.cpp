#include <vector>

#include "check/discipline_finding.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::missing_conditions {
namespace {

// Hazards or aspects: what is looked for.
struct Kind {
    RiskType type;
    std::string_view key;
    Message one;
    Message many;
};
constexpr Kind kHazards = {RiskType::hazard, "hazard", "hazard", "hazards"};
constexpr Kind kAspects = {RiskType::aspect, "aspect", "[[|environmental ]]aspect", "[[|environmental ]]aspects"};

// "looked at: hazards `a` and `b`, and those of site `yard`"
Message looked_at(const RecordView& process, const Facts& facts, const Kind& kind, Reporter& report) {
    std::vector<RecordId> names;
    for (const RecordView risk : process.linked(fields::process::risks)) {
        if (risk.active() && facts.risk(risk.record()).type == kind.type) names.push_back(risk.record());
    }
    std::vector<RecordId> sites;
    for (const RecordView site : process.linked(fields::process::sites)) {
        if (facts.considered_at(site, kind.type).any) sites.push_back(site.record());
    }
    if (names.empty()) return report.say("looked at: the {0} of [[site|{1:site|sites}]] {1:4}", kind.many, sites);
    const Message what = names.size() == 1 ? kind.one : kind.many;
    return sites.empty()
               ? report.say("looked at: {} {:4}", what, names)
               : report.say("looked at: {0} {1:4}, and those of [[site|{2:site|sites}]] {2:4}", what, names, sites);
}

// Those of the hazards or aspects of the process itself; what only a site brings along counts in all that it carries.
DisciplineSet disciplines_of(const RecordView& process, const Facts& facts, RiskType type) {
    DisciplineSet all;
    for (const RecordView risk : process.linked(fields::process::risks)) {
        if (risk.active() && facts.risk(risk.record()).type == type) all |= facts.disciplines(risk.record());
    }
    return all;
}

void check_kind(const RecordView& process, const CheckContext& context, Reporter& report, const Kind& kind) {
    const Considered considered = context.facts.considered(process, kind.type);
    const bool abnormal = considered.lacks(Condition::abnormal);
    const bool emergency = considered.lacks(Condition::emergency);
    if (!abnormal && !emergency) return;
    const Message missing = abnormal && emergency ? Message("abnormal or emergency")
                            : abnormal            ? Message("abnormal")
                                                  : Message("emergency");
    auto finding = discipline_finding(
        process, disciplines_of(process, context.facts, kind.type), report, process.id_span(),
        report.say("no {} of process {} is considered under {} conditions", kind.one, process, missing));
    if (!finding) return;
    const Message such_as = abnormal && emergency ? Message("cleaning, repair, peak load, fire or failure")
                            : abnormal            ? Message("cleaning, repair, start-up or peak load")
                                                  : Message("fire, spill, failure or injury");
    finding->key(std::string(kind.key))
        .note(looked_at(process, context.facts, kind, report))
        .help(
            "[[add the word to `conditions` of the {0} that arises then too, or add one for {1}|"
            "think of {1}, say which {0} arises then too, and add what is missing]]",
            kind.one, such_as);
}

}  // namespace

void check(const RecordView& process, const CheckContext& context, Reporter& report) {
    const bool asked = context.facts.considered(process, RiskType::hazard).any ||
                       context.facts.considered(process, RiskType::aspect).any;
    if (!asked) return report.not_asked(process);
    if (context.graph.may_be_unread(kinds::risk) || context.graph.may_be_unread(kinds::site)) return;
    check_kind(process, context, report, kHazards);
    check_kind(process, context, report, kAspects);
}

}  // namespace ims::rules::missing_conditions
