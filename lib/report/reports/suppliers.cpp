// The register of suppliers: what they provide, who needs them, and in which disciplines each was evaluated.
#include <fmt/format.h>

#include "assess/performance/suppliers.h"
#include "report/sections/register.h"
#include "report/table_of.h"
#include "schema/fields.h"

namespace ims::reports::suppliers {
namespace {

namespace own = fields::supplier;

// As the worst of the newest results.
RegisterState standing(const Page& page, const RecordView& record) {
    bool conditional = false;
    const SupplierEvaluations evaluations = evaluations_of(record, page.facts.today());
    for (const LastEvaluation& last : evaluations.last) {
        const std::string_view result = last.entry[own::evaluations.result].word();
        if (result == "rejected")
            return {"rejected", Tone::bad, fmt::format(" in {}", spoken(page.settings.name(last.discipline)))};
        conditional = conditional || result == "conditional";
    }
    if (evaluations.last.empty()) return {"no evaluation found", Tone::bad};
    return conditional ? RegisterState{"approved with conditions", Tone::fair} : RegisterState{"approved", Tone::good};
}

TableCell critical(const Page&, const RecordView& record) {
    const bool critical = record.says_yes(own::critical);
    return {critical ? Words(strong("yes")) : Words(record.has(own::critical) ? "no" : "not stated"), critical};
}

TableCell needed_by(const Page& page, const RecordView& record) {
    return page.titles(page.facts.processes_needing(record.record()));
}

TableCell agreement(const Page& page, const RecordView& record) {
    const FieldView agreement = record[own::agreement];
    const auto ends = agreement[own::agreement.ends].date();
    Words words = agreement[own::agreement.reference].text();
    if (ends) {
        words << fmt::format("{}until {}", words.empty() ? "" : ", ", to_string(*ends));
        if (*ends < page.facts.today()) words << ", " << strong("ended");
    }
    return {std::move(words), ends ? MachineValue(to_string(*ends)) : MachineValue(nullptr)};
}

TableCell evaluated(const SupplierEvaluations& evaluations, Discipline discipline, DisciplineSet needed) {
    TableCell cell;
    for (const LastEvaluation& last : evaluations.last) {
        if (last.discipline != discipline) continue;
        const std::string_view result = last.entry[own::evaluations.result].word();
        cell.words << (result.empty() ? "result not known" : result) << " " << to_string(last.date);
        cell.value = std::string(result);
        cell.tone = result == "approved" ? Tone::good : result == "rejected" ? Tone::bad : Tone::fair;
        return cell;
    }
    cell.value = nullptr;
    if (evaluations.not_applicable.has(discipline)) {
        cell.words << "n/a";
        cell.tone = Tone::muted;
    } else if (needed.has(discipline)) {
        cell.words << strong("none found");
        cell.tone = Tone::bad;
    }
    return cell;
}

void add_evaluations(Register& out) {
    constexpr std::size_t kMostRows = 100;
    const Page& page = out.page;
    if (out.records().empty() || page.settings.disciplines.empty()) return;
    struct Row {
        RecordId supplier;
        SupplierEvaluations evaluations;
        DisciplineSet needed;
    };
    TableOf<Row> table({.key = "evaluations", .title = "Evaluations by discipline", .most_shown = kMostRows},
                       {{{"supplier", "Supplier", {}, Column::Holds::record},
                         [&](const Row& row) { return page.titled(row.supplier); }}});
    for (const Discipline discipline : page.settings.in_force()) {
        table.add_column({discipline_column(page.settings, discipline, Column::Align::centre),
                          [discipline](const Row& row) { return evaluated(row.evaluations, discipline, row.needed); }});
    }
    for (const RecordView& record : out.records()) {
        if (record.active())
            table.add({record.record(), evaluations_of(record, page.facts.today()),
                       page.facts.concerned_by(record.record())});
    }
    out.page.heading(2, "Evaluations by discipline");
    out.page.say(Words() << "The newest evaluation in each discipline. " << strong("none found")
                         << ": a process that needs the supplier carries the discipline, and no evaluation of it was "
                            "found; empty: no process that needs the supplier carries it.");
    out.page.add_filled(table.take());
}

}  // namespace

Document build(const ReportInput& input) {
    Register out(
        input,
        {.kind = kinds::supplier,
         .report = "suppliers",
         .title = "Suppliers",
         .nothing = "no supplier is recorded. Begin with the one whose failure would stop the work: a "
                    "file with `supplier`, `title` and `provides`, and its id in `from` of the inputs "
                    "that come from it.",
         .columns = {{{"provides", "Provides"}, text_of(own::provides)},
                     {{"critical", "Critical"}, critical},
                     {{"needed_by", "Needed by", {}, Column::Holds::records}, needed_by},
                     {{"agreement", "Agreement"}, agreement},
                     {{"back_within", "Back within"}, back_within},
                     {{"alternatives", "Alternatives", {}, Column::Holds::records}, links_of({own::alternatives})}},
         .standing = standing});
    out.begin();
    add_evaluations(out);
    return out.finish();
}

}  // namespace ims::reports::suppliers
