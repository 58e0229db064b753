// The hook that git runs before a commit, so that nothing broken is committed.
#pragma once

#include <string>

#include "base/result.h"
#include "cli/environment.h"
#include "cli/init/new_folder.h"

namespace ims {

struct Hook {
    std::string path;  // absolute
    std::string text;
    std::string line;  // what such a hook has to run
    std::string
        in_other;  // why it is better added by hand, such as a hook that is there already; empty: it may be written
    bool runs_already = false;  // the hook that is there has this line
};

// An error where git keeps no repository here, or does not answer.
Result<Hook> plan_hook(const Environment& environment, const NewFolder& folder);

}  // namespace ims
