#include "diagnostics/rule_book.h"

#include <algorithm>

#include "base/assert.h"

namespace ims {

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

std::vector<std::string_view> RuleBook::names() const {
    std::vector<std::string_view> names;
    for (const RuleEntry& each : entries_) names.push_back(each.name);
    for (const RuleFamily& each : families_) names.push_back(each.name);
    return names;
}

}  // namespace ims
