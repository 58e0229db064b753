// JSON Schema files (draft-07 with the keywords x-ims-…, see schemas/README.md) into tables. Used when the program is
// built for the built-in ones, and at run time for a user's own.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "schema/schema.h"

namespace ims {

struct SchemaFile {
    std::string path;  // as messages name it; its last part is what `$ref` names
    std::string text;
    bool operator==(const SchemaFile&) const = default;
};

// Whether every field has to say what people call it, as the built-in ones do, or is called by its name otherwise.
enum class Titles : std::uint8_t { or_names, required };

// `base` with the kinds and fields of the files added, in the order of the files. A file whose x-ims-kind exists adds
// fields to that kind. An error names the file and the place in it: a schema is the toolmaker's, not a record.
Result<Schema> extend_schema(const Schema& base, const std::vector<SchemaFile>& files,
                             Titles titles = Titles::or_names);

// Only the kinds of the files, under the numbers that `numbers` gives kinds and fields: constants in the program name
// them. Its other kinds are absent. Settings, and shapes that files share, are those of `numbers` where no file has
// them.
Result<Schema> replace_schema(const Schema& numbers, const std::vector<SchemaFile>& files);

}  // namespace ims
