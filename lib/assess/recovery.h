// How soon things can be back after a disruption (ISO 22301: business impact analysis and dependencies): held against
// what each process can wait for. Linear in records and needs.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "link/graph.h"

namespace ims {

// The recovery that a record states for itself.
struct OwnRecovery {
    std::optional<Duration> time;  // the longer of agreed and demonstrated; of a process its rto; none: unknown
    bool demonstrated = false;     // it is the demonstrated one that counts
    RecordId stated_by;            // the provider, where an asset takes its provider's
    bool not_asked = false;        // a role: its deputies are looked at instead
};

// A need, with what may stand in for it.
struct Need {
    RecordId what;
    std::vector<RecordId> alternatives;
    std::optional<Duration> workaround;
    FieldView entry;  // under `needs`; none where it is needed without an entry
};

// When a record is back, with all that it needs.
struct EffectiveRecovery {
    std::optional<Duration> time;  // the longest known; none where nothing is known
    RecordId slowest;              // the need that sets it; none where it is the record's own
    RecordId unknown;  // the record, or the nearest that it needs, of which nothing is known; none: all is known
};

// How a process stands with one of its needs.
struct Dependency {
    Need need;
    EffectiveRecovery effective;      // of the quickest of the need and its alternatives
    RecordId by;                      // which of them that is
    std::optional<Duration> allowed;  // the longer of the process's rto and the workaround; none without either
    bool too_slow = false;            // effective > allowed
    bool beyond_mtpd = false;         // effective > the longer of mtpd and workaround
    std::vector<RecordId> path;       // from `by` to what sets the time
};

class Recovery {
public:
    // Of a record that is no process, asset, supplier or site: `not_asked`.
    [[nodiscard]] const OwnRecovery& own(RecordId record) const;
    [[nodiscard]] const EffectiveRecovery& effective(RecordId record) const;
    // What a process, asset, supplier or site needs; each thing once, an entry under `needs` beating a bare link.
    [[nodiscard]] const std::vector<Need>& needs(RecordId record) const;
    // Requires: a process.
    [[nodiscard]] std::vector<Dependency> dependencies(RecordId process) const;
    // Circles of needs: the records of each, lowest first; a circle is told once.
    [[nodiscard]] const std::vector<std::vector<RecordId>>& circles() const { return circles_; }

private:
    friend class RecoveryAssessor;
    const Graph* graph_ = nullptr;
    struct Entry {
        OwnRecovery own;
        EffectiveRecovery effective;
        std::vector<Need> needs;
    };
    [[nodiscard]] const Entry& entry(RecordId record) const { return entries_[slots_[record.index()]]; }
    std::vector<std::uint32_t> slots_;  // by record
    std::vector<Entry> entries_;        // the first stands for all that have no recovery
    std::vector<std::vector<RecordId>> circles_;
};

Recovery assess_recovery(const Graph& graph);

}  // namespace ims
