// Inside of find_slip: what is known of slips, by type. What these offer is looked at by find_slip before it is told.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schema/slips.h"

namespace ims {

// Small letters without accents, so that `Jährlich` and `jahrlich` are one.
std::string folded(std::string_view text);
// The same with nothing but letters and digits, and `&` as `and`: `In place` and `in-place` are one.
std::string squeezed(std::string_view text);

// Numbers as people write them, `1.000,5`, `1 000`, `99,5`, with a point for decimals and nothing between thousands.
struct NumberReadings {
    std::vector<std::string> texts;  // two where a sign may stand between thousands or before decimals; else one
    bool has_comma = false;          // before decimals
    bool has_groups = false;         // thousands are set apart
};
// None where the text is no such number.
std::optional<NumberReadings> number_readings(std::string_view text);

// Each takes a text with plain characters and no blanks around it.
std::optional<Slip> number_slip(const SlipQuestion& question, Arena& arena);
std::optional<Slip> duration_slip(std::string_view text, Arena& arena);
std::optional<Slip> date_slip(std::string_view text, Arena& arena);
std::optional<Slip> point_in_time_slip(std::string_view text, Arena& arena);
std::optional<Slip> yes_no_slip(std::string_view text);
std::optional<Slip> word_slip(std::string_view text, const std::vector<std::string_view>& words,
                              std::span<const WordSlip> slips);
std::optional<Slip> reference_slip(const SlipQuestion& question, Arena& arena);
std::optional<Slip> clause_slip(std::string_view text, Arena& arena);

}  // namespace ims
