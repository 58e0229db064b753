#include "diagnostics/rule_book.h"

#include <algorithm>

#include "base/assert.h"

namespace ims {
namespace {

constexpr std::string_view kCosts[] = {"people",      "law",         "customers", "standstill",
                                       "information", "environment", "none"};
constexpr std::string_view kProfiles[] = {"records", "described", "integrated", "full"};

template <class Enum, std::size_t N>
std::optional<Enum> parse_word(const std::string_view (&words)[N], std::string_view text) {
    const auto found = std::ranges::find(words, text);
    return found == std::end(words) ? std::nullopt : std::optional(static_cast<Enum>(found - std::begin(words)));
}

}  // namespace

std::string_view to_string(Cost cost) { return kCosts[static_cast<std::size_t>(cost)]; }
std::optional<Cost> parse_cost(std::string_view text) { return parse_word<Cost>(kCosts, text); }
std::string_view to_string(Profile profile) { return kProfiles[static_cast<std::size_t>(profile)]; }
std::optional<Profile> parse_profile(std::string_view text) { return parse_word<Profile>(kProfiles, text); }

const RuleEntry& RuleBook::operator[](RuleId rule) const {
    const auto index = static_cast<std::size_t>(rule);
    IMS_ASSERT(index < entries_.size(), "a rule was asked for that the book does not have");
    return entries_[index];
}

std::optional<RuleId> RuleBook::find(std::string_view name) const {
    const auto found = std::ranges::find(entries_, name, &RuleEntry::name);
    return found == entries_.end() ? std::nullopt : std::optional(found->id);
}

bool RuleBook::has_family(std::string_view name) const {
    return std::ranges::find(families_, name, &RuleFamily::name) != families_.end();
}

bool RuleBook::in_profile(RuleId rule, Profile profile) const {
    const RuleEntry& entry = (*this)[rule];
    if (entry.grade == Grade::error) return true;
    const auto family = std::ranges::find(families_, entry.family, &RuleFamily::name);
    IMS_ASSERT(family != families_.end(), "a rule belongs to a family that the book does not have");
    return family->profile <= profile;
}

std::vector<std::string_view> RuleBook::names() const {
    std::vector<std::string_view> names;
    for (const RuleEntry& each : entries_) names.push_back(each.name);
    for (const RuleFamily& each : families_) names.push_back(each.name);
    return names;
}

}  // namespace ims
