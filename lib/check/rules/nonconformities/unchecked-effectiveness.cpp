#include "assess/performance/nonconformities.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::unchecked_effectiveness {
namespace {

namespace own = fields::nonconformity;

// One that repeats it shows that the action did not work, checked or not.
void tell_why(FindingBuilder& finding, const RecordView& record) {
    finding.because(record.record());
    for (const Edge& edge : record.graph().references_to(record.record())) {
        if (edge.field == own::repeats) finding.because(edge.other);
    }
}

// What was looked at before the action was done says nothing of the action.
void tell_too_early(const RecordView& record, Date checked_on, Date done_on, Reporter& report) {
    auto finding =
        report.at(record, record[own::effectiveness][own::effectiveness.date],
                  "nonconformity {} was checked on {}, before its action was done on {}", record, checked_on, done_on);
    tell_why(finding, record);
    finding.field("effectiveness.date")
        .help(
            "look again now that it is done, and [[write|record]] the day and what it showed; or mend the day that is "
            "wrong");
}

}  // namespace

void check(const RecordView& record, const CheckContext& context, Reporter& report) {
    const auto done = record[own::action][own::action.done].date();
    if (!is_lapse(record) || !done) return report.not_asked(record);
    const auto due = effectiveness_due(record, context.today);
    if (!due || *due >= context.today) return;
    const FieldView effectiveness = record[own::effectiveness];
    if (effectiveness[own::effectiveness.result])
        return tell_too_early(record, *effectiveness[own::effectiveness.date].date(), *done, report);
    auto finding =
        report.at(record, effectiveness ? effectiveness.key_span() : record.id_span(),
                  "nobody [[has|is known to have]] checked whether the action against nonconformity {} worked", record);
    tell_why(finding, record);
    finding.field("effectiveness.result")
        .asks_for(record, {own::effectiveness.date, own::effectiveness.result})
        .note("it was done on {}", *done)
        .help(
            "look whether it came back or still could, and [[write what you saw: `effectiveness: {{date: YYYY-MM-DD, "
            "result: effective}}`, or `ineffective`|record the day and whether the action was effective]]");
}

}  // namespace ims::rules::unchecked_effectiveness
