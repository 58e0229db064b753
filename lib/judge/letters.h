// How facts and findings come to a letter.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "judge/at_home.h"
#include "judge/cell.h"
#include "judge/evidence.h"

namespace ims {

// What the facts count for a letter.
struct Counts {
    std::size_t good = 0;
    std::size_t late = 0;
    std::size_t missing = 0;
    std::size_t unknown = 0;
    void operator+=(const Counts& other) {
        good += other.good;
        late += other.late;
        missing += other.missing;
        unknown += other.unknown;
    }
};

// Adds what the evidence says to the counts of its disciplines.
void count_evidence(std::span<const Evidence> evidence, std::vector<Counts>& by_discipline);
// What it says of one.
void trace_evidence(std::span<const Evidence> evidence, Mark mark, Discipline discipline, std::vector<Trace>& traces);

// Of which letters every rule that could take one is off, or outside the profile.
using Unlooked = std::array<bool, 4>;
// `system`: of the rules about the system as a whole, else of the others.
Unlooked unlooked(const Judged& judged, bool system);

// `unlooked`: of this letter.
Letter letter_of(const Counts& facts, const AtHome::ForMark& found, bool unlooked);

// Fills what `at_home` says of a cell, letters apart.
void weigh(Cell& cell, const AtHome& at_home);

// Adds what the findings say, and puts all in the order of the marks, what costs no letter last.
void trace_findings(const Judged& judged, const std::vector<FindingId>& findings, std::vector<Trace>& traces,
                    Arena& arena);

}  // namespace ims
