// What `ims explain` says of a word, in the folder that one stands in or outside of any.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "cli/environment.h"

namespace ims {

// A page. An error where the word says nothing, with the nearest word; `more_names`: those that the caller knows
// beside.
Result<std::string> explain_word(const std::string& word, const Environment& environment,
                                 const std::vector<std::string_view>& more_names = {});

// Whether there would be a page, without a look at the records.
bool is_explained(const std::string& word, const Environment& environment);

}  // namespace ims
