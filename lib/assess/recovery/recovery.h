// How soon things can be back after a disruption (ISO 22301: business impact analysis and dependencies): held against
// what each process can wait for. Linear in records and needs.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "assess/needs/need_graph.h"
#include "assess/records/record_table.h"
#include "assess/recovery/demand.h"
#include "assess/recovery/effective_recovery.h"
#include "assess/recovery/own_recovery.h"
#include "link/graph.h"

namespace ims {

// How a process stands with one of its needs.
struct Dependency {
    const Need* need = nullptr;   // in the NeedGraph
    RecordId by;                  // the quickest of the need and its usable alternatives
    EffectiveRecovery effective;  // of that one
    FieldView allowed;            // the longer of the process's rto and the workaround, as written; none without an rto
    FieldView most;               // the longer of mtpd and workaround; none without an mtpd
    bool too_slow = false;        // effective > allowed
    bool beyond_mtpd = false;     // effective > most
};

class Recovery {
public:
    Recovery() = default;  // of no records
    Recovery(RecordTable<OwnRecovery> own, RecordTable<EffectiveRecovery> effective, RecordTable<Demand> demand)
        : own_(std::move(own)), effective_(std::move(effective)), demand_(std::move(demand)) {}

    // Of a record that is no process, asset, supplier or site: `not_asked`.
    [[nodiscard]] const OwnRecovery& own(RecordId record) const { return own_[record]; }
    [[nodiscard]] const EffectiveRecovery& effective(RecordId record) const { return effective_[record]; }
    [[nodiscard]] const Demand& demand(RecordId record) const { return demand_[record]; }
    // How a process stands with each of its needs, in their order; empty for anything else than a process.
    [[nodiscard]] std::vector<Dependency> dependencies(const NeedGraph& needs, const RecordView& process) const;
    // From a record to what sets its time, itself first; no more than so many steps.
    [[nodiscard]] std::vector<RecordId> path(RecordId record, std::size_t most) const;

private:
    RecordTable<OwnRecovery> own_;
    RecordTable<EffectiveRecovery> effective_;
    RecordTable<Demand> demand_;
};

Recovery find_recovery(const Graph& graph, const NeedGraph& needs);

}  // namespace ims
