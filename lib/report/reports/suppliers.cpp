// The register of suppliers: what they provide, who needs them, and in which disciplines each was evaluated.
#include <fmt/format.h>

#include "assess/performance/suppliers.h"
#include "report/sections/register.h"
#include "report/table_of.h"
#include "schema/fields.h"

namespace ims::reports::suppliers {
namespace {

namespace own = fields::supplier;

TableCell critical(const Page&, const RecordView& record) {
    TableCell cell = yes_no_cell(record[own::critical]);
    if (record.says_yes(own::critical)) cell.words = strong("yes");
    return cell;
}

TableCell needed_by(const Page& page, const RecordView& record) {
    return page.titles(page.facts.processes_needing(record.record()));
}

// Yes or no, or where.
TableCell works_on_site(const Page& page, const RecordView& record) {
    const auto sites = record.linked(own::works_on_site);
    if (sites.empty()) return yes_no_cell(record[own::works_on_site]);
    return page.titles(sites);
}

TableCell agreement(const Page& page, const RecordView& record) {
    const FieldView agreement = record[own::agreement];
    const FieldView written = agreement[own::agreement.ends];
    const auto ends = written.date();
    Words words = agreement[own::agreement.reference].text();
    if (ends) {
        words << fmt::format("{}until {}", words.empty() ? "" : ", ", to_string(*ends));
        if (*ends < page.facts.today()) words << ", " << strong("ended");
        return {std::move(words), to_string(*ends)};
    }
    TableCell cell({}, MachineValue(nullptr));
    if (!agreement) {
        cell.why_null = "no agreement is recorded";
        cell.words = record.says_yes(own::critical) ? Words(strong("none found")) : Words("none stated");
        return cell;
    }
    cell.why_null = written || agreement.invalid() ? "its end could not be read" : "no end is stated";
    if (!words.empty()) words << ", ";
    cell.words = words << cell.why_null;
    return cell;
}

TableCell evaluated(const Page& page, const RecordView& supplier, const SupplierEvaluations& evaluations,
                    Discipline discipline, DisciplineSet needed) {
    for (const LastEvaluation& last : evaluations.last) {
        if (last.discipline != discipline) continue;
        Standing standing = standing_of(last, supplier, page.facts.today());
        if (standing.known()) standing.more = " " + to_string(last.date);
        TableCell cell = state_cell(capped(page, supplier.record(), standing));
        if (standing.known()) cell.value = std::string(last.entry[own::evaluations.result].word());
        return cell;
    }
    if (!evaluations.certain || evaluations.evaluated.has(discipline))
        return state_cell(unjudged("something about an evaluation could not be read, or is to come"));
    TableCell cell;
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
        table.add_column(
            {discipline_column(page.settings, discipline, Column::Align::centre), [&page, discipline](const Row& row) {
                 return evaluated(page, page.graph[row.supplier], row.evaluations, discipline, row.needed);
             }});
    }
    for (const RecordView& record : out.records()) {
        if (record.active())
            table.add({record.record(), evaluations_of(record, page.facts.today()),
                       page.facts.concerned_by(record.record())});
    }
    out.page.heading(2, "Evaluations by discipline");
    out.page.say(Words() << "The newest evaluation in each discipline. " << strong("none found")
                         << ": it is asked for, and no evaluation was found: a process that needs the supplier carries "
                            "the discipline, a hazard of it names the supplier, or information that it handles "
                            "carries it; empty: nothing asks for it.");
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
                     {{"works_on_site", "Works on site"}, works_on_site},
                     {{"handles", "Handles", {}, Column::Holds::records}, links_of({own::handles}, "not stated")},
                     {{"needed_by", "Needed by", {}, Column::Holds::records}, needed_by},
                     {{"agreement", "Agreement"}, agreement},
                     {{"back_within", "Back within"}, back_within},
                     {{"alternatives", "Alternatives", {}, Column::Holds::records}, links_of({own::alternatives})}}});
    out.begin();
    add_evaluations(out);
    return out.finish();
}

}  // namespace ims::reports::suppliers
