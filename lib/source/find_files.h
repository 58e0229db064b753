// Which files of a folder are read: every *.yaml and *.yml, except what is hidden, ignored by ims.yaml or git, or below
// another ims.yaml.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "source/file_system.h"
#include "source/git_ignored.h"

namespace ims {

struct FoundFiles {
    std::vector<std::string> paths;  // relative to the root, in byte order, ims.yaml included; each file once
    // A folder that cannot be listed; a pipe, a device or a socket; a link that leads nowhere; one that leaves the
    // root.
    enum class TroubleKind : std::uint8_t { not_listed, no_file, dead_link, leaves };
    struct Trouble {
        std::string path;    // relative to the root
        std::string reason;  // in words for the user
        TroubleKind kind = TroubleKind::no_file;
    };
    std::vector<Trouble> unreadable;    // in byte order; pipes, dead links and folders that cannot be listed
    std::vector<std::string> left_out;  // links that leave the root: not followed, worth a word
    std::vector<std::string>
        misnamed;                      // `u.YAML`, `v.yaml.txt`, `ims.yml`: likely records, and not read; in byte order
    std::vector<std::string> schemas;  // schemas/*.schema.json, in byte order
    std::vector<std::string> links;    // all that were met, in byte order: where they lead may change without them
    // What git ignores of what would have been looked at: files, and folders with a `/` at their end, in byte order.
    std::vector<std::string> ignored_by_git;
    std::vector<std::string> git_troubles;  // why git would not say what it ignores
    // Left out as it should be, told to who asks: by `ignore`; hidden, but for `.git`; folders with an ims.yaml of
    // their own. Files of YAML, and folders with a `/` at their end, in byte order.
    std::vector<std::string> ignored;
    std::vector<std::string> hidden;
    std::vector<std::string> other_systems;
};

// `root` holds ims.yaml; `ask`: who tells what git ignores. An error only where the root itself cannot be listed.
// A link is followed where it stays inside the root, and what it leads to is read once.
Result<FoundFiles> find_files(const FileSystem& files, const std::string& root, const std::vector<std::string>& ignore,
                              const AskIgnored& ask = {});

// What a misnamed file should be called: `u.yaml`, `v.yaml`, `ims.yaml`. With its folder.
std::string better_name(const std::string& misnamed);

}  // namespace ims
