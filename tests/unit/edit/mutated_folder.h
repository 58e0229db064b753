// A small folder in which YAML is written in every way, and slips of the pen in it: misspelt words and days, quotes of
// another kind, comments, aliases, other ends of lines. The same number always makes the same slips.
#pragma once

#include <cstdint>
#include <map>
#include <string>

namespace ims::test {

// By path. No record in it is wrong.
std::map<std::string, std::string> folder_to_mutate();
std::map<std::string, std::string> mutated(std::map<std::string, std::string> files, std::uint32_t seed);

}  // namespace ims::test
