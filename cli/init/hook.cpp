#include "cli/init/hook.h"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

#include "base/text.h"
#include "source/git_command.h"
#include "source/git_repository.h"
#include "source/paths.h"

namespace ims {
namespace {

// One word of a shell's line, whatever it holds.
std::string quoted_for_shell(std::string_view text) {
    std::string word = "'";
    for (const char c : text) {
        if (c == '\'') word += "'\\''";
        else word += c;
    }
    return word + "'";
}

// Empty where git says nothing.
std::string first_line(std::optional<std::string> said) {
    if (!said) return {};
    said->erase(std::min(said->find_first_of("\r\n"), said->size()));
    return *said;
}

}  // namespace

Result<Hook> plan_hook(const Environment& environment, const NewFolder& folder) {
    if (!folder.repository)
        return Error{"--hook: there is no git repository here, so nothing was written; `git init` makes one"};
    const std::string& repository = *folder.repository;
    if (const auto silence = why_git_is_silent(environment.git, repository))
        return Error{fmt::format("--hook: {}; nothing was written", visible(*silence))};
    // In linked work trees, and where `core.hooksPath` says so, hooks lie elsewhere.
    const std::string hooks = first_line(ask_git(environment.git, repository, {"rev-parse", "--git-path", "hooks"}));
    if (hooks.empty()) return Error{"--hook: git does not say where hooks lie; nothing was written"};
    Hook hook;
    hook.path = join_path(hooks.starts_with('/') ? hooks : join_path(repository, hooks), "pre-commit");
    hook.line = "ims check --staged --fail-on error";
    if (!folder.way.empty()) hook.line += " " + quoted_for_shell(folder.way);
    hook.text = fmt::format(
        "#!/bin/sh\n# Looks at what is about to be committed. Only what is broken stops it.\n"
        "command -v ims >/dev/null || {{\n"
        "    echo 'ims is not installed here, so nothing was checked; git commit --no-verify goes without it' >&2\n"
        "    exit 1\n}}\n"
        "exec {}\n",
        hook.line);
    constexpr std::size_t kLargest = std::size_t{1} << 20;
    if (environment.files->type(hook.path) != EntryType::missing) {
        const auto there = environment.files->read(hook.path, kLargest);
        hook.runs_already = there && there->find(hook.line) != std::string::npos;
        hook.in_other = "there is a hook already";
    } else if (!first_line(ask_git(environment.git, repository, {"config", "--get", "core.hooksPath"})).empty()) {
        hook.in_other = "`core.hooksPath` says that hooks are kept elsewhere";
    }
    return hook;
}

}  // namespace ims
