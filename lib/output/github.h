// What a log of GitHub Actions makes of lines, beside the format `github` itself.
#pragma once

#include <string>
#include <string_view>

namespace ims {

// Actions obeys `::word …::` and `##[word]` wherever a record's text may have put them. Both are parted by a blank, so
// that a log shows them and obeys none.
std::string safe_in_log(std::string_view text);

// The same between lines that stop all commands and let them go on again. The word that does depends on the text alone,
// so that two runs print the same bytes, and no text can hold its own.
std::string guarded_log(std::string_view text);

}  // namespace ims
