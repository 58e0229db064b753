// Which files and folders git ignores, while a folder is walked. Git is asked once for each repository, and only where
// something there says that anything is to be ignored: most folders of records need no other program.
#pragma once

#include <string>
#include <unordered_set>
#include <vector>

#include "source/file_system.h"
#include "source/git_ignored.h"

namespace ims {

class IgnoredByGit {
public:
    // `root`: the folder that is walked. `files` outlives this.
    IgnoredByGit(const FileSystem& files, std::string root, AskIgnored ask);

    // What stands in a folder, which is told before those in it; from the root, empty for the root itself.
    void enter(const std::string& folder, const std::vector<Entry>& entries);
    // Whether git ignores a path, from the root, or a folder that it lies in. Requires: its folder was entered.
    [[nodiscard]] bool contains(const std::string& path) const;

    // Why git would not say, each once; empty where it did.
    [[nodiscard]] const std::vector<std::string>& troubles() const { return troubles_; }

private:
    struct Repository {
        std::string folder;  // from the root, with a `/` at its end; empty: the one in which the root lies
        bool asked = false;
        std::unordered_set<std::string> ignored;  // from that folder, composed
    };
    void find_outer();
    [[nodiscard]] bool says_anything(const std::string& path) const;
    [[nodiscard]] bool has_rules_of_its_own(const std::string& folder) const;
    void ask(Repository& repository);
    [[nodiscard]] const Repository* repository_of(const std::string& path) const;

    const FileSystem& files_;
    std::string root_;
    AskIgnored ask_;
    std::vector<Repository> repositories_;  // inner ones behind those that they lie in
    std::vector<std::string> troubles_;
};

}  // namespace ims
