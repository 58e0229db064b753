// What the exceptions of a record say of one rule: gone through once, however much the rule finds there.
#pragma once

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "diagnostics/rule_book.h"
#include "link/graph.h"

namespace ims {

class RecordExceptions {
public:
    struct Entry {
        std::uint32_t number = 0;  // its place in the record's list
        bool over = false;
        bool narrowed = false;      // it names disciplines
        DisciplineSet disciplines;  // those that it names
        std::optional<Date> until;
    };

    // Those that name the rule or its family.
    RecordExceptions(const FieldView& exceptions, const RuleEntry& rule, Date today);

    // All, in the order of the record.
    [[nodiscard]] const std::vector<Entry>& entries() const { return entries_; }
    // The first that accepts findings that speak of no disciplines.
    [[nodiscard]] const Entry* whole() const { return whole_ ? &entries_[*whole_] : nullptr; }
    // Those that are not over and accept what none before them does, at most one for each discipline and one more.
    [[nodiscard]] const std::vector<Entry>& parts() const { return parts_; }
    // Whether a single one accepts all of `missed`; where nothing is missed, whatever the discipline.
    [[nodiscard]] bool accepts(DisciplineSet missed) const;

    // Yes the first time that the rule finds something that speaks of no disciplines.
    [[nodiscard]] bool first_whole() { return !std::exchange(seen_whole_, true); }
    // Those that are over, and bring back a finding in some of these disciplines; in none: that speaks of none. Each
    // time only those that may not have been handed out before.
    [[nodiscard]] std::vector<std::uint32_t> lapsed(DisciplineSet returned);

private:
    std::vector<Entry> entries_;
    std::optional<std::size_t> whole_;
    std::vector<Entry> parts_;
    std::vector<DisciplineSet> narrow_;  // what single ones accept, each once
    bool seen_whole_ = false;
    bool returned_whole_ = false;
    DisciplineSet returned_;
};

}  // namespace ims
