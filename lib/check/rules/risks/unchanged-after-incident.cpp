#include <algorithm>

#include "assess/risks/risk_links.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::unchanged_after_incident {
namespace {

// Processes in which it came true.
std::vector<RecordId> struck(const std::vector<RecordView>& incidents) {
    std::vector<RecordId> processes;
    for (const RecordView& incident : incidents) {
        for (const RecordView process : incident.linked(fields::incident::processes))
            processes.push_back(process.record());
    }
    std::ranges::sort(processes);
    const auto twice = std::ranges::unique(processes);
    processes.erase(twice.begin(), twice.end());
    return processes;
}

}  // namespace

void check(const RecordView& risk, const CheckContext& context, Reporter& report) {
    constexpr std::size_t kNotes = 4;
    const FieldView reviewed = risk[fields::review][fields::review.last];
    if (!reviewed.date()) return report.not_asked(risk);
    const std::vector<RecordView> since = incidents_between(risk, *reviewed.date(), context.today);
    if (since.empty()) return;
    auto finding = report.at(risk, reviewed, "{} {} was last reviewed on {}, and came true since",
                             noun(context.facts.risk(risk.record()).type), risk, *reviewed.date());
    finding.field("review.last");
    for (const RecordView& incident : since) finding.because(incident.record());
    for (const RecordId process : struck(since)) finding.cell(process, context.facts.disciplines(risk.record()));
    for (const RecordView& incident : std::span(since).first(std::min(since.size(), kNotes))) {
        const Date day = *incident[fields::incident::date].date();
        finding.note("incident {} on {}", incident, day);
        finding.label(incident.id_span(), "the incident");
    }
    if (since.size() > kNotes) finding.note("{} more like these", since.size() - kNotes);
    finding.help(
        "look at its rating and its controls with what happened in mind, mend them, and [[set `review: {{last: …}}` to "
        "the day on which you did|record the day on which you did]]");
}

}  // namespace ims::rules::unchanged_after_incident
