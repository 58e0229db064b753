#include "check/discipline_finding.h"

namespace ims {

std::optional<FindingBuilder> discipline_finding(const RecordView& record, DisciplineSet disciplines, Reporter& report,
                                                 Span place, Message message, std::optional<Grade> grade,
                                                 std::span<const Cells> homes) {
    std::optional<FindingBuilder> finding;
    if (disciplines.empty()) {
        finding.emplace(report.at(record, place, message));
        for (const Cells& home : homes) finding->cell(home.process, home.disciplines);
    } else {
        const DisciplineSet left = report.excepted(record, disciplines, grade, homes);
        if (left.empty()) return finding;
        finding.emplace(report.about(record, left, place, message));
        finding->cells(homes, left);
    }
    if (grade) finding->grade(*grade);
    return finding;
}

}  // namespace ims
