#include "source/git_state.h"

#include <utility>

#include "source/git_command.h"

namespace ims {

std::optional<GitState> git_state(const std::string& git, const std::string& folder) {
    // A folder may lie in a repository that knows nothing of it.
    if (!ask_git(git, folder, {"cat-file", "-e", "HEAD:./ims.yaml"})) return std::nullopt;
    auto commit = ask_git(git, folder, {"rev-parse", "--short=10", "HEAD"});
    auto status = ask_git(git, folder, {"status", "--porcelain", "--untracked-files=all", "--", "*.yaml", "*.yml"});
    if (!commit || !status) return std::nullopt;
    while (!commit->empty() && (commit->back() == '\n' || commit->back() == '\r')) commit->pop_back();
    return GitState{std::move(*commit), !status->empty()};
}

}  // namespace ims
