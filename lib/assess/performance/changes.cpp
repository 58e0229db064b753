#include "assess/performance/changes.h"

#include "assess/dates/intervals.h"
#include "schema/fields.h"

namespace ims {

std::optional<Date> follow_up_due(const RecordView& change) {
    namespace own = fields::change;
    const FieldView after = change[own::review_after];
    const FieldView review = change[fields::review];
    const FieldView last = review[fields::review.last];
    const auto effective = change[own::effective].date();
    if (!change.active() || !effective || after.invalid() || review.invalid() || last.invalid()) return std::nullopt;
    if (review[fields::review.next] || (last && *last.date() > *effective)) return std::nullopt;
    return due_after(effective, after.duration(), change.graph().settings());
}

}  // namespace ims
