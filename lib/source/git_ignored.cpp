#include "source/git_ignored.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "source/git_command.h"
#include "source/git_repository.h"

namespace ims {
namespace {

std::string why_git_refuses(const std::string& git, const std::string& folder) {
    auto question = start_git(git, folder, {"rev-parse", "--git-dir"}, Complaints::printed);
    const std::string said = question ? question->read_all() : "";
    if (said.empty()) return {};
    const auto says = [&](std::string_view words) { return said.find(words) != std::string::npos; };
    if (says("dubious ownership") || says("unsafe repository")) {
        return "git does not say what it ignores here, because the repository belongs to another user: all of it is "
               "read. To trust it: " +
               line_that_trusts(said);
    }
    if (says("not a git repository")) return {};
    // For a folder that is ignored itself it has no list.
    if (ask_git(git, folder, {"check-ignore", "--quiet", "."})) return {};
    return "git does not say what it ignores here (`git status` there says why): all of it is read";
}

}  // namespace

GitIgnored git_ignored(const std::string& git, const std::string& folder) {
    GitIgnored ignored;
    // `check-ignore` looks through the whole index for each file that it is asked about.
    auto question =
        start_git(git, folder, {"ls-files", "--others", "--ignored", "--exclude-standard", "--directory", "-z"});
    if (!question) {
        // Asked only where something says what to ignore, in a repository.
        ignored.trouble =
            "git is not installed here, so what `.gitignore` names is read like the rest; install git, or name it "
            "under "
            "`ignore` in ims.yaml";
        return ignored;
    }
    const auto printed = question->finish();
    if (!printed) {
        ignored.trouble = why_git_refuses(git, folder);
        return ignored;
    }
    for (std::string_view rest = *printed; !rest.empty();) {
        const std::size_t end = std::min(rest.find('\0'), rest.size());
        std::string_view path = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (path.ends_with('/')) path.remove_suffix(1);
        // The folder itself, as above.
        if (path.empty() || path == ".") return {};
        ignored.paths.emplace_back(path);
    }
    return ignored;
}

}  // namespace ims
