// A text as its field's type reads it: pure, and the only place that decides what is read and what is not.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "schema/read_values.h"

namespace ims {

struct ScalarValue {
    ValueType type = ValueType::text;
    std::int64_t payload = 0;  // as that of a Value
};

// None where the text is no such value. Of a shape that takes no single value: not typed.
std::optional<ScalarValue> scalar_value(const Shape& shape, std::string_view text, const ReadRules& rules);

// Which numbers a field takes.
struct NumberBounds {
    double lowest = 0;
    double highest = 0;
};
NumberBounds bounds_of(const Shape& shape);
// None for what is no number, whatever its field takes.
std::optional<double> number_in(std::string_view text);

// yes, no, true, false, in capitals too; none for any other word.
std::optional<bool> yes_or_no(std::string_view text);

}  // namespace ims
