#include <fmt/format.h>

#include "assess/audits.h"
#include "base/text.h"
#include "check/rule.h"
#include "check/words.h"

namespace ims {

static void check(const CheckContext& context, Reporter& report) {
    const std::vector<AuditCoverage> coverage = audit_coverage(context.graph, context.facts);
    for (std::size_t place = 0; place < coverage.size(); ++place) {
        if (coverage[place].together || coverage[place].done.size() < 2) continue;
        const RecordView process = context.graph[context.facts.processes()[place].process];
        const DisciplineSet missed = report.excepted(process, coverage[place].done);
        if (missed.size() < 2) continue;
        auto finding = report.about(
            process, missed, process.id_span(),
            fmt::format("process {} was audited in {} disciplines, each by itself", ticked(process), missed.size()));
        std::vector<std::string_view> shown;
        for (const RecordView& audit : audits_of(process)) {
            const bool counts = !context.facts.disciplines(audit.record()).empty();
            if (counts && audit_state(audit, context.today) == AuditState::done) shown.push_back(audit.id());
        }
        finding.note(fmt::format("audits within the cycle of {}: {}", to_string(context.settings.audit_cycle),
                                 join_names(shown, Ticks::no)));
        finding.help(fmt::format("plan the next audit of it for several disciplines at once: `disciplines: [{}]`",
                                 fmt::join(context.settings.names(missed), ", ")));
    }
}

IMS_DEFINE_RULE(separate_audits) = {
    .check_folder = check,
    .page =
        R"(Within the audit cycle (`audit.cycle` in ims.yaml) a process was audited in two or more disciplines, and never in two at
once. An audit of a process looks at its parts too.

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
