// Kinds of YAML, written down so that they read like the rules that they follow from.
//
//     ##### a group, and what is common to its kinds
//
//     === what is of interest here
//     a: b               the lines of a file, with signs for what cannot be seen: see kinds.cpp
//     => {"a": "b"}      what it says, as JSON; ` --- ` between documents, `none` where one holds nothing, `broken`
//                        where one cannot be read
//     !! 1:4 message     line, column and message of each problem
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "yaml/tree.h"

namespace ims::test {

struct Kind {
    std::string name;
    std::string bytes;
    std::string value;     // empty: not said
    std::string problems;  // a line each
};
std::vector<Kind> read_kinds(std::string_view text);

// The values of a file, and its problems, as they are written down.
std::string values_of(const YamlTree& tree, std::string_view bytes);
std::string problems_of(const YamlTree& tree, std::string_view bytes);

std::string_view valid_kinds();
std::string_view malformed_kinds();
// Both what is not read and what is read in another way.
std::string_view left_out_kinds();

}  // namespace ims::test
