// What fuzzers try, one function a reader: the input's bytes go in, and what must hold of whatever was read is looked
// at. Empty where all holds, else what does not, in words. What each is fed first stands in corpus/<its name>/.
#pragma once

#include <string>
#include <string_view>

namespace ims::fuzz {

// YAML, as a tree.
std::string parser(std::string_view input);
// A value of it, written anew.
std::string rewriter(std::string_view input);
// Lines, each as a date, a point in time and a duration.
std::string times(std::string_view input);
// A folder's own schema; records and an ims.yaml that are read by it. Between two of them stands a line of kPart.
std::string schemas(std::string_view input);
// ims.yaml, and a few records that are read by it.
std::string settings(std::string_view input);
// A rule's page, and the tables that the build makes of it.
std::string pages(std::string_view input);

inline constexpr std::string_view kPart = "=====\n";

}  // namespace ims::fuzz
