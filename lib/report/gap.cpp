#include "report/gap.h"

#include <algorithm>

#include "assess/participation/leads.h"
#include "schema/fields.h"

namespace ims {
namespace {

RecordId first_of(const LinkedRecords& records) { return records.empty() ? RecordId() : (*records.begin()).record(); }

RecordId who_can_mend(const Page& page, const Gap& gap) {
    if (gap.record.known()) {
        const RecordView record = page.graph[gap.record];
        if (const RecordId owner = first_of(record.linked(fields::owner)); owner.known()) return owner;
        // A job description is written by whoever the job reports to.
        if (record.is(kinds::role)) {
            if (const RecordId superior = first_of(record.linked(fields::role::reports_to)); superior.known())
                return superior;
        }
    }
    for (const Discipline discipline : gap.disciplines) {
        if (const RecordId lead = lead_of(page.graph, discipline); lead.known()) return lead;
    }
    const std::vector<RecordId> top = top_management(page.graph);
    return top.empty() ? RecordId() : top.front();
}

bool between_disciplines(const Page& page, const Gap& gap) {
    return page.rules[gap.finding->rule].family == "integration";
}

std::span<const Gap> while_same(std::span<const Gap> gaps, bool (*same)(const Gap&, const Gap&)) {
    std::size_t count = 0;
    while (count < gaps.size() && same(gaps[count], gaps.front())) ++count;
    return gaps.first(count);
}

}  // namespace

std::vector<Gap> collect_gaps(const Page& page) {
    std::vector<Gap> gaps;
    for (const Finding& finding : page.analysis.findings) {
        Gap gap;
        gap.finding = &finding;
        if (const auto record = page.graph.find(finding.record); record && !page.graph[*record].unread())
            gap.record = *record;
        gap.disciplines = page.settings.set_of(finding.disciplines);
        if (gap.disciplines.empty() && gap.record.known()) gap.disciplines = page.facts.disciplines(gap.record);
        gap.owner = who_can_mend(page, gap);
        gaps.push_back(gap);
    }
    std::ranges::stable_sort(gaps, [&](const Gap& a, const Gap& b) {
        if (a.finding->grade != b.finding->grade) return a.finding->grade > b.finding->grade;
        const bool a_between = between_disciplines(page, a);
        if (a_between != between_disciplines(page, b)) return a_between;
        return a.finding->rule < b.finding->rule;
    });
    return gaps;
}

std::span<const Gap> same_grade(std::span<const Gap> gaps) {
    return while_same(gaps, [](const Gap& a, const Gap& b) { return a.finding->grade == b.finding->grade; });
}

std::span<const Gap> same_rule(std::span<const Gap> gaps) {
    return while_same(gaps, [](const Gap& a, const Gap& b) {
        return a.finding->grade == b.finding->grade && a.finding->rule == b.finding->rule;
    });
}

Inline where(const Page& page, const Gap& gap) {
    if (!gap.record.known()) {
        // What is about a whole discipline points at it in ims.yaml.
        const bool discipline = gap.finding->span.file == page.settings.file && !gap.disciplines.empty();
        const std::string& path = page.analysis.sources[gap.finding->span.file].path;
        return page.placed(gap.finding->span, discipline ? capitalised(spoken(page.settings, gap.disciplines)) : path);
    }
    // The link leads to the very line that was found, the words to the record.
    Inline link = page.titled(gap.record);
    link.line = page.placed(gap.finding->span, "").line;
    if (gap.finding->span.file != page.graph[gap.record].file()) link.path = page.placed(gap.finding->span, "").path;
    return link;
}

}  // namespace ims
