#include "output/output_schemas.h"

#include <array>

namespace ims {

std::span<const OutputSchema> output_schemas() {
    static const std::array<OutputSchema, 1> all = {{{"check", check_schema_json()}}};
    return all;
}

}  // namespace ims
