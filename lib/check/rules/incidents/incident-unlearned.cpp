#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::incident_unlearned {

void check(const RecordView& incident, const CheckContext&, Reporter& report) {
    namespace own = fields::incident;
    if (!incident.lacks(own::risks) || !incident.lacks(own::nonconformities)) return;
    auto finding = report.on(incident, "incident {} is linked to no risk and no nonconformity", incident);
    finding.asks_for(incident, {own::risks});
    if (incident.has(own::lessons))
        finding.note(
            "[[its `lessons` are told, and change nothing in the records|its lessons are noted, and neither a risk nor "
            "an action is linked to them]]");
    finding.help(
        "name the risk that came true[[ under `risks`]] ([[write it|a new one]] if nobody saw it coming), or "
        "[[write a nonconformity with `raised_by: {}`|raise a nonconformity with an action]]",
        bare(incident));
}

}  // namespace ims::rules::incident_unlearned
