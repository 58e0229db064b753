// A rule as findings name it, and what the grades of findings mean.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace ims {

// What a finding means to an auditor, lowest first.
enum class Grade : std::uint8_t { low, medium, high, error };
std::string_view to_string(Grade grade);
std::optional<Grade> parse_grade(std::string_view text);

// A rule's place in its RuleBook. The names of the built-in ones stand in rules.h, which the build makes of the rules'
// pages: only a file that names a rule is compiled anew with a new rule.
enum class RuleId : std::uint16_t;

}  // namespace ims
