// The types of values, as people look them up: what may be written where a field takes one, with examples. Tests hold
// each of them against the readers (read_scalars.cpp), so that none of it can become untrue.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "schema/schema.h"

namespace ims {

struct ValueExample {
    std::string_view yaml;   // as it is written behind the field's name
    std::string_view means;  // empty where it says so itself
};

struct TypeOfValue {
    std::string_view name;   // `point-in-time`
    ScalarType scalar;       // none: of a list or a map
    std::string_view title;  // after "takes": "a date"
    std::string_view says;   // a few sentences
    std::string_view field;  // a built-in field that takes it: `asset.backup.every`
    std::span<const ValueExample> examples;
    std::span<const std::string_view> refused;      // what people write at times, and no reader takes
    std::span<const std::string_view> other_names;  // by which people look for it too
};

// In the order in which people meet them.
std::span<const TypeOfValue> types_of_values();
// Requires: not `none`.
const TypeOfValue& type_of_value(ScalarType scalar);
// By one of its names, however it is spelt: `Point in time`, `yes/no`. Null where there is none.
const TypeOfValue* find_type_of_value(std::string_view name);

}  // namespace ims
