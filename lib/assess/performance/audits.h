// Audits: which of them count today, and what they cover. "Within the cycle" is `audit.cycle` of ims.yaml, counted back
// from today for what was done and ahead of it for what is planned.
#pragma once

#include <cstdint>
#include <vector>

#include "assess/concerns/concerns.h"
#include "assess/disciplines/disciplines.h"
#include "base/date.h"
#include "link/graph.h"

namespace ims {

enum class AuditState : std::uint8_t {
    done,      // within the cycle
    outdated,  // done, longer ago than the cycle
    planned,   // today or later, within the cycle
    far_off,   // planned for a day beyond the cycle
    overdue,   // the planned day has passed, and it is not done
    unknown,   // its day is missing, could not be read, or says that it was done in the future: reported as such
};

AuditState audit_state(const RecordView& audit, Date today);

// It is not (yet) evidence, and yet nobody forgot about it: it is planned; or it is late for less than a cycle, or its
// day cannot be read, which are findings of their own.
bool is_expected(const RecordView& audit, Date today);

// Active audits that look at a process: they name it, or a process that it is a part of.
std::vector<RecordView> audits_of(const RecordView& process);

struct AuditCoverage {
    DisciplineSet done;      // those that it was audited in within the cycle
    DisciplineSet expected;  // those of audits that are expected
    bool together = false;   // it was audited in several disciplines at once within the cycle
};

// Of each process in force, in the order of Concerns::processes(); linear in audits and processes.
std::vector<AuditCoverage> audit_coverage(const Graph& graph, const Disciplines& disciplines, const Concerns& concerns,
                                          Date today);

}  // namespace ims
