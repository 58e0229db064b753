// The rules by name, family and grade: all that a finding, an exception or a setting needs to know of a rule.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace ims {

// What a finding means to an auditor, lowest first.
enum class Grade : std::uint8_t { low, medium, high, error };
std::string_view to_string(Grade grade);
std::optional<Grade> parse_grade(std::string_view text);

// A fixed rule can neither be regraded nor excepted.
enum class Fixedness : std::uint8_t { open, fixed };

// By place in rules.def. Its names stand in rules.h: only a file that names a rule is compiled anew with a new rule.
enum class RuleId : std::uint16_t;

struct RuleEntry {
    RuleId id;
    std::string_view identifier;  // risk_over_appetite
    std::string_view name;        // risk-over-appetite
    std::string_view family;      // risks
    Grade grade;                  // unless ims.yaml says otherwise
    Fixedness fixedness;
    std::string_view summary;  // what it finds, in a line
};

// All rules, in the order of rules.def.
std::span<const RuleEntry> rule_entries();
const RuleEntry& entry(RuleId rule);
std::optional<RuleId> find_rule(std::string_view name);
bool is_family(std::string_view name);

}  // namespace ims
