// For tests that ask git: what the user set for themselves makes no difference.
#pragma once

#include <cstdlib>

namespace ims {

inline void use_no_git_settings() {
    ::setenv("GIT_CONFIG_GLOBAL", "/dev/null", 1);
    ::setenv("GIT_CONFIG_NOSYSTEM", "1", 1);
    ::setenv("XDG_CONFIG_HOME", "/dev/null", 1);
}

}  // namespace ims
