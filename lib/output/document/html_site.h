// What pages of a folder have for a reader to find others: the menu, and the data of the search.
#pragma once

#include <string>

#include "output/document/document_format.h"

namespace ims {

// Anchors of headings hold no `:`, so these are free for us.
inline constexpr std::string_view kHtmlMain = "ims:main";

// The way past it, and the menu; nothing where the page stands alone. `here`: the page, as links call it.
std::string html_menu(const DocumentStyle& style, std::string_view here);
// Without the script it says `otherwise`; the data are no program, so that the page's policy has nothing to allow.
std::string html_search(const DocumentStyle& style, const Search& search);

}  // namespace ims
