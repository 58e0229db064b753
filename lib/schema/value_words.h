// How findings speak of the values that a field takes, and what a mistyped value probably means: words only, no place.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "schema/schema.h"

namespace ims {

// After "`deputies` takes …": "a list", "one date", "the id of a role or `person/…`".
std::string what_it_takes(const Shape& shape);
// How to write such a value below this key; with an empty key, as an item of a list.
std::string way_to_write(const Shape& shape, std::string_view key);
// "the id of a role", "the id of a role or `person/…`", "`asset/…`, `supplier/…` or `site/…`".
std::string reference_forms(const ReferenceSpec& reference);
// The first sentence of a description as a part of another sentence: no capital letter, no full stop.
std::string first_words(std::string_view description);

// yes, no, true, false, in capitals too; none for any other word.
std::optional<bool> yes_or_no(std::string_view text);

// 31.03.2026 → 2026-03-31, 2026-3-1 → 2026-03-01; none where it could be two days, or none.
std::optional<std::string> likely_date(std::string_view text);
// yearly → 1 y, half a year is not guessed, `4m` neither: minutes or months.
std::optional<std::string> likely_duration(std::string_view text);

}  // namespace ims
