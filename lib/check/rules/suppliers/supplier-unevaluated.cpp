#include <fmt/format.h>

#include "assess/performance/suppliers.h"
#include "base/text.h"
#include "check/at_home.h"
#include "check/rule.h"
#include "check/supplier_words.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims::rules::supplier_unevaluated {
namespace {

namespace own = fields::supplier;

}  // namespace

void check(const RecordView& supplier, const CheckContext& context, Reporter& report) {
    const SupplierEvaluations evaluations = evaluations_of(supplier, context.today);
    if (evaluations.any) return;

    // What it matters for; all that is in force where nothing is known of that.
    DisciplineSet wanted = context.facts.concerned_by(supplier.record());
    std::vector<RecordId> core;
    const auto processes = context.facts.processes_needing(supplier.record());
    for (const RecordId process : processes) {
        if (context.graph[process].word(fields::process::type) == "core") core.push_back(process);
    }
    wanted = wanted.without(evaluations.not_applicable);
    if (wanted.empty()) wanted = context.settings.in_force().without(evaluations.not_applicable);
    const bool critical = supplier.says_yes(own::critical);
    // No lower than for one that was evaluated, though not in what it is exposed to.
    const std::vector<SupplierTie> ties = ties_of(supplier, processes, context);
    const SupplierTie* const exposed = ties.empty() || !ties.front().grave() ? nullptr : &ties.front();
    const Grade grade = critical || !core.empty() || exposed != nullptr ? Grade::high : Grade::medium;
    const std::vector<Cells> homes = where_used(supplier, context);
    const DisciplineSet missed = report.excepted(supplier, wanted, grade, homes);
    if (missed.empty()) return;

    auto finding = report.about(supplier, missed, supplier.id_span(),
                                fmt::format("supplier {} was never evaluated", ticked(supplier)));
    finding.grade(grade).field("evaluations").cells(homes, missed);
    if (critical) finding.note("it is marked `critical`");
    if (exposed != nullptr) finding.note("it " + told(*exposed, supplier, context));
    if (!core.empty()) {
        finding.note(fmt::format("{} it: {}", core.size() == 1 ? "a core process needs" : "core processes need",
                                 join_names(ids_of(context.graph, core), Ticks::yes, 4)));
    } else if (!processes.empty()) {
        finding.note(fmt::format("{} it: {}", processes.size() == 1 ? "a process needs" : "processes need",
                                 join_names(ids_of(context.graph, processes), Ticks::yes, 4)));
    }
    finding.help(
        fmt::format("evaluate it and write what came of it under `evaluations`: `{{disciplines: [{}], date: …, result: "
                    "…}}` with `approved`, `conditional` or `rejected`",
                    fmt::join(context.settings.names(missed), ", ")));
}

}  // namespace ims::rules::supplier_unevaluated
