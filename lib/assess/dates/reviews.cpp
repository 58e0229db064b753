#include "assess/dates/reviews.h"

#include "assess/dates/intervals.h"
#include "schema/fields.h"

namespace ims {

std::optional<Date> review_due(const RecordView& record) {
    const FieldView review = record[fields::review];
    if (const FieldView next = review[fields::review.next]) return next.date();
    const FieldView every = review[fields::review.every];
    if (every.invalid()) return std::nullopt;
    return due_after(review[fields::review.last].date(), every.duration(), record.graph().settings());
}

}  // namespace ims
