// The JSON Schemas of what `ims` itself writes, as they stand in schemas/output/, which the build puts in here.
#pragma once

#include <span>
#include <string_view>

namespace ims {

struct OutputSchema {
    std::string_view name;  // of the command that writes it
    std::string_view text;
};

// In the order of their names.
std::span<const OutputSchema> output_schemas();

// One function for each file.
std::string_view check_schema_json();

}  // namespace ims
