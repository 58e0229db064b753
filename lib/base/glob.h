// Patterns of `ignore` in ims.yaml and of a schema: `*` stays within a folder, `**` crosses folders (`a/**/b` is `a/b`
// too), `?` is one character, a pattern without `/` matches at any depth, one that ends in `/` matches a folder and all
// below it; a `/` in front ties it to the folder of ims.yaml. Upper and lower case differ.
#pragma once

#include <string_view>

namespace ims {

// `path` is relative to the folder of ims.yaml and uses `/`; the whole of it must match. An empty pattern matches
// nothing. Time grows with the product of the two lengths for any pattern (no backtracking blow-up).
bool glob_matches(std::string_view pattern, std::string_view path);

}  // namespace ims
