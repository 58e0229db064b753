// The repository that a folder lies in, and the commits that words of git name there.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "source/file_system.h"

namespace ims {

// Where it begins: the nearest folder at or above that holds a `.git`. Asked of the disk, so that paths are the same
// where git is missing or refuses. None where there is none. `folder`: without links, absolute.
std::optional<std::string> find_repository(const FileSystem& files, const std::string& folder);

// Why git tells nothing of a folder: there is no git, no repository, or it belongs to another user (as in containers).
struct GitSilence {
    std::string why;
    std::string remedy;  // the line that helps; empty where there is none
};
// None where it speaks.
std::optional<GitSilence> silence_of_git(const std::string& git, const std::string& folder);
// The same in one sentence.
std::optional<std::string> why_git_is_silent(const std::string& git, const std::string& folder);

// `git config --global --add safe.directory /srv/ims`, as git itself proposes it in what it says.
std::string line_that_trusts(std::string_view complaint);

// Where git keeps what belongs to this work tree: `.git`, of linked work trees and submodules a folder elsewhere.
std::optional<std::string> git_folder(const std::string& git, const std::string& folder);

// Whether only the last commits are at hand.
bool is_shallow(const std::string& git, const std::string& folder);

// The hash of the commit that a revision names: `HEAD^1`, a branch, a tag, a hash. None where none of that name is at
// hand. Nothing is fetched.
std::optional<std::string> find_commit(const std::string& git, const std::string& folder, const std::string& revision);

// The commit from which two go apart; none where it is not at hand.
std::optional<std::string> merge_base(const std::string& git, const std::string& folder, const std::string& one,
                                      const std::string& other);

struct DatedCommit {
    std::string hash;
    std::string day;  // YYYY-MM-DD, of the committer, where the committer was
};
// A commit and those before it, the newest first: of several parents the first, which is what a merge went into. None
// where git does not tell.
std::vector<DatedCommit> first_parents(const std::string& git, const std::string& folder, const std::string& commit);

// Ten digits of a hash, as people are told.
std::string_view short_hash(std::string_view hash);

}  // namespace ims
