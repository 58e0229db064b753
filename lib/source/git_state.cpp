#include "source/git_state.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>
#include <utility>
#include <vector>

#include "source/program.h"

namespace ims {
namespace {

// Git sets these for the hooks that it runs; then they speak of another folder than the one that is asked about.
constexpr std::array<std::string_view, 4> kSetForHooks = {"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"};

std::optional<std::string> ask(const std::string& git, const std::string& folder, std::vector<std::string> question) {
    // It writes nothing, not even what it could remember, and starts no watcher.
    std::vector<std::string> all = {
        git, "-C", folder.empty() ? "." : folder, "--no-pager", "--no-optional-locks", "-c", "core.fsmonitor=false"};
    std::ranges::move(question, std::back_inserter(all));
    auto program = Program::start(all, kSetForHooks);
    if (!program) return std::nullopt;
    return program->finish();
}

}  // namespace

std::optional<GitState> git_state(const std::string& git, const std::string& folder) {
    // A folder may lie in a repository that knows nothing of it.
    if (!ask(git, folder, {"cat-file", "-e", "HEAD:./ims.yaml"})) return std::nullopt;
    auto commit = ask(git, folder, {"rev-parse", "--short=10", "HEAD"});
    auto status = ask(git, folder, {"status", "--porcelain", "--untracked-files=all", "--", "*.yaml", "*.yml"});
    if (!commit || !status) return std::nullopt;
    while (!commit->empty() && (commit->back() == '\n' || commit->back() == '\r')) commit->pop_back();
    return GitState{std::move(*commit), !status->empty()};
}

}  // namespace ims
