// The schema of the folder that one stands in, for commands that need no records.
#pragma once

#include <string>

#include "base/result.h"
#include "schema/schema.h"
#include "source/file_system.h"

namespace ims {

// The built-in schema outside of any folder; `schemas`: the folder of `--schemas`, or empty.
Result<Schema> schema_here(const FileSystem& files, const std::string& schemas);

}  // namespace ims
