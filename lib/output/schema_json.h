// JSON Schemas as editors want them: one file that needs no other.
#pragma once

#include <string>

#include "schema/schema.h"

namespace ims {

// The schema of a kind (or of ims.yaml) with the shared shapes that it uses brought along, and what the values of its
// enumerations mean where editors look for it.
std::string bundled_schema(const Schema& schema, KindId kind);

// One schema for a file of any kind: which one holds follows from the key that names the kind.
std::string bundled_schema(const Schema& schema);

}  // namespace ims
