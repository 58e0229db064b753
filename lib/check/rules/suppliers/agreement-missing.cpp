#include "assess/concerns/supplier_concerns.h"
#include "check/discipline_finding.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::agreement_missing {
namespace {

namespace own = fields::supplier;

}  // namespace

void check(const RecordView& supplier, const CheckContext& context, Reporter& report) {
    if (!supplier.says_yes(own::critical)) return report.not_asked(supplier);
    if (supplier.has(own::agreement)) return;
    auto finding = discipline_finding(
        supplier, nearest_disciplines(supplier, context.facts.disciplines(), context.facts.concerns()), report,
        supplier.id_span(), report.say("no agreement is recorded with supplier {}, which is critical", supplier));
    if (!finding) return;
    finding->asks_for(supplier, {own::agreement})
        .field("agreement")
        .label(supplier[own::critical].span(), "said [[here|to be critical]]");
    const auto processes = context.facts.processes_needing(supplier.record());
    if (!processes.empty()) finding->note("{0:a process needs|processes need} it: {0:4}", processes);
    finding->help(
        "write down what was agreed[[: `agreement: {{reference: …, ends: YYYY-MM-DD}}`, without `ends` where it goes "
        "on until somebody cancels it|, and until when it holds; agree on the terms where nothing was agreed yet]]");
}

}  // namespace ims::rules::agreement_missing
