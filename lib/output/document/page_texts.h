// The style (page.css, drawing.css) and the script (page.js, drawing.js) of our pages, which the build puts in here.
// Each page holds them whole and names their hashes, so that a browser runs nothing else, whatever the records hold.
#pragma once

#include <string_view>

namespace ims {

std::string_view page_css();
std::string_view page_js();
// Of drawings.
std::string_view drawing_css();
std::string_view drawing_js();

}  // namespace ims
