// Patterns of `ignore` in ims.yaml and of a schema: `*` stays within a folder, `**` crosses folders, `?` is one
// character, a pattern without `/` matches at any depth, one that ends in `/` matches a folder and all below it.
#pragma once

#include <string_view>

namespace ims {

// `path` is relative to the folder of ims.yaml and uses `/`. Linear in the path for any pattern (no backtracking blow-up).
bool glob_matches(std::string_view pattern, std::string_view path);

}  // namespace ims
