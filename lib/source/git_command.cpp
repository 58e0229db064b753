#include "source/git_command.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace ims {
namespace {

// Git sets the first ten for the hooks that it runs; then they speak of another folder than the one that is asked
// about. By the others it would complain in the words of the user's language.
constexpr std::array<std::string_view, 14> kElsewhere = {"GIT_DIR",
                                                         "GIT_WORK_TREE",
                                                         "GIT_INDEX_FILE",
                                                         "GIT_OBJECT_DIRECTORY",
                                                         "GIT_ALTERNATE_OBJECT_DIRECTORIES",
                                                         "GIT_COMMON_DIR",
                                                         "GIT_NAMESPACE",
                                                         "GIT_PREFIX",
                                                         "GIT_SHALLOW_FILE",
                                                         "GIT_REPLACE_REF_BASE",
                                                         "LANGUAGE",
                                                         "LC_ALL",
                                                         "LC_MESSAGES",
                                                         "LANG"};

}  // namespace

std::optional<Program> start_git(const std::string& git, const std::string& folder, std::vector<std::string> question,
                                 Complaints complaints, const std::string& index) {
    // It does not write what it could remember, starts no watcher, and does not fetch what is not at hand.
    std::vector<std::string> all = {git,
                                    "-C",
                                    folder.empty() ? "." : folder,
                                    "--no-pager",
                                    "--no-optional-locks",
                                    "-c",
                                    "core.fsmonitor=false",
                                    "-c",
                                    "protocol.allow=never"};
    std::ranges::move(question, std::back_inserter(all));
    std::vector<std::string> more;
    if (!index.empty()) more.push_back("GIT_INDEX_FILE=" + index);
    return Program::start(all, kElsewhere, complaints, std::move(more));
}

std::optional<std::string> ask_git(const std::string& git, const std::string& folder, std::vector<std::string> question,
                                   std::string_view input, const std::string& index) {
    auto program = start_git(git, folder, std::move(question), Complaints::thrown_away, index);
    if (!program) return std::nullopt;
    return program->finish(input);
}

}  // namespace ims
