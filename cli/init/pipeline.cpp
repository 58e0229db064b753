#include "cli/init/pipeline.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "cli/command.h"
#include "source/git_command.h"
#include "source/paths.h"
#include "yaml/write.h"

namespace ims {
namespace {

constexpr std::string_view kGitHub =
    R"(# Tells on each pull request what it brings, and looks at the whole folder every Monday.
# Yours to do: a step that puts ims on PATH, and for OWNER who keeps the action of ims.
name: ims
on:
  pull_request:
  schedule: [{{cron: "0 5 * * 1"}}]
permissions: {{contents: read, pull-requests: write}}   # the second is for the comment alone
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with: {{fetch-depth: 2}}                        # the change, and what it is compared with
      # a step that puts ims on PATH
      - uses: OWNER/ims@v{0}
        with: {{{1}comment: true}}
)";

constexpr std::string_view kGitLab =
    R"(# Tells on each merge request what it brings. The schedule for the whole folder is made in GitLab.
# Yours to do: for GROUP who keeps ims, and for IMAGE one with ims and git.
include:
  - {{project: GROUP/ims, file: .gitlab/ims.yml}}
ims:
  extends: .ims
  image: IMAGE
{0})";

// "0.1.0" of "ims 0.1.0"
std::string_view version_number() {
    std::string_view line = version_line();
    line.remove_prefix(std::min(line.find(' ') + 1, line.size()));
    return trim(line);
}

std::string as_item(const std::string& path) {
    const auto text = write_scalar(path, {.in_brackets = true}, {});
    return text ? *text : "FOLDER";
}

Pipeline for_github(const NewFolder& folder) {
    const std::string path = folder.way.empty() ? "" : fmt::format("path: {}, ", as_item(folder.way));
    return {"GitHub",
            join_path(*folder.repository, ".github/workflows/ims.yml"),
            fmt::format(kGitHub, version_number(), path),
            false,
            {"OWNER"}};
}

Pipeline for_gitlab(const NewFolder& folder) {
    const std::string variables =
        folder.way.empty() ? "" : fmt::format("  variables: {{IMS_PATH: {}}}\n", as_item(folder.way));
    return {"GitLab",
            join_path(*folder.repository, ".gitlab-ci.yml"),
            fmt::format(kGitLab, variables),
            true,
            {"GROUP", "IMAGE"}};
}

// `git.example.org` of `git@git.example.org:group/name.git` and of `https://user@git.example.org:8443/group/name`.
std::string host_of(std::string_view address) {
    const std::size_t scheme = address.find("://");
    if (scheme != std::string_view::npos) address.remove_prefix(scheme + 3);
    std::string_view host = address.substr(0, address.find('/'));
    if (const std::size_t user = host.find('@'); user != std::string_view::npos) host.remove_prefix(user + 1);
    return to_lower(host.substr(0, host.find(':')));
}

}  // namespace

std::vector<Pipeline> find_pipelines(const Environment& environment, const NewFolder& folder) {
    if (!folder.repository) return {};
    const auto address = ask_git(environment.git, *folder.repository, {"config", "--get", "remote.origin.url"});
    const std::string host = address ? host_of(trim(*address)) : "";
    if (host.find("github") != std::string::npos) return {for_github(folder)};
    if (host.find("gitlab") != std::string::npos) return {for_gitlab(folder)};
    std::vector<Pipeline> found;
    const auto holds = [&](std::string_view name) {
        return environment.files->type(join_path(*folder.repository, name)) != EntryType::missing;
    };
    if (holds(".github")) found.push_back(for_github(folder));
    if (holds(".gitlab-ci.yml") || holds(".gitlab")) found.push_back(for_gitlab(folder));
    return found;
}

}  // namespace ims
