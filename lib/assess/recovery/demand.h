// What processes ask of the things they need.
#pragma once

#include "assess/needs/need_graph.h"
#include "assess/records/record_table.h"
#include "assess/recovery/effective_recovery.h"
#include "link/graph.h"

namespace ims {

// What the processes in force that need a record ask of it, whether they need it themselves or through others.
struct Demand {
    FieldView within;     // the shortest time that one of them can wait for it: an rto or a workaround
    RecordId within_for;  // that process; none where no process with an rto needs it
    // The same of those that can do without it for no time at all: no workaround lies between. Such a process has to
    // know how soon it is back.
    FieldView at_once;      // the rto of the strictest of them
    RecordId at_once_for;   // that process; none where there is none
    FieldView may_lose;     // the strictest rpo; a needed process has data, and an rpo, of its own
    RecordId may_lose_for;  // that process
    // A process that stops without it (inputs aside, which are a matter of time), since neither a workaround nor a
    // usable alternative lies between; a prioritised one if there is one.
    RecordId stands_still;
    RecordId through;  // what needs it there: the process itself, or something that it needs
};

// Of what may need others; nothing is asked of all else.
RecordTable<Demand> find_demand(const Graph& graph, const NeedGraph& needs,
                                const RecordTable<EffectiveRecovery>& effective);

}  // namespace ims
