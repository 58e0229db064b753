#include <fmt/format.h>

#include "assess/suppliers.h"
#include "base/text.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims {
namespace {

// Disciplines of the concerns that name the supplier itself or an asset that it provides.
DisciplineSet named_concerns(const CheckContext& context, const RecordView& supplier) {
    DisciplineSet set;
    const auto add = [&](const RecordView& holder, Field field) {
        for (const RecordView each : holder.linked(field)) {
            if (each.active()) set |= context.facts.disciplines(each.record());
        }
    };
    add(supplier, fields::supplier::risks);
    for (const Edge& edge : context.graph.references_to(supplier.record())) {
        const RecordView asset = context.graph[edge.other];
        if (!asset.is(kinds::asset) || edge.field != fields::asset::provider || !asset.active()) continue;
        add(asset, fields::asset::risks);
        add(asset, fields::asset::obligations);
    }
    return set;
}

void check(const RecordView& supplier, const CheckContext& context, Reporter& report) {
    if (!supplier.active()) return;
    // One without any evaluation is told by supplier-unevaluated.
    const SupplierEvaluations evaluations = evaluations_of(supplier, context.today);
    if (!evaluations.any || !evaluations.certain) return;
    const DisciplineSet settled = evaluations.evaluated | evaluations.not_applicable;
    const DisciplineSet missed =
        report.excepted(supplier, context.facts.concerned_by(supplier.record()).without(settled));
    if (missed.empty()) return;
    const std::vector<RecordId> processes = context.facts.processes_needing(supplier.record());
    const DisciplineSet named = missed & named_concerns(context, supplier);

    std::vector<std::string_view> shown;
    for (const RecordId process : processes) {
        if (!(context.facts.process(process)->concerned & missed).empty()) shown.push_back(context.graph[process].id());
    }
    const std::vector<std::string> names = context.settings.names(missed);
    auto finding = report.about(
        supplier, missed, supplier.id_span(),
        fmt::format("supplier `{}` was not evaluated in {}", supplier.id(), join_names(names, Ticks::no, 12)));
    finding.grade(named.empty() ? Grade::low : Grade::medium);
    finding.field("evaluations");
    finding.note(fmt::format("{} that {} it {} such concerns: {}", counted(shown.size(), "process", "processes"),
                             shown.size() == 1 ? "needs" : "need", shown.size() == 1 ? "carries" : "carry",
                             join_names(shown, Ticks::no, 4)));
    if (!named.empty()) {
        finding.note(fmt::format("the supplier, or an asset that it provides, is named by a concern of {}",
                                 join_names(context.settings.names(named), Ticks::no, 12)));
    }
    finding.help(
        fmt::format("evaluate it and add the result to `evaluations` (`disciplines: [{}]`, `date`, `result`), "
                    "or say why not under `not_applicable`",
                    fmt::join(names, ", ")));
}

}  // namespace

IMS_DEFINE_RULE(supplier_misses_discipline) = {
    .kinds = {kinds::supplier},
    .check_record = check,
    .page =
        R"(A process needs a supplier and carries concerns of a discipline in which the supplier was never evaluated, while it was in
others; of one without any evaluation `supplier-unevaluated` speaks instead. Medium where such a concern names the supplier
or an asset that it provides, low otherwise; one finding a supplier names all disciplines. A process needs the suppliers of
its inputs, those under `needs`, the providers of its assets, and what those need in turn.

## Why it matters

Purchasing asks about price and quality; the web host also keeps every customer's address, and the carrier's drivers are
on the road for you. Externally provided processes, products and services are to be controlled in each discipline: ISO
9001 8.4, ISO 14001 8.1, ISO 45001 8.1.4, ISO/IEC 27001 A.5.19 to A.5.22, ISO 22301 8.3.

## How to mend it

Evaluate the supplier in the missing discipline (one joint evaluation can serve several) and add it to `evaluations` with
`disciplines`, `date` and `result`. If the discipline does not concern this supplier, say why under `not_applicable`. To
accept the gap for a while, add an entry to `exceptions` with `rule`, `disciplines`, `reason`, `by` and `until`.
)",
    .bad = R"(# file: processes/take-web-orders.yaml
process: take-web-orders
title: Take orders on the web
needs: [{what: supplier/web-host}]
not_applicable: {environment: none, health-and-safety: none, business-continuity: can wait}
# file: suppliers/web-host.yaml
supplier: web-host
title: The web host
provides: The shop's website
evaluations: [{disciplines: [quality], date: 2026-01-10, result: approved}]
# file: risks/orders-leak.yaml
risk: orders-leak
title: Orders leak from the website
disciplines: [information-security, quality]
processes: [take-web-orders]
suppliers: [web-host]
)",
    .good = R"(# file: processes/take-web-orders.yaml
process: take-web-orders
title: Take orders on the web
needs: [{what: supplier/web-host}]
not_applicable: {environment: none, health-and-safety: none, business-continuity: can wait}
# file: suppliers/web-host.yaml
supplier: web-host
title: The web host
provides: The shop's website
evaluations: [{disciplines: [quality, information-security], date: 2026-01-10, result: approved}]
# file: risks/orders-leak.yaml
risk: orders-leak
title: Orders leak from the website
disciplines: [information-security, quality]
processes: [take-web-orders]
suppliers: [web-host]
)"};

}  // namespace ims
