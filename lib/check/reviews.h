// What the rules on reviews say alike.
#pragma once

#include "check/rule.h"

namespace ims {

// The value that says when the review is due: `review.next`, or else `review.last`.
FieldView due_place(const RecordView& record);

// How that day came about: "`review.next` says so", "the last review was on …, and it is due every …".
Message due_reason(const RecordView& record, const Settings& settings, Arena& arena);

}  // namespace ims
