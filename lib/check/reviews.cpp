#include "check/reviews.h"

#include <fmt/format.h>

#include "schema/fields.h"

namespace ims {

FieldView due_place(const RecordView& record) {
    const FieldView review = record[fields::review];
    const FieldView next = review[fields::review.next];
    return next ? next : review[fields::review.last];
}

std::string due_reason(const RecordView& record, const Settings& settings) {
    const FieldView review = record[fields::review];
    const auto last = review[fields::review.last].date();
    const auto next = review[fields::review.next].date();
    if (next) {
        if (!last) return "`review.next` says so; no earlier review is known";
        if (*last >= *next)
            return fmt::format("it was reviewed on {}, and `review.next` was not moved on", to_string(*last));
        return fmt::format("`review.next` says so; the last review was on {}", to_string(*last));
    }
    const auto every = review[fields::review.every].duration();
    return fmt::format("the last review was on {}, and {} asks for one every {}", to_string(*last),
                       every ? "`review.every`" : "`review.every` of ims.yaml",
                       to_string(every ? *every : settings.review_every));
}

}  // namespace ims
