#include "assess/concerns/supplier_concerns.h"
#include "check/discipline_finding.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::agreement_ended {
namespace {

namespace own = fields::supplier;

}  // namespace

void check(const RecordView& supplier, const CheckContext& context, Reporter& report) {
    const FieldView ends = supplier[own::agreement][own::agreement.ends];
    const auto day = ends.date();
    if (!ends) return report.not_asked(supplier);
    if (!day || *day >= context.today) return;
    auto finding = discipline_finding(
        supplier, nearest_disciplines(supplier, context.facts.disciplines(), context.facts.concerns()), report,
        ends.span(), report.say("the agreement with supplier {} ended on {}", supplier, *day));
    if (!finding) return;
    finding->field("agreement.ends");
    const auto processes = context.facts.processes_needing(supplier.record());
    if (!processes.empty()) finding->note("{0:a process needs|processes need} it: {0:4}", processes);
    finding->help(
        "renew it[[ and write the new last day under `agreement.ends`]]; if the supplier is not used any more, "
        "[[say `status: retired`|mark it as retired]]");
}

}  // namespace ims::rules::agreement_ended
