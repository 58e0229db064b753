// What lies in a folder before `ims init` begins one there, and what comes of both: records of its own, and files of
// other programs, such as docker-compose.yml, which would all be told of as no records.
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/result.h"
#include "cli/editor_files.h"
#include "cli/environment.h"
#include "cli/init/new_folder.h"

namespace ims {

// Paths are relative to the folder.
struct FolderBefore {
    std::set<std::string> foreign;               // files that hold no record, nor what looks like one
    std::map<std::string, std::string> records;  // `role/owner`, and the file in which it stands
    std::vector<std::string> disciplines;        // that the records name, each once
    [[nodiscard]] bool empty() const { return foreign.empty() && records.empty(); }
};

// An error where the folder cannot be read.
Result<FolderBefore> read_folder_before(const Environment& environment, const NewFolder& folder);

// The patterns for `ignore` in ims.yaml that leave out the foreign files and no others. `files`: what is written beside
// them.
Result<std::vector<std::string>> patterns_of_foreign_files(const Environment& environment, const NewFolder& folder,
                                                           const FolderBefore& before,
                                                           const std::vector<TextFile>& files);

struct FolderErrors {
    std::size_t count = 0;
    std::set<std::string> files;
};

// What `ims check` would find broken, with these files written.
Result<FolderErrors> errors_of_folder(const Environment& environment, const NewFolder& folder,
                                      const std::vector<TextFile>& files, Date today);

}  // namespace ims
