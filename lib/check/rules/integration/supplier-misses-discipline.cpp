#include <fmt/format.h>

#include "assess/performance/suppliers.h"
#include "base/text.h"
#include "check/at_home.h"
#include "check/rule.h"
#include "check/supplier_words.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims::rules::supplier_misses_discipline {
namespace {

std::string names_of(DisciplineSet disciplines, const CheckContext& context) {
    return join_names(context.settings.names(disciplines), Ticks::no, 12);
}

// Processes that need the supplier and carry what it was not evaluated in.
std::vector<std::string_view> users_in(DisciplineSet missed, std::span<const RecordId> processes,
                                       const CheckContext& context) {
    std::vector<std::string_view> shown;
    for (const RecordId process : processes) {
        if (!(context.facts.process(process)->concerned & missed).empty()) shown.push_back(context.graph[process].id());
    }
    return shown;
}

// Why it weighs as it does: what comes nearest to the supplier, and for which of the disciplines; or else who needs it.
std::string reason(const SupplierTie* first, DisciplineSet missed, const RecordView& supplier, std::size_t users,
                   const CheckContext& context) {
    if (first == nullptr) {
        return users == 1 ? "though a process that needs it carries such concerns"
                          : "though processes that need it carry such concerns";
    }
    const DisciplineSet meant = first->disciplines & missed;
    const std::string which =
        missed.without(meant).empty() ? std::string() : fmt::format(" ({})", names_of(meant, context));
    return fmt::format("and {}{}", told(*first, supplier, context), which);
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
    const std::vector<std::string_view> users = users_in(missed, processes, context);
    auto finding =
        report.about(supplier, missed, supplier.id_span(),
                     fmt::format("supplier {} was not evaluated in {}, {}", ticked(supplier), names_of(missed, context),
                                 reason(first, missed, supplier, users.size(), context)));
    finding.grade(!high.empty() ? Grade::high : !medium.empty() ? Grade::medium : Grade::low);
    finding.field("evaluations").because(supplier.record());
    finding.cells(homes, missed);
    for (const Discipline discipline : missed) {
        const SupplierTie* const tie = nearest(ties, discipline);
        if (tie == nullptr || tie == first || (first != nullptr && first->disciplines.has(discipline))) continue;
        finding.note(fmt::format("{}: it {}", context.settings.name(discipline), told(*tie, supplier, context)));
    }
    if (users.empty()) {
        finding.note("no process in force needs it; it is asked for all the same");
    } else {
        finding.note(fmt::format("{} that {} it {} such concerns: {}", counted(users.size(), "process", "processes"),
                                 users.size() == 1 ? "needs" : "need", users.size() == 1 ? "carries" : "carry",
                                 join_names(users, Ticks::no, 4)));
    }
    if (first != nullptr) {
        const RecordView concern = context.graph[first->concern];
        finding.label(concern.id_span(),
                      fmt::format("the {}", concern.is(kinds::risk) ? noun(context.facts.risk(concern.record()).type)
                                                                    : concern.kind_name()));
    }
    finding.help(
        fmt::format("evaluate it and add the result to `evaluations` (`disciplines: [{}]`, `date`, `result`), "
                    "or say why not under `not_applicable`",
                    fmt::join(context.settings.names(missed), ", ")));
}

}  // namespace ims::rules::supplier_misses_discipline
