// When the files of a folder were last changed, as far as git knows: one look for all of them.
#pragma once

#include <functional>
#include <map>
#include <span>
#include <string>

namespace ims {

// By path from the folder: the day of the newest commit that changed the file, YYYY-MM-DD. A file that is not
// committed, or whose history is not at hand, is not among them.
using LastChanges = std::map<std::string, std::string, std::less<>>;

// `git`: the command; empty: there is none, and nothing is known.
LastChanges last_changes(const std::string& git, const std::string& folder, std::span<const std::string> paths);

}  // namespace ims
