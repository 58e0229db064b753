#include <fmt/format.h>

#include "assess/concerns/supplier_concerns.h"
#include "base/text.h"
#include "check/discipline_finding.h"
#include "check/rule.h"
#include "check/words.h"
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
        supplier.id_span(),
        fmt::format("no agreement is recorded with supplier {}, which is critical", ticked(supplier)));
    if (!finding) return;
    finding->field("agreement").label(supplier[own::critical].span(), "said here");
    const auto processes = context.facts.processes_needing(supplier.record());
    if (!processes.empty()) {
        finding->note(fmt::format("{} it: {}", processes.size() == 1 ? "a process needs" : "processes need",
                                  join_names(ids_of(context.graph, processes), Ticks::yes, 4)));
    }
    finding->help(
        "write down what was agreed: `agreement: {reference: …, ends: YYYY-MM-DD}`, without `ends` where it goes on "
        "until somebody cancels it");
}

}  // namespace ims::rules::agreement_missing
