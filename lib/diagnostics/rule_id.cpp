#include "diagnostics/rule_id.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/assert.h"
#include "diagnostics/rules.h"

namespace ims {
namespace {

struct Line {
    RuleId id;
    std::string_view identifier;
    std::string_view family;
    Grade grade;
    Fixedness fixedness;
    std::string_view summary;
};

constexpr Line kLines[] = {
#define IMS_RULE(identifier, family, grade, fixedness, summary) \
    {RuleId::identifier, #identifier, #family, Grade::grade, Fixedness::fixedness, summary},
#include "diagnostics/rules.def"
#undef IMS_RULE
};

struct Table {
    std::vector<std::string> names;
    std::vector<RuleEntry> entries;

    Table() {
        names.reserve(std::size(kLines));
        for (const Line& line : kLines) {
            std::string name(line.identifier);
            std::replace(name.begin(), name.end(), '_', '-');
            names.push_back(std::move(name));
            entries.push_back(
                {line.id, line.identifier, names.back(), line.family, line.grade, line.fixedness, line.summary});
        }
    }
};

const Table& table() {
    static const Table instance;
    return instance;
}

constexpr std::array<std::string_view, 4> kGrades = {"low", "medium", "high", "error"};

}  // namespace

std::string_view to_string(Grade grade) { return kGrades[static_cast<std::size_t>(grade)]; }

std::optional<Grade> parse_grade(std::string_view text) {
    for (std::size_t index = 0; index < kGrades.size(); ++index) {
        if (kGrades[index] == text) return static_cast<Grade>(index);
    }
    return std::nullopt;
}

std::span<const RuleEntry> rule_entries() { return table().entries; }

const RuleEntry& entry(RuleId rule) {
    const auto index = static_cast<std::size_t>(rule);
    IMS_ASSERT(index < table().entries.size(), "a rule outside of rules.def was asked for");
    return table().entries[index];
}

std::optional<RuleId> find_rule(std::string_view name) {
    for (const RuleEntry& each : rule_entries()) {
        if (each.name == name) return each.id;
    }
    return std::nullopt;
}

bool is_family(std::string_view name) {
    return std::ranges::any_of(rule_entries(), [&](const RuleEntry& each) { return each.family == name; });
}

}  // namespace ims
