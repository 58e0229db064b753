#include "assess/performance/audits.h"
#include "check/discipline_words.h"
#include "check/rule.h"

namespace ims::rules::separate_audits {

void check(const CheckContext& context, Reporter& report) {
    const std::vector<AuditCoverage> coverage = context.facts.audit_coverage();
    for (std::size_t place = 0; place < coverage.size(); ++place) {
        if (coverage[place].together || coverage[place].done.size() < 2) continue;
        const RecordView process = context.graph[context.facts.processes()[place].process];
        const DisciplineSet missed = report.excepted(process, coverage[place].done);
        if (missed.size() < 2) continue;
        auto finding = report.about(process, missed, process.id_span(),
                                    "process {} was audited in {} disciplines, each by itself", process, missed.size());
        std::vector<RecordId> shown;
        for (const RecordView& audit : audits_of(process)) {
            const bool counts = !context.facts.disciplines(audit.record()).empty();
            if (!counts || audit_state(audit, context.today) != AuditState::done) continue;
            shown.push_back(audit.record());
            finding.because(audit.record());
        }
        finding.note("audits within the cycle of {}: {}", context.settings.audit_cycle, plain(shown));
        finding.help(
            "plan [[its next audit|the next audit of the process]] as a combined one, for several disciplines at "
            "once[[: `disciplines: [{:all}]`]]",
            listed_by(Joined::by_commas, each_of(missed)));
    }
}

}  // namespace ims::rules::separate_audits
