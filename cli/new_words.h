// What `ims new` says when it is done, or why it is not.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "edit/new_record.h"

namespace ims {

// What `check` says of values that were set.
Error words_of_errors(const Analysis& after, const NewRecordWish& wish, const std::vector<const Finding*>& errors);

// Lines for stderr; empty where there is nothing to say.
std::string words_of_links(const Analysis& analysis, const NewRecordWish& wish);
std::string words_of_what_is_asked(const NewRecord& record, const NewRecordSeen& seen);

// Which kinds the folder lacks most, and what to type. `way`: to the folder of ims.yaml from here.
std::string words_of_lacking(const Analysis& analysis, const std::string& way);

}  // namespace ims
