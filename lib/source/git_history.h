// What the command `git` tells of a folder's past: which commits touched it, which files each changed, and what stood
// in them. Knows nothing of what files mean. Of the surroundings, only the folder and its repository matter.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "source/program.h"

namespace ims {

class GitHistory {
public:
    // Numbers of paths and of contents, each path and content once.
    static constexpr std::uint32_t kNone = 0xffffffff;

    // Between a commit and one of its parents.
    struct Change {
        std::uint32_t path;
        std::uint32_t before;  // the content at the parent; kNone where the file was not there
    };
    struct Parent {
        std::uint32_t commit;
        std::vector<Change> changes;  // by path
        // What it was before, where it differs; `content` itself otherwise.
        [[nodiscard]] std::uint32_t before(std::uint32_t path, std::uint32_t content) const;
    };
    struct Commit {
        std::string hash;
        std::string day;  // YYYY-MM-DD, of the committer
        std::vector<Parent> parents;
        bool cut_off = false;  // it has parents, and they are not at hand: the history is shallow
    };

    // Up to a commit. `git`: the command. None where there is none, the folder is in no repository, or nothing is
    // committed yet.
    static std::optional<GitHistory> read(const std::string& git, const std::string& folder,
                                          const std::string& commit = "HEAD");

    // Those that touched the folder, the newest first, each before its parents. The folder stands as after the first.
    [[nodiscard]] std::span<const Commit> commits() const { return commits_; }
    // What is committed of a file, relative to the folder; kNone where nothing is.
    [[nodiscard]] std::uint32_t committed(std::string_view path) const;
    [[nodiscard]] std::uint32_t path_number(std::string_view path) const;  // kNone where it never was committed
    [[nodiscard]] const std::string& path(std::uint32_t number) const { return paths_[number]; }
    // The bytes of a content; none where they are not at hand (a partial clone), or it is no file.
    [[nodiscard]] std::optional<std::string> content(std::uint32_t number);
    // The bytes of a file, relative to the folder, as a commit has them; none where it has no such file, too.
    [[nodiscard]] std::optional<std::string> content_at(const Commit& commit, std::string_view path);

private:
    GitHistory(std::string git, std::string folder, std::string commit)
        : git_(std::move(git)), folder_(std::move(folder)), head_(std::move(commit)) {}
    [[nodiscard]] std::optional<std::string> content_of(const std::string& name);
    [[nodiscard]] std::optional<std::string> ask(std::vector<std::string> arguments, std::string_view input = {}) const;
    [[nodiscard]] bool read_commits();
    [[nodiscard]] bool read_changes();
    [[nodiscard]] bool read_committed();
    [[nodiscard]] bool read_cut();

    using Numbers = std::unordered_map<std::string, std::uint32_t>;
    static std::uint32_t number(std::string_view text, Numbers& numbers, std::vector<std::string>& texts);

    std::string git_;
    std::string folder_;
    std::string head_;  // the commit up to which it is told
    std::vector<Commit> commits_;
    std::vector<std::string> paths_;
    Numbers path_numbers_;
    std::vector<std::string> contents_;  // their hashes
    Numbers content_numbers_;
    std::unordered_map<std::uint32_t, std::uint32_t> committed_;  // by path
    std::optional<Program> reader_;
};

}  // namespace ims
