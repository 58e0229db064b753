// The audit programme: what was audited and what is planned, by whom, with what result; and which process was looked at
// in which discipline.
#include "assess/performance/audits.h"
#include "report/sections/register.h"
#include "schema/fields.h"

namespace ims::reports::audits {
namespace {

namespace own = fields::audit;

// "2 (1 major, 1 minor)" and which.
TableCell raised(const Page& page, const RecordView& record) {
    std::vector<Words> shown;
    std::vector<std::string> names;
    for (const RecordView each : record.linked(own::nonconformities)) {
        const Inline title = page.titled(each.record());
        const Words grade = word_cell(page, each, fields::nonconformity::grade).words;
        shown.push_back(grade.empty() ? Words(title) : page.say("{} ({})", title, grade));
        names.push_back(each.name().text());
    }
    return {listed(shown), std::move(names)};
}

// Where no audit of a process counts for a discipline that it carries.
TableCell no_audit(const Page& page, RecordId process) {
    for (const RecordView& audit : audits_of(page.graph[process])) {
        const bool counts =
            audit_state(audit, page.facts.today()) == AuditState::done || is_expected(audit, page.facts.today());
        if (counts && page.facts.disciplines(audit.record()).empty()) {
            return state_cell(page, unjudged(make_message(page.arena(), "[[{0}|audit {1}]] names no discipline",
                                                          plain(audit.title()), audit)));
        }
    }
    TableCell cell = none_found(page, {kinds::audit});
    if (cell.why_null.empty()) cell.tone = Tone::bad;
    return cell;
}

void add_coverage(Register& out) {
    constexpr std::size_t kMostRows = 100;
    Page& page = out.page;
    const std::vector<AuditCoverage> coverage = page.facts.audit_coverage();
    const auto processes = page.facts.processes();
    if (processes.empty() || page.settings.disciplines.empty()) return;
    page.heading(2, "What the programme covers");
    const Words audited = strong(page.say("audited"));
    page.paragraph(
        "[[Within the cycle of {0}: {1}, or expected, because an audit is planned or late. Where a process carries no "
        "concern of a discipline, nothing is looked for.|Whether each process was {1} in each discipline within the "
        "audit cycle of {0}, or whether that is expected, because an audit is planned or late. Where nothing stands, "
        "nothing of the process concerns the discipline.]]",
        page.settings.audit_cycle, audited);
    Table table{.key = "coverage",
                .title = "What the programme covers",
                .columns = {{"process", "Process", {}, Column::Holds::record}},
                .most_shown = kMostRows};
    for (const Discipline each : page.settings.in_force())
        table.columns.push_back(discipline_column(page.settings, each, Column::Align::centre));
    for (std::size_t index = 0; index < processes.size(); ++index) {
        std::vector<TableCell>& row = table.rows.emplace_back();
        row.emplace_back(page.titled(processes[index].process));
        for (const Discipline discipline : page.settings.in_force()) {
            TableCell cell;
            if (coverage[index].done.has(discipline)) {
                cell = TableCell(audited);
                cell.tone = Tone::good;
            } else if (coverage[index].expected.has(discipline)) {
                cell = TableCell(page.say("expected"));
                cell.tone = Tone::fair;
            } else if (processes[index].concerned.has(discipline)) {
                cell = no_audit(page, processes[index].process);
            }
            row.push_back(std::move(cell));
        }
    }
    page.add(std::move(table));
}

}  // namespace

Document build(const ReportInput& input) {
    Register out(
        input,
        {.kind = kinds::audit,
         .report = "audits",
         .title = "Audits",
         .nothing = "no audit is recorded. Begin with the process that carries most: [[a file with "
                    "`audit`, `title`, `planned`, `processes`, `disciplines` and `auditors`|a day for it, the "
                    "disciplines that are looked at, and auditors]] who do not work in it.",
         .columns = {{{"planned", "Planned"}, text_of(own::planned)},
                     {{"processes", "Processes", {}, Column::Holds::records}, links_of({own::processes}, "none named")},
                     {{"sites", "Sites", {}, Column::Holds::records}, links_of({own::sites})},
                     {{"criteria", "Against", {}, Column::Holds::records}, links_of({own::criteria})},
                     {{"auditors", "Auditors", {}, Column::Holds::records},
                      links_of({own::auditors}, "nobody is named")},
                     {{"result", "Result"}, prose_of(own::result)},
                     {{"raised", "Raised", {}, Column::Holds::records}, raised}},
         .shown = "processes",
         .instead_of_owner = "auditors"});
    out.begin();
    add_coverage(out);
    return out.finish();
}

}  // namespace ims::reports::audits
