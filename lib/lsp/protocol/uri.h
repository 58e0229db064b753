// Files as clients name them: `file:///home/ann/caf%C3%A9.yaml`.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace ims {

// The absolute path of a `file:` URI, percent signs decoded. None of any other: `untitled:`, `git:`.
std::optional<std::string> path_of_uri(std::string_view uri);
// Requires: an absolute path.
std::string uri_of_path(std::string_view path);

}  // namespace ims
