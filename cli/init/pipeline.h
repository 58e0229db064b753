// The pipeline that `ims init` writes for the host of the git repository: GitHub or GitLab, where one of them is found.
#pragma once

#include <string>
#include <vector>

#include "cli/environment.h"
#include "cli/init/new_folder.h"

namespace ims {

struct Pipeline {
    std::string host;  // "GitHub"
    std::string path;  // absolute
    std::string text;
    bool serves_others = false;        // the file holds whatever runs there, not ours alone
    std::vector<std::string> to_fill;  // words in it that whoever keeps it has to replace
};

// By the address of the remote `origin`; where that says nothing, by what the repository holds. Empty where neither
// tells.
std::vector<Pipeline> find_pipelines(const Environment& environment, const NewFolder& folder);

}  // namespace ims
