#include "check/at_home.h"
#include "check/continuity_finding.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::supplier_misses_agreement {
namespace {

namespace own = fields::supplier;

}  // namespace

void check(const RecordView& supplier, const CheckContext& context, Reporter& report) {
    const FieldView recovery = supplier[own::recovery];
    const FieldView agreed = recovery[own::recovery.agreed];
    const FieldView demonstrated = recovery[own::recovery.demonstrated];
    if (!agreed || !demonstrated) return report.not_asked(supplier);
    const auto promised = agreed.duration();
    const auto shown = demonstrated.duration();
    if (!promised || !shown || *shown <= *promised) return;
    const std::vector<Cells> homes = where_used(supplier, context);
    auto finding =
        continuity_finding(supplier, context, report, demonstrated.span(),
                           report.say("supplier {} was back after {}, [[and {2} is|although {2} had been]] agreed",
                                      supplier, *shown, *promised),
                           {}, homes);
    if (!finding) return;
    finding->field("recovery.demonstrated").because(supplier.record()).label(agreed.span(), "agreed");
    const auto processes = context.facts.processes_needing(supplier.record());
    if (!processes.empty()) finding->note("{0:a process needs|processes need} it: {0:4}", processes);
    finding->help(
        "settle with the supplier what changes, and [[write the new time under `demonstrated` once it was shown|have "
        "it shown again]]; or agree on the longer [[one|time]], and see whether your processes can wait so long");
}

}  // namespace ims::rules::supplier_misses_agreement
