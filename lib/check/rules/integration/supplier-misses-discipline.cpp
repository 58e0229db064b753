#include <fmt/format.h>

#include "assess/performance/suppliers.h"
#include "base/text.h"
#include "check/at_home.h"
#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims::rules::supplier_misses_discipline {
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

}  // namespace

void check(const RecordView& supplier, const CheckContext& context, Reporter& report) {
    // One without any evaluation is told by supplier-unevaluated.
    const SupplierEvaluations evaluations = evaluations_of(supplier, context.today);
    if (!evaluations.any || context.facts.concerned_by(supplier.record()).empty()) return report.not_asked(supplier);
    if (!evaluations.certain) return;
    const DisciplineSet settled = evaluations.evaluated | evaluations.not_applicable;
    const DisciplineSet open = context.facts.concerned_by(supplier.record()).without(settled);
    if (open.empty()) return;
    const std::vector<Cells> homes = where_used(supplier, context);
    const DisciplineSet missed = report.excepted(supplier, open, {}, homes);
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
        fmt::format("supplier {} was not evaluated in {}", ticked(supplier), join_names(names, Ticks::no, 12)));
    finding.grade(named.empty() ? Grade::low : Grade::medium);
    finding.field("evaluations").because(supplier.record());
    finding.cells(homes, missed);
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

}  // namespace ims::rules::supplier_misses_discipline
