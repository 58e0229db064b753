// Which commit a folder of records stands at, by the command `git`.
#pragma once

#include <optional>
#include <string>

namespace ims {

struct GitState {
    std::string commit;    // abbreviated
    bool changed = false;  // a YAML file differs from it, or is not in it
};

// None where there is no git, the folder is in no repository, or its ims.yaml is not committed there.
std::optional<GitState> git_state(const std::string& git, const std::string& folder);

}  // namespace ims
