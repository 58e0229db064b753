// What a plain text may be taken for: a word such as `no`, `1.10` or `2026-01-01` is a text to `ims`, but a boolean, a
// number or a date to some other reader of YAML.
#pragma once

#include <cstdint>
#include <string_view>

namespace ims {

// `time` is `12:30`, a number to YAML 1.1; `merge` are `<<` and `=`, which mean something by themselves there.
enum class ImpliedType : std::uint8_t { text, null, boolean, number, time, date, merge };

// The type that any reader of YAML 1.1 or 1.2, whatever its schema, may take `plain` for when it stands without quotes;
// `text` where none takes it for anything else. In doubt another type: quotes harm nobody.
ImpliedType implied_type(std::string_view plain);

}  // namespace ims
