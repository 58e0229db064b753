// What file managers and programs that keep files in step call a copy: `x (1).yaml`, `x - Copy.yaml`, `x copy 2.yaml`,
// `Kopie von x.yaml`; a folder too.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ims {

// Whether the name of a file, or of a folder that it lies in, is that of a copy. Numbers at the end count only between
// brackets here: `hall 2.yaml` is as good a name as any.
bool is_called_copy(std::string_view path);

// What the original of a file may be called if its name is that of a copy, the likeliest first. Whether there is such a
// file, and whether it says the same, is for the caller to see: `hall 2.yaml` may be a copy of `hall.yaml`.
std::vector<std::string> originals_by_name(std::string_view path);

}  // namespace ims
