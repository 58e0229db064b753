// How much aliases stand for: a few lines that name each other may mean millions of values.
#pragma once

#include <cstdint>
#include <string_view>

#include "yaml/tree.h"

namespace ims {

// The values that there would be more of, were every alias of a file written out.
std::uint64_t values_added_by_aliases(const YamlTree& tree);

// A file's tree without its values: what its records are called is left, as if it could not have been read. `problem`
// says why, beside what is wrong otherwise.
YamlTree unread_tree(const YamlTree& tree, std::string_view bytes, const YamlProblem& problem);

}  // namespace ims
