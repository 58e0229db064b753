// The page of a record: all that is written in it, what it is linked to, what was found, and when something is due. Not
// of persons, who have a page of their own for themselves.
#include "report/every_report.h"
#include "report/sections/cells.h"
#include "report/sections/failures.h"
#include "report/sections/record_parts.h"
#include "report/sections/risk_level.h"
#include "report/sections/sections.h"
#include "schema/fields.h"

namespace ims::reports::record {
namespace {

void add_status(Page& page, const RecordView& record) {
    if (record.retired()) {
        const Words by = page.titles(record.linked(fields::replaced_by));
        if (by.empty()) return page.note("It is retired: kept for history, it takes no part any more.");
        return page.note("It is retired: kept for history, it takes no part any more. What took over: {}.", by);
    }
    if (!record.active()) return page.note("It is a draft: it counts neither as evidence nor as a concern yet.");
    const Standing standing = standing_of(page, record);
    if (!standing.words.empty()) page.paragraph("Today: {}.", state_words(page, standing));
    add_risk_level(page, record);
}

// Reports that tell the same record for an end: a sheet to hand over, to hang up, to take along.
void add_papers(Page& page, const RecordView& record) {
    if (record.retired()) return;
    const std::string name = record.name().text();
    std::vector<Words> papers;
    if (record.is(kinds::role)) papers.push_back(to_report("the job description", "role", name));
    if (record.is(kinds::process)) papers.push_back(to_report("the process on a page", "process", name));
    if (record.is(kinds::plan)) papers.push_back(to_report("the plan to take along", "plan", name));
    if (record.is(kinds::site)) papers.push_back(to_report("the site on a sheet", "site", name));
    if (record.is(kinds::incident)) papers.push_back(to_report("the incident with its notices", "incident", name));
    if (record.is(kinds::standard)) {
        papers.push_back(to_report("clause by clause", "clauses"));
        if (has_own_reports(page.analysis, record))
            papers.push_back(to_report("the statement of applicability", "applicability", name));
    }
    if (record.is(kinds::applicability)) {
        for (const RecordView standard : record.linked(fields::applicability::against))
            papers.push_back(to_report("the statement of applicability", "applicability", standard.name().text()));
    }
    if (!papers.empty()) page.paragraph("As a paper: {}.", listed(papers));
}

// Where it stands, in small words at the end: who wants to change it has to know.
void add_file(Page& page, const RecordView& record, const LastChanges* changes) {
    const Inline place = page.titled(record.record());
    if (place.path.empty()) return page.paragraph("It comes with the program.");
    const Inline file = page.placed(record.id_span(), place.path);
    const auto last = changes == nullptr ? LastChanges::const_iterator() : changes->find(place.path);
    if (changes == nullptr || last == changes->end()) return page.paragraph("File: {}", file);
    page.paragraph("File: {}, last changed on {}", file, plain(last->second));
}

}  // namespace

Document build(const ReportInput& input) {
    Page page(input, "record", Page::Frame::paper, "{}", plain(input.analysis.graph[input.subject].title()));
    const RecordView record = page.graph[page.subject];
    add_status(page, record);
    add_if_it_fails(page);
    add_papers(page, record);
    RecordFields written(page);
    written.add_card();
    add_record_findings(page);
    add_record_dates(page);
    written.add_rest();
    add_record_links(page);
    add_neighbourhood(page);
    add_file(page, record, input.changes);
    return page.finish();
}

}  // namespace ims::reports::record
