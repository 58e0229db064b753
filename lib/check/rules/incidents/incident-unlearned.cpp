#include <fmt/format.h>

#include "base/text.h"
#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims::rules::incident_unlearned {

void check(const RecordView& incident, const CheckContext&, Reporter& report) {
    namespace own = fields::incident;
    if (!incident.lacks(own::risks) || !incident.lacks(own::nonconformities)) return;
    auto finding =
        report.on(incident, fmt::format("incident {} is linked to no risk and no nonconformity", ticked(incident)));
    if (incident.has(own::lessons)) finding.note("its `lessons` are told, and change nothing in the records");
    finding.help(
        fmt::format("name the risk that came true under `risks` (write it if nobody saw it coming), or write a "
                    "nonconformity with `raised_by: incident/{}`",
                    visible(incident.id())));
}

}  // namespace ims::rules::incident_unlearned
