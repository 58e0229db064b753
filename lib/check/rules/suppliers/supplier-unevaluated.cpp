#include "assess/performance/suppliers.h"
#include "check/at_home.h"
#include "check/rule.h"
#include "check/supplier_words.h"
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

    auto finding =
        report.about(supplier, missed, supplier.id_span(),
                     "[[supplier {0} was never evaluated|no evaluation of supplier {0} is recorded]]", supplier);
    finding.grade(grade).asks_for(supplier, {own::evaluations}).field("evaluations").cells(homes, missed);
    if (critical) finding.note("it is [[marked `critical`|critical]]");
    if (exposed != nullptr) finding.note("it {}", told(*exposed, supplier, context, report.arena()));
    if (!core.empty()) {
        finding.note("{0:a core process needs|core processes need} it: {0:4}", core);
    } else if (!processes.empty()) {
        finding.note("{0:a process needs|processes need} it: {0:4}", processes);
    }
    finding.help("evaluate it and [[write what came of it under `evaluations`|record what came of it]]: {}",
                 evaluation_to_write(missed, report.arena()));
}

}  // namespace ims::rules::supplier_unevaluated
