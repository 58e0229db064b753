#include "check/reviews.h"

#include "schema/fields.h"

namespace ims {

FieldView due_place(const RecordView& record) {
    const FieldView review = record[fields::review];
    const FieldView next = review[fields::review.next];
    return next ? next : review[fields::review.last];
}

Message due_reason(const RecordView& record, const Settings& settings, Arena& arena) {
    const FieldView review = record[fields::review];
    const auto last = review[fields::review.last].date();
    const auto next = review[fields::review.next].date();
    if (next) {
        if (!last) return "[[`review.next` says so|this day was agreed]]; no earlier review is known";
        if (*last >= *next)
            return make_message(
                arena, "it was reviewed on {}, and [[`review.next` was not moved on|no new day was set after that]]",
                *last);
        return make_message(arena, "[[`review.next` says so|this day was agreed]]; the last review was on {}", *last);
    }
    if (const auto every = review[fields::review.every].duration())
        return make_message(arena,
                            "the last review was on {}, and [[`review.every` asks for one every|the interval is]] {}",
                            *last, *every);
    return make_message(arena,
                        "the last review was on {0}, and [[`review.every` of ims.yaml asks for one every {1}|the "
                        "interval is {1}, which "
                        "is the usual one here]]",
                        *last, settings.review_every);
}

}  // namespace ims
