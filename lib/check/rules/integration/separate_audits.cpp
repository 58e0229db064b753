#include <fmt/format.h>

#include "assess/intervals.h"
#include "base/text.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims {

static void check(const RecordView& process, const CheckContext& context, Reporter& report) {
    if (!process.active()) return;
    DisciplineSet audited;
    std::vector<RecordView> audits;
    for (const Edge& edge : context.graph.references_to(process.record())) {
        const RecordView audit = context.graph[edge.other];
        if (!audit.is(kinds::audit) || edge.field != fields::audit::processes || !audit.active()) continue;
        const auto done = audit[fields::audit::done].date();
        if (!done || *done > context.today ||
            !is_current(done, context.settings.audit_cycle, context.settings, context.today))
            continue;
        const DisciplineSet served = context.facts.disciplines(audit.record());
        if (served.size() > 1) return;  // together at least once
        audited |= served;
        audits.push_back(audit);
    }
    if (audited.size() < 2) return;
    const DisciplineSet missed = report.excepted(process, audited);
    if (missed.size() < 2) return;
    auto finding = report.about(
        process, missed, process.id_span(),
        fmt::format("process `{}` was audited in {} disciplines, each by itself", process.id(), missed.size()));
    std::vector<std::string_view> shown;
    for (const RecordView& audit : audits) shown.push_back(audit.id());
    finding.note(fmt::format("audits within the cycle of {}: {}", to_string(context.settings.audit_cycle),
                             join_names(shown, Ticks::no)));
    finding.help(fmt::format("plan the next audit of it for several disciplines at once: `disciplines: [{}]`",
                             fmt::join(context.settings.names(missed), ", ")));
}

IMS_DEFINE_RULE(separate_audits) = {
    .kinds = {kinds::process},
    .check_record = check,
    .page =
        R"(Within the audit cycle (`audit.cycle` in ims.yaml) a process was audited in two or more disciplines, and never in two at
once.

## Why it matters

The same people answer the same questions about the same work several times, and what lies between the disciplines is
seen by no auditor. Joint internal audits are one of the seven marks of an integrated system in IAF MD 11; ISO 19011
calls them combined audits.

## How to mend it

Plan the next audit of the process for several disciplines (`disciplines` with two or more), with auditors who can judge
both. If an authority demands a separate audit, accept the finding with an entry in `exceptions` of the process.
)",
    .bad = R"(# file: processes/sell.yaml
process: sell
title: Sell
# file: audits/2026-quality.yaml
audit: 2026-quality
title: Quality audit
planned: 2026-02-01
done: 2026-02-03
disciplines: [quality]
processes: [sell]
# file: audits/2026-security.yaml
audit: 2026-security
title: Security audit
planned: 2026-03-01
done: 2026-03-03
disciplines: [information-security]
processes: [sell]
)",
    .good = R"(# file: processes/sell.yaml
process: sell
title: Sell
# file: audits/2026-selling.yaml
audit: 2026-selling
title: Audit of selling
planned: 2026-02-01
done: 2026-02-03
disciplines: [quality, information-security]
processes: [sell]
)"};

}  // namespace ims
