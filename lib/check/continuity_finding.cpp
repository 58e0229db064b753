#include "check/continuity_finding.h"

#include "assess/recovery/continuity.h"
#include "check/discipline_finding.h"

namespace ims {

std::optional<FindingBuilder> continuity_finding(const RecordView& record, const CheckContext& context,
                                                 Reporter& report, Span place, Message message,
                                                 std::optional<Grade> grade, std::span<const Cells> homes) {
    return discipline_finding(record, continuity_only(context.settings), report, place, message, grade, homes);
}

}  // namespace ims
