#include "check/record_exceptions.h"

#include <algorithm>
#include <string_view>

#include "schema/fields.h"

namespace ims {
namespace {

// An exception holds on its last day too; without a last day it holds for good. A last day that cannot be read is
// reported as such: neither is the exception over, nor does what it accepts return beside that.
bool is_over(std::optional<Date> until, Date today) { return until && *until < today; }

}  // namespace

RecordExceptions::RecordExceptions(const FieldView& exceptions, const RuleEntry& rule, Date today) {
    std::uint32_t number = 0;
    DisciplineSet accepted;
    bool all = false;
    for (const FieldView exception : exceptions.children()) {
        Entry entry;
        entry.number = number++;
        const std::string_view name = exception[fields::exceptions.rule].text();
        if (name != rule.name && name != rule.family) continue;
        const FieldView named = exception[fields::exceptions.disciplines];
        entry.narrowed = static_cast<bool>(named);
        entry.disciplines = named.disciplines();
        entry.until = exception[fields::exceptions.until].date();
        entry.over = is_over(entry.until, today);
        if (!entry.over && !entry.narrowed && !whole_) whole_ = entries_.size();
        entries_.push_back(entry);
        if (entry.over || all) continue;
        if (entry.narrowed && std::ranges::find(narrow_, entry.disciplines) == narrow_.end())
            narrow_.push_back(entry.disciplines);
        if (entry.narrowed && entry.disciplines.without(accepted).empty()) continue;
        parts_.push_back(entry);
        accepted |= entry.disciplines;
        all = !entry.narrowed;
    }
}

bool RecordExceptions::accepts(DisciplineSet missed) const {
    if (whole_) return true;
    return !missed.empty() &&
           std::ranges::any_of(narrow_, [&](DisciplineSet each) { return missed.without(each).empty(); });
}

std::vector<std::uint32_t> RecordExceptions::lapsed(DisciplineSet returned) {
    std::vector<std::uint32_t> out;
    if (returned.empty() ? returned_whole_ : returned.without(returned_).empty()) return out;
    for (const Entry& entry : entries_) {
        const bool returns = !entry.narrowed || (!returned.empty() && !(entry.disciplines & returned).empty());
        if (entry.over && returns) out.push_back(entry.number);
    }
    returned_whole_ = true;
    returned_ |= returned;
    return out;
}

}  // namespace ims
