// Which built-in standards belong to which discipline, as their catalogues say it.
#pragma once

#include <string_view>

namespace ims {

// Of the editions that no later one replaces the one that was published last, by its id; empty where there is none.
std::string_view newest_standard_of(std::string_view discipline);
// Of a built-in standard, by its id; empty where it says none.
std::string_view discipline_of_standard(std::string_view id);

}  // namespace ims
