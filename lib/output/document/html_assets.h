// The style and the script of our pages. Each page holds them whole and names their hashes, so that a browser runs
// nothing else, whatever the records hold.
#pragma once

#include <string_view>

namespace ims {

extern const std::string_view kHtmlStyle;
extern const std::string_view kHtmlScript;

}  // namespace ims
