// Findings that are at home in a cell, or in all cells of processes that share a set, folded: which letters they take,
// and how grave they are.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "judge/judged.h"

namespace ims {

// The letter that a finding costs; none: it costs none.
std::optional<Mark> mark_of(const Finding& finding, const RuleEntry& rule);

struct AtHome {
    // What of medium or worse there is; a low finding changes no letter.
    struct ForMark {
        bool told = false;
        bool accepted = false;
        bool unjudged = false;  // its rule is off, or outside the profile
    };
    std::array<ForMark, 4> marks = {};
    std::size_t weighty = 0;     // see Cell
    std::optional<Grade> worst;  // likewise
    bool accepted = false;       // likewise
    [[nodiscard]] const ForMark& operator[](Mark mark) const { return marks[static_cast<std::size_t>(mark)]; }
    void add(const Finding& finding, const RuleEntry& rule);
    void add(const AtHome& other);
};

// Folds the findings of each set of processes once, when first asked: many processes share a set, and many findings.
class AtHomeBySet {
public:
    explicit AtHomeBySet(const Judged& judged);
    // What is at home in the cell of a process, given the sets that hold it.
    [[nodiscard]] AtHome in_cell(const ProcessFacts& process, std::span<const NearestProcesses::Set> sets,
                                 Discipline discipline);

private:
    struct Fold {
        std::vector<AtHome> by_discipline;  // empty: no finding names any
        AtHome carried;                     // about whatever each process carries
    };
    const Fold& fold(NearestProcesses::Set set);
    Judged judged_;
    std::vector<std::optional<Fold>> folds_;
};

// At home in the row of the whole system. What could not be read is not counted there, nor what costs no letter and is
// not about the system: it is about a record that belongs to no process.
AtHome at_home_in_system(const Judged& judged, Discipline discipline);
bool counts_in_system(const Finding& finding, const RuleEntry& rule);

}  // namespace ims
