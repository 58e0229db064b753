// Records of what happened.
#pragma once

#include "link/graph.h"

namespace ims {

// It tells of what is over, and so names what was there then: an incident, a done audit, a change and the like.
bool is_history(const RecordView& record);

// What the record names there, in the field, was there then, and need not be any more: an approval, what was
// superseded, all that a record of history names but who still has something to do.
bool names_what_was(const RecordView& record, Field field, const FieldView& value);

// A record of this kind says there who accepted something, or what somebody was shown to be able to do. That holds for
// the record that is named alone: whatever takes its place, it has to be accepted or shown anew.
bool stays_with_what_it_names(KindId kind, Field field);

}  // namespace ims
