#include "check/continuity_finding.h"

#include "assess/recovery/continuity.h"

namespace ims {

std::optional<FindingBuilder> continuity_finding(const RecordView& record, const CheckContext& context,
                                                 Reporter& report, Span place, std::string message,
                                                 std::optional<Grade> grade) {
    const DisciplineSet continuity = continuity_only(context.settings);
    std::optional<FindingBuilder> finding;
    if (continuity.empty()) {
        finding.emplace(report.at(record, place, std::move(message)));
    } else {
        const DisciplineSet left = report.excepted(record, continuity, grade);
        if (left.empty()) return finding;
        finding.emplace(report.about(record, left, place, std::move(message)));
    }
    if (grade) finding->grade(*grade);
    return finding;
}

}  // namespace ims
