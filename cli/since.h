// Which commit `check --since` and `diff` compare with, and how that is said.
#pragma once

#include <optional>
#include <string>

#include "base/result.h"
#include "cli/environment.h"

namespace ims {

// Asks for the commit that this work is to be merged into.
inline constexpr std::string_view kSinceAuto = "auto";

struct Since {
    std::string commit;  // its hash; empty: nothing is committed yet
    std::string says;    // "commit 0123456789, the merge base with `origin/main`"
};

// How whoever asks is told of trouble: `--since: …`, and what to ask instead.
struct SinceAsked {
    std::string before = "--since: ";  // what an error begins with
    std::string by = "--since";        // what a revision is named behind
};

// `word`: a revision; `ONE...OTHER`, from which commit the two go apart; or kSinceAuto: on GitHub and GitLab what the
// pull or merge request is to go into, elsewhere where this branch left its upstream. `repository`: where it begins.
// Nothing is fetched: an error says which line of whom would bring what is not at hand.
Result<Since> find_since(const Environment& environment, const std::string& word, const std::string& repository,
                         const SinceAsked& asked = {});

}  // namespace ims
