// The register of suppliers: what they provide, who needs them, and in which disciplines each was evaluated.
#include "assess/performance/suppliers.h"
#include "report/sections/register.h"
#include "report/table_of.h"
#include "schema/fields.h"

namespace ims::reports::suppliers {
namespace {

namespace own = fields::supplier;

TableCell critical(const Page& page, const RecordView& record) {
    TableCell cell = yes_no_cell(page, record[own::critical]);
    if (record.says_yes(own::critical)) cell.words = strong(cell.words);
    return cell;
}

TableCell needed_by(const Page& page, const RecordView& record) {
    return page.titles(page.facts.processes_needing(record.record()));
}

// Yes or no, or where.
TableCell works_on_site(const Page& page, const RecordView& record) {
    const auto sites = record.linked(own::works_on_site);
    if (sites.empty()) return yes_no_cell(page, record[own::works_on_site]);
    return page.titles(sites);
}

TableCell agreement(const Page& page, const RecordView& record) {
    const FieldView agreement = record[own::agreement];
    const FieldView written = agreement[own::agreement.ends];
    const auto ends = written.date();
    std::vector<Words> parts;
    if (const std::string_view reference = agreement[own::agreement.reference].text(); !reference.empty())
        parts.push_back(raw(reference));
    if (ends) {
        parts.push_back(page.say("until {}", *ends));
        if (*ends < page.facts.today()) parts.push_back(strong(page.say("ended")));
        return {listed(parts), to_string(*ends)};
    }
    TableCell cell(Words(), MachineValue(nullptr));
    if (!agreement) {
        cell.why_null = page.say("no agreement is recorded").plain();
        cell.words = record.says_yes(own::critical) ? strong(page.say("none found")) : page.say("none stated");
        return cell;
    }
    parts.push_back(written || agreement.invalid() ? page.say("its end could not be read")
                                                   : page.say("no end is stated"));
    cell.why_null = parts.back().plain();
    cell.words = listed(parts);
    return cell;
}

TableCell evaluated(const Page& page, const RecordView& supplier, const SupplierEvaluations& evaluations,
                    Discipline discipline, DisciplineSet needed) {
    for (const LastEvaluation& last : evaluations.last) {
        if (last.discipline != discipline) continue;
        Standing standing = standing_of(last, supplier, page.facts.today(), page.arena());
        if (standing.known()) standing.told = make_message(page.arena(), "{} {}", standing.words, last.date);
        Standing shown = capped(page, supplier.record(), standing);
        // What was found stands once in the register, not in each discipline.
        if (shown.kind != standing.kind)
            shown.told = make_message(page.arena(), "[[{0}|{1}, but a gap was found]]", shown.told, standing.told);
        TableCell cell = state_cell(page, shown);
        if (standing.known()) cell.value = std::string(last.entry[own::evaluations.result].word());
        return cell;
    }
    if (!evaluations.certain || evaluations.evaluated.has(discipline))
        return state_cell(page, unjudged("something about an evaluation could not be read, or is to come"));
    TableCell cell;
    cell.value = nullptr;
    if (evaluations.not_applicable.has(discipline)) {
        cell.words = page.say("[[n/a|not applicable]]");
        cell.tone = Tone::muted;
    } else if (needed.has(discipline)) {
        cell.words = strong(page.say("none found"));
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
    out.page.paragraph(
        "The newest evaluation in each discipline. [[{0}: it is asked for, and no evaluation was found: a process that "
        "needs the supplier carries the discipline, a hazard of it names the supplier, or information that it handles "
        "carries it; empty: nothing asks for it.|Where it says {0}, the discipline matters, because of a process that "
        "needs the supplier, a hazard that names it or information that it handles, and no evaluation was found. Where "
        "it is empty, nothing shows that the discipline matters.]]",
        strong(page.say("none found")));
    out.page.add_filled(table.take());
}

}  // namespace

Document build(const ReportInput& input) {
    Register out(
        input,
        {.kind = kinds::supplier,
         .report = "suppliers",
         .title = "Suppliers",
         .nothing = "no supplier is recorded. Begin with the one whose failure would stop the work: [[a "
                    "file with `supplier`, `title` and `provides`, and its id in `from` of the inputs "
                    "that come from it|what it provides, and which processes need it]].",
         .columns = {{{"provides", "Provides"}, text_of(own::provides)},
                     {{"critical", "Critical"}, critical},
                     {{"works_on_site", "Works on site"}, works_on_site},
                     {{"handles", "Handles", {}, Column::Holds::records}, links_of({own::handles}, "not stated")},
                     {{"needed_by", "Needed by", {}, Column::Holds::records}, needed_by},
                     {{"agreement", "Agreement"}, agreement},
                     {{"back_within", "Back within"}, back_within},
                     {{"alternatives", "Alternatives", {}, Column::Holds::records}, links_of({own::alternatives})}},
         .shown = "critical"});
    out.begin();
    add_evaluations(out);
    return out.finish();
}

}  // namespace ims::reports::suppliers
