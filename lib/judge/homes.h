// In which cells of the matrix findings are at home: there they cost a letter, elsewhere they are only told.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "assess/facts/facts.h"
#include "diagnostics/rule_book.h"
#include "judge/finding_list.h"
#include "judge/nearest_processes.h"

namespace ims {

// Whether a finding is about the system, or the folder, as a whole; not whether it is at home there for want of a
// process.
bool is_of_whole(const Finding& finding, const RuleEntry& rule);

// A finding is at home in the cells that its rule handed over; or else in those of the processes nearest to its record
// (NearestProcesses), in its disciplines, those of its record, of a thing those of the risks, obligations and controls
// linked to it, or as a last resort in all that the process carries. What is about the whole, and what reaches
// processes through a site alone, is at home in the row of the system.
class Homes {
public:
    Homes() = default;

    [[nodiscard]] const NearestProcesses& nearest() const { return nearest_; }
    // How many cells it is at home in; those of the system count like others.
    [[nodiscard]] std::size_t cells(FindingId finding) const { return homes_[finding.index()].cells; }
    // The findings at home in a cell, by number.
    [[nodiscard]] std::vector<FindingId> at(RecordId process, Discipline discipline) const;
    // … and in the row of the whole system.
    [[nodiscard]] std::vector<FindingId> of_system(Discipline discipline) const;

    // The same by parts, for whoever folds many cells: `at` is what a process was handed over, and what is at home in
    // the sets that hold it.
    struct ByRule {  // what a rule handed over
        FindingId finding;
        DisciplineSet disciplines;
    };
    [[nodiscard]] std::span<const ByRule> handed_over(RecordId process) const;
    [[nodiscard]] std::span<const FindingId> of(NearestProcesses::Set set) const { return of_set_[set.index()]; }
    // In whose cells; none: in all that each process carries, or in all alike where it carries none.
    [[nodiscard]] DisciplineSet disciplines(FindingId finding) const { return homes_[finding.index()].disciplines; }

private:
    friend Homes find_homes(const Graph&, const Facts&, const RuleBook&, const FindingList&);
    struct Home {
        NearestProcesses::Set set;  // none: the cells of the finding, or the system
        DisciplineSet disciplines;
        bool all_carried = false;  // instead of `disciplines`: whatever each process carries
        std::size_t cells = 0;
    };
    const Facts* facts_ = nullptr;
    NearestProcesses nearest_;
    std::vector<Home> homes_;                     // by finding
    std::vector<std::vector<FindingId>> of_set_;  // by set: the findings at home in its processes
    std::vector<std::vector<NearestProcesses::Set>>
        sets_;                                      // by place of the process: the sets with findings that hold it
    std::vector<std::vector<ByRule>> handed_over_;  // by place of the process
    std::vector<FindingId> system_;
};

// The graph and the facts outlive it. Linear in links, findings and the members of the sets that have findings.
Homes find_homes(const Graph& graph, const Facts& facts, const RuleBook& rules, const FindingList& findings);

}  // namespace ims
