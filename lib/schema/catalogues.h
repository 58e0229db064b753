// The catalogues of standards that are built in: schemas/standards/*.yaml as they are written, made part of the program
// when it is built. Only text here; the engine reads those that a folder names as records of the kind `standard`.
#pragma once

#include <span>
#include <string_view>

namespace ims {

struct BuiltInCatalogue {
    std::string_view id;    // of the standard, and the name of its file: iso-9001-2026
    std::string_view text;  // YAML
};

// By id.
std::span<const BuiltInCatalogue> built_in_catalogues();

}  // namespace ims
