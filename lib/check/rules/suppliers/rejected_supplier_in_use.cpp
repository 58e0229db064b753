#include <fmt/format.h>

#include "assess/suppliers.h"
#include "base/text.h"
#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims {
namespace {

namespace own = fields::supplier;

// What could take its place: approved in the latest evaluation of each discipline that it was rejected in.
std::vector<RecordId> approved_alternatives(const RecordView& supplier, DisciplineSet rejected, Date today) {
    std::vector<RecordId> out;
    for (const RecordView other : supplier.linked(own::alternatives)) {
        if (!other.active()) continue;
        DisciplineSet approved;
        for (const LastEvaluation& each : evaluations_of(other, today).last) {
            if (each.entry[own::evaluations.result].word() == "approved") approved.add(each.discipline);
        }
        if (rejected.without(approved).empty()) out.push_back(other.record());
    }
    return out;
}

void check(const RecordView& supplier, const CheckContext& context, Reporter& report) {
    if (!supplier.active()) return;
    DisciplineSet rejected;
    const std::vector<LastEvaluation> last = evaluations_of(supplier, context.today).last;
    for (const LastEvaluation& each : last) {
        if (each.entry[own::evaluations.result].word() == "rejected") rejected.add(each.discipline);
    }
    if (rejected.empty()) return;
    const auto processes = context.facts.processes_needing(supplier.record());
    if (processes.empty()) return;
    rejected = report.excepted(supplier, rejected);
    if (rejected.empty()) return;

    const LastEvaluation* first = nullptr;
    for (const LastEvaluation& each : last) {
        if (rejected.has(each.discipline) && (first == nullptr || each.date < first->date)) first = &each;
    }
    auto finding =
        report.about(supplier, rejected, first->entry[own::evaluations.result].span(),
                     fmt::format("supplier `{}` was rejected in {} and is still needed", visible(supplier.id()),
                                 join_names(context.settings.names(rejected), Ticks::no, 12)));
    finding.field("evaluations");
    finding.note(fmt::format("rejected on {}", to_string(first->date)));
    finding.note(fmt::format("{} it: {}", processes.size() == 1 ? "a process needs" : "processes need",
                             join_names(ids_of(context.graph, processes), Ticks::yes, 4)));
    const std::vector<RecordId> others = approved_alternatives(supplier, rejected, context.today);
    if (!others.empty()) {
        finding.note(fmt::format("approved in the same and named under `alternatives`: {}",
                                 join_names(ids_of(context.graph, others), Ticks::yes, 4)));
    }
    finding.help(
        "let the processes use another supplier; or, once this one has improved, evaluate it again and add the result "
        "to `evaluations`");
}

}  // namespace

IMS_DEFINE_RULE(rejected_supplier_in_use) = {
    .kinds = {kinds::supplier},
    .check_record = check,
    .page =
        R"(The latest evaluation of a supplier in a discipline ended with `rejected`, and a process in force needs the supplier all
the same: as the source of an input, under `needs`, as the provider of an asset, or through something that it needs in
turn. An older rejection that a later evaluation of the same discipline overrules is not reported, nor a rejected supplier
that nothing needs.

## Why it matters

Somebody judged that this supplier must not be relied upon, and the work still relies on it: either the judgement did not
reach those who buy, or it was wrong. Both undo the control of what is provided from outside (ISO 9001 8.4.1, ISO 14001
8.1, ISO 45001 8.1.4, ISO/IEC 27001 A.5.22, ISO 22301 8.3), and after an incident the rejection is the first thing that an
investigator reads.

## How to mend it

Take the supplier out of the processes, assets and `needs` that name it and put an approved one in its place. If it has
improved, evaluate it again and add the new result. If nobody else can supply you, agree on conditions, evaluate it as
`conditional` and keep a risk for it.

To accept it until you have found another, add an entry to `exceptions` with `rule: rejected-supplier-in-use`, `reason`,
`by` and `until`.
)",
    .bad = R"(# file: processes/deliver.yaml
process: deliver
title: Deliver flowers
needs: [{what: supplier/van-garage}]
# file: suppliers/van-garage.yaml
supplier: van-garage
title: The garage of the van
provides: Service and repairs
evaluations: [{disciplines: [health-and-safety], date: 2026-03-02, result: rejected}]
)",
    .good = R"(# file: processes/deliver.yaml
process: deliver
title: Deliver flowers
needs: [{what: supplier/van-garage}]
# file: suppliers/van-garage.yaml
supplier: van-garage
title: The garage of the van
provides: Service and repairs
evaluations:
  - {disciplines: [health-and-safety], date: 2026-03-02, result: rejected}
  - {disciplines: [health-and-safety], date: 2026-05-11, result: conditional}
)"};

}  // namespace ims
