#include "source/git_repository.h"

#include <algorithm>

#include "source/git_command.h"
#include "source/paths.h"

namespace ims {
namespace {

// The one line that git prints, without its end.
std::optional<std::string> one_line(std::optional<std::string> printed) {
    if (!printed) return std::nullopt;
    printed->erase(std::min(printed->find_first_of("\r\n"), printed->size()));
    if (printed->empty()) return std::nullopt;
    return printed;
}

}  // namespace

std::optional<std::string> find_repository(const FileSystem& files, const std::string& folder) {
    for (std::optional<std::string> each = folder; each; each = folder_of(*each)) {
        if (files.type(join_path(*each, ".git")) != EntryType::missing) return each;
    }
    return std::nullopt;
}

std::string line_that_trusts(std::string_view complaint) {
    constexpr std::string_view kBegin = "git config ";
    const std::size_t begin = complaint.find(kBegin);
    if (begin == std::string_view::npos) return "git config --global --add safe.directory FOLDER";
    return std::string(complaint.substr(begin, complaint.find('\n', begin) - begin));
}

std::optional<std::string> why_git_is_silent(const std::string& git, const std::string& folder) {
    const auto silence = silence_of_git(git, folder);
    if (!silence || silence->remedy.empty()) return silence ? std::optional(silence->why) : std::nullopt;
    return silence->why + "; to trust it: " + silence->remedy;
}

std::optional<GitSilence> silence_of_git(const std::string& git, const std::string& folder) {
    if (git.empty()) return GitSilence{"git is not installed here", {}};
    if (ask_git(git, folder, {"rev-parse", "--git-dir"})) return std::nullopt;
    if (!ask_git(git, folder, {"--version"})) return GitSilence{"git is not installed here", {}};
    auto question = start_git(git, folder, {"rev-parse", "--git-dir"}, Complaints::printed);
    const std::string said = question ? question->read_all() : "";
    const auto says = [&](std::string_view words) { return said.find(words) != std::string::npos; };
    if (says("dubious ownership") || says("unsafe repository"))
        return GitSilence{"the repository belongs to another user, and git refuses to read it", line_that_trusts(said)};
    if (says("not a git repository")) return GitSilence{"this folder is in no git repository", {}};
    return GitSilence{"git does not answer here (`git status` there says why)", {}};
}

std::optional<std::string> git_folder(const std::string& git, const std::string& folder) {
    return one_line(ask_git(git, folder, {"rev-parse", "--absolute-git-dir"}));
}

bool is_shallow(const std::string& git, const std::string& folder) {
    const auto said = ask_git(git, folder, {"rev-parse", "--is-shallow-repository"});
    return said && said->starts_with("true");
}

std::optional<std::string> find_commit(const std::string& git, const std::string& folder, const std::string& revision) {
    if (revision.empty() || revision.starts_with('-') || revision.find('\n') != std::string::npos) return std::nullopt;
    // One question for both: a full hash is taken for good though no such commit may be there.
    const auto printed = ask_git(git, folder, {"cat-file", "--batch-check=%(objecttype) %(objectname)"},
                                 revision + "^{commit}\n" + revision + "^{tree}\n");
    constexpr std::string_view kCommit = "commit ";
    if (!printed || !printed->starts_with(kCommit) || printed->find("\ntree ") == std::string::npos)
        return std::nullopt;
    return one_line(printed->substr(kCommit.size()));
}

std::optional<std::string> merge_base(const std::string& git, const std::string& folder, const std::string& one,
                                      const std::string& other) {
    return one_line(ask_git(git, folder, {"merge-base", one, other}));
}

std::vector<DatedCommit> first_parents(const std::string& git, const std::string& folder, const std::string& commit) {
    std::vector<DatedCommit> commits;
    const auto printed = ask_git(git, folder, {"log", "--first-parent", "--format=%H %cs", commit, "--"});
    if (!printed) return commits;
    for (std::string_view rest = *printed; !rest.empty();) {
        const std::string_view line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(line.size() + 1, rest.size()));
        if (const std::size_t blank = line.find(' '); blank != std::string_view::npos)
            commits.push_back({std::string(line.substr(0, blank)), std::string(line.substr(blank + 1))});
    }
    return commits;
}

std::string_view short_hash(std::string_view hash) { return hash.substr(0, 10); }

}  // namespace ims
