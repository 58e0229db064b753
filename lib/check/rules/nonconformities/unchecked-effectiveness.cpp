#include <fmt/format.h>

#include "assess/performance/nonconformities.h"
#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims::rules::unchecked_effectiveness {
namespace {

namespace own = fields::nonconformity;

// What was looked at before the action was done says nothing of the action.
void tell_too_early(const RecordView& record, Date checked_on, Date done_on, Reporter& report) {
    report
        .at(record, record[own::effectiveness][own::effectiveness.date],
            fmt::format("nonconformity {} was checked on {}, before its action was done on {}", ticked(record),
                        to_string(checked_on), to_string(done_on)))
        .field("effectiveness.date")
        .help("look again now that it is done, and write the day and what it showed; or mend the day that is wrong");
}

}  // namespace

void check(const RecordView& record, const CheckContext& context, Reporter& report) {
    const auto due = effectiveness_due(record, context.today);
    if (!due || *due >= context.today) return;
    const auto done = record[own::action][own::action.done].date();
    const FieldView effectiveness = record[own::effectiveness];
    if (effectiveness[own::effectiveness.result])
        return tell_too_early(record, *effectiveness[own::effectiveness.date].date(), *done, report);
    report
        .at(record, effectiveness ? effectiveness.key_span() : record.id_span(),
            fmt::format("nobody has checked whether the action against nonconformity {} worked", ticked(record)))
        .field("effectiveness.result")
        .note(fmt::format("it was done on {}", to_string(*done)))
        .help(
            "look whether it came back or still could, and write what you saw: `effectiveness: {date: YYYY-MM-DD, "
            "result: effective}`, or `ineffective`");
}

}  // namespace ims::rules::unchecked_effectiveness
