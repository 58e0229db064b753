// Text of records in HTML: whatever it holds, a reader sees that text and nothing else.
#pragma once

#include <string>
#include <string_view>

namespace ims {

// On one line, unsafe characters made visible, escaped; good within an element and between double quotes.
std::string html_text(std::string_view raw);

}  // namespace ims
