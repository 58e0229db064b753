// Paths as text, without a look at the disk.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace ims {

// `folder` + `/` + `name`, without doubling the slash; `name` alone where the folder is empty or `.`.
std::string join_path(std::string_view folder, std::string_view name);

// The folder that a path lies in: `a` of `a/b`, `/` of `/a`, empty of `a`. None of `/`, `.` and an empty path.
std::optional<std::string> folder_of(std::string_view path);

// The last name of a path: `b` of `a/b`.
std::string_view name_of(std::string_view path);

}  // namespace ims
