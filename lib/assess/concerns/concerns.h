// What concerns processes: the risks, obligations and objectives that are linked to them, to their parts, or to what
// they need.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "assess/disciplines/disciplines.h"
#include "assess/needs/need_graph.h"
#include "assess/needs/parts.h"
#include "assess/records/record_index.h"
#include "link/graph.h"

namespace ims {

// A concern of a process: an active risk of any type, an obligation that applies, or an objective, with a discipline.
struct Concern {
    RecordId record;
    RecordId via;  // the part, asset, site or supplier that it is linked to; none where it names the process itself
};

// What a process in force has to do with disciplines.
struct ProcessConcerns {
    RecordId process;
    DisciplineSet concerned;       // disciplines of which it carries at least one concern
    DisciplineSet not_applicable;  // excluded with a reason
    DisciplineSet must_address;    // those in force whose `processes` cover its type
};

class Concerns {
public:
    Concerns() = default;  // nothing concerns anything
    struct Tables {
        std::vector<ProcessConcerns> processes;   // all in force, in the order of records
        std::vector<bool> leads_to_concern;       // by place in NeedGraph::records
        std::vector<bool> carried_within;         // by place among processes
        std::vector<DisciplineSet> concerned_by;  // by place among suppliers
    };
    Concerns(const Graph& graph, RecordIndex places, RecordIndex needing, Tables tables);

    // Processes in force: active, neither draft nor retired; in the order of files.
    [[nodiscard]] std::span<const ProcessConcerns> processes() const { return tables_.processes; }
    // The place of a process among them, the same in every list of facts on processes; none for anything else than a
    // process in force.
    [[nodiscard]] std::optional<std::size_t> place(RecordId process) const { return in_force_.find(process); }
    // An asset, site or supplier carries a concern, or something that it needs does, however far away; of a process,
    // only what it needs counts.
    [[nodiscard]] bool leads_to_concern(RecordId record) const;
    // A process or one of its parts, however deep within, carries a concern, or something that it needs does.
    [[nodiscard]] bool carried_within(RecordId process) const { return tables_.carried_within[places_[process]]; }
    // Of a supplier: the disciplines of which one of the processes that need it, however far away, carries a concern;
    // and those in which it is asked for an evaluation anyway (supplier_concerns.h).
    [[nodiscard]] DisciplineSet concerned_by(RecordId supplier) const;

private:
    Tables tables_;
    RecordIndex in_force_;
    RecordIndex places_;   // RecordIndex::by_kind
    RecordIndex needing_;  // NeedGraph::places
};

// Linear in records, needs and parts.
Concerns find_concerns(const Graph& graph, const Disciplines& disciplines, const NeedGraph& needs, const Parts& parts,
                       const RecordIndex& places);

// The concerns of a process in any discipline, directly linked ones first, each record once; looks at no more than
// about kMostReached things that it needs.
std::vector<Concern> concerns_of(const Graph& graph, const NeedGraph& needs, const Parts& parts,
                                 const Concerns& concerns, RecordId process);

// A concern of a process, or what leads to one, may stand in what could not be read: then it is not certain of which
// disciplines a process carries none.
bool concerns_may_be_unread(const Graph& graph);

}  // namespace ims
