// Where `ims init` begins a folder of records, which need not be there yet.
#pragma once

#include <optional>
#include <string>

#include "base/result.h"
#include "cli/environment.h"
#include "cli/paths.h"

namespace ims {

struct NewFolder {
    std::string given;  // as it was named; "." where it was not
    std::string root;   // absolute, without links
    bool exists = false;
    std::optional<std::string> repository;  // of git, that it lies in; absolute
    std::string way;                   // from the repository to the folder; empty where they are one, or there is none
    std::optional<std::string> above;  // the nearest folder above it with an ims.yaml; absolute
};

// An error where a file stands in its place, or in that of a folder above it.
Result<NewFolder> find_new_folder(const Environment& environment, const std::string& given);

}  // namespace ims
