#include <fmt/format.h>

#include "assess/performance/audits.h"
#include "base/text.h"
#include "check/rule.h"
#include "check/words.h"

namespace ims::rules::separate_audits {

void check(const CheckContext& context, Reporter& report) {
    const std::vector<AuditCoverage> coverage = context.facts.audit_coverage();
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
            if (!counts || audit_state(audit, context.today) != AuditState::done) continue;
            shown.push_back(audit.id());
            finding.because(audit.record());
        }
        finding.note(fmt::format("audits within the cycle of {}: {}", to_string(context.settings.audit_cycle),
                                 join_names(shown, Ticks::no)));
        finding.help(
            fmt::format("plan its next audit as a combined one, for several disciplines at once: `disciplines: [{}]`",
                        fmt::join(context.settings.names(missed), ", ")));
    }
}

}  // namespace ims::rules::separate_audits
