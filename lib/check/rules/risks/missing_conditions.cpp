#include <fmt/format.h>

#include "base/text.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims {
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

void check_type(const RecordView& process, const CheckContext& context, Reporter& report, RiskType type) {
    const Considered considered = context.facts.considered(process, type);
    const bool abnormal = considered.lacks(Condition::abnormal);
    const bool emergency = considered.lacks(Condition::emergency);
    if (!abnormal && !emergency) return;
    const std::string_view missing = abnormal && emergency ? "abnormal or emergency"
                                     : abnormal            ? "abnormal"
                                                           : "emergency";
    report
        .on(process,
            fmt::format("no {} of process `{}` is considered under {} conditions", noun(type), process.id(), missing))
        .key(std::string(noun(type)))
        .note(fmt::format("looked at: {}", looked_at(process, context.facts, type)))
        .help(fmt::format("add the word to `conditions` of the {} that arises then too, or add one for {}", noun(type),
                          abnormal && emergency ? "cleaning, repair, peak load, fire or failure"
                          : abnormal            ? "cleaning, repair, start-up or peak load"
                                                : "fire, spill, failure or injury"));
}

void check(const RecordView& process, const CheckContext& context, Reporter& report) {
    if (!process.active()) return;
    if (context.graph.may_be_unread(kinds::risk) || context.graph.may_be_unread(kinds::site)) return;
    check_type(process, context, report, RiskType::hazard);
    check_type(process, context, report, RiskType::aspect);
}

}  // namespace

IMS_DEFINE_RULE(missing_conditions) = {
    .kinds = {kinds::process},
    .check_record = check,
    .page =
        R"(A process has hazards, of its own or of its sites, and none of them is considered under abnormal conditions, or none under
emergency conditions. The same is asked of its environmental aspects, by themselves: a hazard's emergency says nothing of
an aspect's. One hazard that considers a condition is enough; a risk without `conditions` considers none. Draft risks do
not count, draft processes are not looked at, and a process without any hazard or aspect is not reported here.

## Why it matters

People are hurt, and rivers spoilt, when the machine is cleaned, restarted or on fire more than when it runs. ISO 45001
6.1.2.1 asks for non-routine activities and emergencies beside routine work, ISO 14001 6.1.2 for abnormal conditions and
foreseeable emergencies beside normal ones.

## How to mend it

Go through the process with those who do the work: what is different at start-up, during cleaning, repair, peak load? What
if there is a fire, a leak, a failure, an injury? Add `abnormal` or `emergency` (for hazards `non-routine` will do) to
`conditions` of what arises then too, or add a record. To accept the gap, add an entry to `exceptions` of the process with
`rule`, `reason`, `by` and `until`.
)",
    .bad = R"(# file: roles/welder.yaml
role: welder
title: Welder
# file: processes/weld.yaml
process: weld
title: Weld frames
owner: welder
# file: risks/sparks.yaml
risk: sparks
title: Sparks in the eye
type: hazard
conditions: [normal]
disciplines: [health-and-safety]
processes: [weld]
owner: welder
likelihood: unlikely
consequence: moderate
)",
    .good = R"(# file: roles/welder.yaml
role: welder
title: Welder
# file: processes/weld.yaml
process: weld
title: Weld frames
owner: welder
# file: risks/sparks.yaml
risk: sparks
title: Sparks in the eye
type: hazard
conditions: [normal, abnormal]
disciplines: [health-and-safety]
processes: [weld]
owner: welder
likelihood: unlikely
consequence: moderate
# file: risks/bottle-burns.yaml
risk: bottle-burns
title: A gas bottle burns
type: hazard
conditions: [emergency]
disciplines: [health-and-safety]
processes: [weld]
owner: welder
likelihood: rare
consequence: major
)"};

}  // namespace ims
