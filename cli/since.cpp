#include "cli/since.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "cli/suggest.h"
#include "source/git_command.h"
#include "source/git_repository.h"

namespace ims {
namespace {

class SinceFinder {
public:
    SinceFinder(const Environment& environment, const std::string& repository, const SinceAsked& asked)
        : environment_(environment), repository_(repository), asked_(asked) {}

    // "where `main` and `topic` part", of `main...topic`.
    Result<Since> fork(const std::string& one, const std::string& other) const {
        IMS_TRY_ASSIGN(const Since first, named(one));
        IMS_TRY_ASSIGN(const Since second, named(other));
        const auto hash = merge_base(environment_.git, repository_, first.commit, second.commit);
        if (hash)
            return Since{*hash, fmt::format("{}, where `{}` and `{}` part", told(*hash), visible(one), visible(other))};
        return Error{fmt::format("{}no commit is at hand from which `{}` and `{}` go apart", asked_.before,
                                 visible(one), visible(other))};
    }

    Result<Since> named(const std::string& word) const {
        if (const auto hash = commit(word)) {
            const bool is_hash = hash->starts_with(word);
            std::string says = is_hash ? told(*hash) : fmt::format("{} (`{}`)", told(*hash), visible(word));
            // What is counted back from here is here.
            const bool is_behind = word.starts_with("HEAD");
            const auto fork = is_behind ? hash : merge_base(environment_.git, repository_, "HEAD", *hash);
            if (fork && *fork != *hash) says += ", which has commits that are not here";
            return Since{*hash, std::move(says)};
        }
        if (word == "HEAD" && nothing_committed()) return before_the_first();
        if (is_shallow(environment_.git, repository_)) {
            return Error{
                fmt::format("{}commit `{}` is not at hand, since only the last commits were fetched\n     fetch "
                            "it first: {}",
                            asked_.before, visible(word), line_that_fetches(word))};
        }
        const std::vector<std::string> names = names_of_git();
        return Error{fmt::format("{}git knows no revision `{}`{}", asked_.before, visible(word),
                                 did_you_mean(word, {names.begin(), names.end()}))};
    }

    Result<Since> automatic() const {
        if (variable("GITHUB_ACTIONS") && variable("GITHUB_BASE_REF")) return on_github();
        if (const auto hash = variable("CI_MERGE_REQUEST_TARGET_BRANCH_SHA"))
            return on_gitlab(*hash, "the target of the merge request");
        if (const auto hash = variable("CI_MERGE_REQUEST_DIFF_BASE_SHA"))
            return on_gitlab(*hash, "where the merge request begins");
        return from_upstream();
    }

private:
    [[nodiscard]] std::optional<std::string> commit(const std::string& revision) const {
        return find_commit(environment_.git, repository_, revision);
    }
    [[nodiscard]] std::optional<std::string> variable(const std::string& name) const {
        return variable_of(environment_, name);
    }
    [[nodiscard]] bool nothing_committed() const {
        return ask_git(environment_.git, repository_, {"rev-parse", "--git-dir"}) && !commit("HEAD");
    }
    static Since before_the_first() { return {{}, "`HEAD`, since nothing is committed yet"}; }
    // What brings a revision into a shallow clone, and makes it known by a name.
    [[nodiscard]] std::string line_that_fetches(std::string_view word) const {
        constexpr std::string_view kRemote = "origin/";
        if (word.find_first_of("~^@") != std::string_view::npos) return "`git fetch --unshallow`";
        if (word.starts_with(kRemote)) {
            word.remove_prefix(kRemote.size());
            return fmt::format("`git fetch --depth=1 origin {0}:refs/remotes/origin/{0}`", visible(word));
        }
        return fmt::format("`git fetch --depth=1 origin {}`, and compare with `{} FETCH_HEAD`", visible(word),
                           asked_.by);
    }
    static std::string told(std::string_view hash) { return fmt::format("commit {}", short_hash(hash)); }

    // Any commit may be a merge, and the first parent of those that people made is no target: a checkout may have a
    // `ref` of its own, and on pull_request_target it is the target itself.
    [[nodiscard]] bool is_merge_of_github() const {
        const auto ref = variable("GITHUB_REF");
        const auto made = variable("GITHUB_SHA");
        if (ref && !ref->starts_with("refs/pull/")) return false;
        if (made && commit("HEAD") != made) return false;
        return commit("HEAD^2").has_value();
    }

    // What Actions checks out of a pull request is a merge made for it: its first parent is what it goes into.
    [[nodiscard]] Result<Since> on_github() const {
        const std::string base = *variable("GITHUB_BASE_REF");
        const auto target = is_merge_of_github() ? commit("HEAD^1") : std::nullopt;
        if (target) return Since{*target, told(*target) + ", into which the pull request goes"};
        const std::string branch = "origin/" + base;
        const auto fork = commit(branch) ? merge_base(environment_.git, repository_, "HEAD", branch) : std::nullopt;
        if (fork) return Since{*fork, fmt::format("{}, where this left `{}`", told(*fork), visible(branch))};
        return Error{
            asked_.before +
            "the commit into which the pull request goes is not at hand\n     check out one more: `with: "
            "{fetch-depth: 2}` for actions/checkout, or `{fetch-depth: 0}` where its `ref` is not the merge commit"};
    }

    [[nodiscard]] Result<Since> on_gitlab(const std::string& hash, std::string_view says) const {
        if (const auto found = commit(hash)) return Since{*found, fmt::format("{}, {}", told(*found), says)};
        return Error{
            fmt::format("{2}commit {0}, {1}, is not at hand\n     fetch it before this line: `git fetch "
                        "--depth=1 origin {0}`",
                        visible(hash), says, asked_.before)};
    }

    [[nodiscard]] Result<Since> from_upstream() const {
        constexpr std::array<std::string_view, 4> kUpstreams = {"@{upstream}", "origin/HEAD", "origin/main",
                                                                "origin/master"};
        const auto head = commit("HEAD");
        if (!head && nothing_committed()) return before_the_first();
        std::optional<Since> pushed;
        for (const std::string_view each : kUpstreams) {
            const std::string upstream(each);
            if (!commit(upstream)) continue;
            if (const auto fork = merge_base(environment_.git, repository_, "HEAD", upstream)) {
                // A branch that was pushed left its upstream at its own end: what it goes into is another one.
                if (fork != head)
                    return Since{*fork,
                                 fmt::format("{}, where this left `{}`", told(*fork), name_of_upstream(upstream))};
                if (!pushed) {
                    pushed = Since{*fork, fmt::format("{}, the last one here, which `{}` has too", told(*fork),
                                                      name_of_upstream(upstream))};
                }
                continue;
            }
            return Error{fmt::format("{}the commit where this left `{}` is not at hand\n     {}", asked_.before, each,
                                     is_shallow(environment_.git, repository_)
                                         ? std::string("fetch the rest first: `git fetch --unshallow`")
                                         : fmt::format("name one to compare with: `{} REVISION`", asked_.by))};
        }
        if (pushed) return *pushed;
        return Error{fmt::format(
            "{0}there is no upstream, `origin/main` or `origin/master` to compare with\n     name a revision, for "
            "example `{1} HEAD` for what is not committed yet, or `{1} HEAD^` for the last commit too",
            asked_.before, asked_.by)};
    }

    // "origin/topic" of "@{upstream}".
    [[nodiscard]] std::string name_of_upstream(const std::string& upstream) const {
        auto name = ask_git(environment_.git, repository_, {"rev-parse", "--abbrev-ref", upstream});
        if (!name) return upstream;
        name->erase(std::min(name->find_first_of("\r\n"), name->size()));
        return visible(*name);
    }

    [[nodiscard]] std::vector<std::string> names_of_git() const {
        std::vector<std::string> names = {"HEAD"};
        const auto printed = ask_git(environment_.git, repository_, {"for-each-ref", "--format=%(refname:short)"});
        for (std::string_view rest = printed ? std::string_view(*printed) : ""; !rest.empty();) {
            const std::size_t end = std::min(rest.find('\n'), rest.size());
            names.emplace_back(rest.substr(0, end));
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
        return names;
    }

    const Environment& environment_;
    const std::string& repository_;
    const SinceAsked& asked_;
};

}  // namespace

Result<Since> find_since(const Environment& environment, const std::string& word, const std::string& repository,
                         const SinceAsked& asked) {
    const SinceFinder finder(environment, repository, asked);
    const std::size_t between = word.find("...");
    Result<Since> found = word == kSinceAuto ? finder.automatic()
                          : between == std::string::npos
                              ? finder.named(word)
                              : finder.fork(word.substr(0, between), word.substr(between + 3));
    if (found) return found;
    // Asked last: where all is well it need not be.
    if (const auto why = why_git_is_silent(environment.git, repository)) return Error{asked.before + *why};
    return found;
}

}  // namespace ims
