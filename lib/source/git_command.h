// How the command `git` is asked about a folder: it writes nothing, fetches nothing and runs no program of the
// repository's. Of the surroundings, only the folder and its repository matter.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "source/program.h"

namespace ims {

// What it complains of is thrown away, or printed with the rest, in English. An empty folder is the one where we stand.
// None where there is no such command.
std::optional<Program> start_git(const std::string& git, const std::string& folder, std::vector<std::string> question,
                                 Complaints complaints = Complaints::thrown_away, const std::string& index = {});
// What it prints; none where it ended badly, too. `index`: the file of an index that is not the repository's usual one.
std::optional<std::string> ask_git(const std::string& git, const std::string& folder, std::vector<std::string> question,
                                   std::string_view input = {}, const std::string& index = {});

}  // namespace ims
