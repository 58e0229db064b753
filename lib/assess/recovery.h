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
    bool not_asked = false;        // a role: its deputies are looked at instead
    bool uncertain = false;        // unknown because a value or the provider could not be read, reported as such
    RecordId stated_by;            // the provider, where an asset takes its provider's
    FieldView written;             // the value that counts; none where it is unknown
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
    RecordId sets;                 // at the end of that path: the record whose own time it is
    std::uint32_t steps = 0;       // records on that path, this one included
    RecordId unknown;  // the record, or the nearest that it needs, of which nothing is known; none: all is known
};

// How a process stands with one of its needs.
struct Dependency {
    const Need* need = nullptr;
    RecordId by;                  // the quickest of the need and its alternatives
    EffectiveRecovery effective;  // of that one
    FieldView allowed;            // the longer of the process's rto and the workaround, as written; none without an rto
    FieldView most;               // the longer of mtpd and workaround; none without an mtpd
    bool too_slow = false;        // effective > allowed
    bool beyond_mtpd = false;     // effective > most
};

// What the processes in force that need a record ask of it, whether they need it themselves or through others.
struct Demand {
    FieldView within;       // the shortest time that one of them can wait for it: an rto or a workaround
    RecordId within_for;    // that process; none where no process with an rto needs it
    FieldView may_lose;     // the strictest rpo; a needed process has data, and an rpo, of its own
    RecordId may_lose_for;  // that process
    // A process that stops without it, since neither a workaround nor an alternative lies between; a prioritised one if
    // there is one.
    RecordId stands_still;
    RecordId through;  // what needs it there: the process itself, or something that it needs
};

class Recovery {
public:
    // Of a record that is no process, asset, supplier or site: `not_asked`.
    [[nodiscard]] const OwnRecovery& own(RecordId record) const;
    [[nodiscard]] const EffectiveRecovery& effective(RecordId record) const;
    // What a process, asset, supplier or site needs; each thing once, an entry under `needs` beating a bare link.
    [[nodiscard]] const std::vector<Need>& needs(RecordId record) const;
    [[nodiscard]] const Demand& demand(RecordId record) const;
    // Requires: a process.
    [[nodiscard]] std::vector<Dependency> dependencies(RecordId process) const;
    // From a record to what sets its time, itself first; no more than so many steps.
    [[nodiscard]] std::vector<RecordId> path(RecordId record, std::size_t most) const;
    // Circles of needs: the records of each, lowest first; a circle is told once.
    [[nodiscard]] const std::vector<std::vector<RecordId>>& circles() const { return circles_; }

private:
    friend class RecoveryAssessor;
    friend class DemandAssessor;
    const Graph* graph_ = nullptr;
    struct Entry {
        OwnRecovery own;
        EffectiveRecovery effective;
        std::vector<Need> needs;
        Demand demand;
    };
    [[nodiscard]] const Entry& entry(RecordId record) const { return entries_[slots_[record.index()]]; }
    [[nodiscard]] RecordId quickest(const Need& need) const;
    std::vector<std::uint32_t> slots_;  // by record
    std::vector<Entry> entries_;        // the first stands for all that have no recovery
    std::vector<std::vector<RecordId>> circles_;
};

Recovery assess_recovery(const Graph& graph);

}  // namespace ims
