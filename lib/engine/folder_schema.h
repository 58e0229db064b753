// The schema of a folder: the built-in kinds, or those of another folder instead, with what the folder's own schemas/
// add.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "schema/read_schema.h"
#include "source/file_system.h"

namespace ims {

// What it is made of. Equal texts make equal schemas.
struct SchemaTexts {
    std::vector<SchemaFile> instead;  // of the built-in ones; empty: those
    std::vector<SchemaFile> more;     // what the folder adds
    bool operator==(const SchemaTexts&) const = default;
};

// `own`: the folder's *.schema.json, relative to `root`. `schema_folder`: empty for the built-in schemas.
Result<SchemaTexts> read_schema_texts(const FileSystem& files, const std::string& root,
                                      const std::vector<std::string>& own, const std::string& schema_folder);
Result<Schema> make_schema(const SchemaTexts& texts);

}  // namespace ims
