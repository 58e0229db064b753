// Which files of a folder are read: every *.yaml and *.yml, except what is hidden, ignored, or below another ims.yaml.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "source/file_system.h"

namespace ims {

struct FoundFiles {
    std::vector<std::string> paths;  // relative to the root, in byte order, ims.yaml included; each file once
    struct Trouble {
        std::string path;  // relative to the root
        std::string reason;
    };
    std::vector<Trouble> unreadable;    // in byte order; pipes, dead links and folders that cannot be listed
    std::vector<std::string> left_out;  // links that leave the root: not followed, worth a word
    std::vector<std::string> schemas;   // schemas/*.schema.json, in byte order
    std::vector<std::string> links;     // all that were met, in byte order: where they lead may change without them
};

// `root` holds ims.yaml. An error only where the root itself cannot be listed.
// A link is followed where it stays inside the root, and what it leads to is read once.
Result<FoundFiles> find_files(const FileSystem& files, const std::string& root, const std::vector<std::string>& ignore);

// The nearest folder at or above `path` that holds an ims.yaml.
Result<std::string> find_root(const FileSystem& files, const std::string& path);

// `folder` + `/` + `name`, without doubling the slash; `name` alone where the folder is empty or `.`.
std::string join_path(std::string_view folder, std::string_view name);

}  // namespace ims
