#include "assess/performance/suppliers.h"
#include "check/at_home.h"
#include "check/discipline_words.h"
#include "check/rule.h"
#include "check/supplier_words.h"
#include "schema/fields.h"

namespace ims::rules::supplier_misses_discipline {
namespace {

// Processes that need the supplier and carry what it was not evaluated in.
std::vector<RecordId> users_in(DisciplineSet missed, std::span<const RecordId> processes, const CheckContext& context) {
    std::vector<RecordId> users;
    for (const RecordId process : processes) {
        if (!(context.facts.process(process)->concerned & missed).empty()) users.push_back(process);
    }
    return users;
}

// Why it weighs as it does: what comes nearest to the supplier, and for which of the disciplines; or else who needs it.
Message told_missing(const SupplierTie* first, DisciplineSet missed, const RecordView& supplier,
                     std::span<const RecordId> users, const CheckContext& context, Reporter& report) {
    if (first == nullptr)
        return report.say(
            "supplier {0} was not evaluated in {1:12}, though {2:a process that needs it carries|processes that need "
            "it carry} such concerns",
            supplier, missed, users.size());
    const Message near = told(*first, supplier, context, report.arena());
    const DisciplineSet meant = first->disciplines & missed;
    return missed.without(meant).empty()
               ? report.say("supplier {} was not evaluated in {:12}, and {}", supplier, missed, near)
               : report.say("supplier {} was not evaluated in {:12}, and {} ({:12})", supplier, missed, near, meant);
}

}  // namespace

void check(const RecordView& supplier, const CheckContext& context, Reporter& report) {
    // One without any evaluation is told by supplier-unevaluated.
    const SupplierEvaluations evaluations = evaluations_of(supplier, context.today);
    const DisciplineSet asked = context.facts.concerned_by(supplier.record());
    if (!evaluations.any || asked.empty()) return report.not_asked(supplier);
    if (!evaluations.certain) return;
    const DisciplineSet open = asked.without(evaluations.evaluated | evaluations.not_applicable);
    if (open.empty()) return;
    const std::vector<RecordId> processes = context.facts.processes_needing(supplier.record());
    const std::vector<SupplierTie> ties = ties_of(supplier, processes, context);
    const auto [grave, named] = sets_of(ties);
    const std::vector<Cells> homes = where_used(supplier, context);
    // What is accepted weighs by itself.
    const DisciplineSet high = report.excepted(supplier, open & grave, Grade::high, homes);
    const DisciplineSet medium = report.excepted(supplier, open & named, Grade::medium, homes);
    const DisciplineSet low = report.excepted(supplier, open.without(grave | named), Grade::low, homes);
    const DisciplineSet missed = high | medium | low;
    if (missed.empty()) return;

    const DisciplineSet worst = !high.empty() ? high : medium;
    const SupplierTie* const first = worst.empty() ? nullptr : nearest(ties, *worst.begin());
    const std::vector<RecordId> users = users_in(missed, processes, context);
    auto finding = report.about(supplier, missed, supplier.id_span(),
                                told_missing(first, missed, supplier, users, context, report));
    finding.grade(!high.empty() ? Grade::high : !medium.empty() ? Grade::medium : Grade::low);
    finding.asks_for(supplier, {fields::supplier::evaluations}).field("evaluations").because(supplier.record());
    finding.cells(homes, missed);
    for (const Discipline discipline : missed) {
        const SupplierTie* const tie = nearest(ties, discipline);
        if (tie == nullptr || tie == first || (first != nullptr && first->disciplines.has(discipline))) continue;
        finding.note("{}: it {}", discipline, told(*tie, supplier, context, report.arena()));
    }
    if (users.empty()) {
        finding.note("no process in force needs it; [[it|the evaluation]] is asked for all the same");
    } else {
        finding.note(
            "[[{0} {0:process that needs it carries|processes that need it carry} such concerns: {1:4}|such concerns "
            "are carried by {0:process|processes} {1:4}, which {0:needs|need} it]]",
            users.size(), plain(users));
    }
    if (first != nullptr) {
        const RecordView concern = context.graph[first->concern];
        if (concern.is(kinds::risk))
            finding.label(concern.id_span(), "the {}", noun(context.facts.risk(concern.record()).type));
        else finding.label(concern.id_span(), "the {}", concern.kind());
    }
    finding.help(
        "[[evaluate it and add the result to `evaluations` (`disciplines: [{0:all}]`, `date`, `result`), or say why "
        "not "
        "under `not_applicable`|evaluate it in {1:12} and record the result, or say why {1:it does|they do} not "
        "concern this supplier]]",
        listed_by(Joined::by_commas, each_of(missed)), missed);
}

}  // namespace ims::rules::supplier_misses_discipline
