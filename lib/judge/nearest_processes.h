// Which processes in force a record belongs to: those nearest to it by links. A process belongs to itself; a record to
// the processes that it names or that name it through a link of two sides, a role to those that it takes part in; else
// to those that name it (as an input's supplier, as a need); else to those of what it is linked to: a control to those
// of its risks, a supplier to those of the assets that it provides, a nonconformity to those of the assets, suppliers
// and risks that it is about, and only else to those of what raised it. People are a way only for people and what they
// learn, and a site is none: who works in a house is not concerned by each thing in it.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "assess/facts/facts.h"
#include "link/graph.h"

namespace ims {

class NearestProcesses {
public:
    NearestProcesses() = default;

    // Records that belong to the same processes share a set.
    using Set = Id<struct ProcessSetTag>;
    // None: no process is reached, or only through a site.
    [[nodiscard]] Set set_of(RecordId record) const { return by_record_[record.index()]; }
    [[nodiscard]] std::size_t sets() const { return sets_.size(); }
    // In the order of records.
    [[nodiscard]] std::span<const RecordId> operator[](Set set) const { return sets_[set.index()]; }
    [[nodiscard]] std::span<const RecordId> of(RecordId record) const {
        const Set set = set_of(record);
        return set.known() ? (*this)[set] : std::span<const RecordId>();
    }
    // Whether a record belongs to a process.
    [[nodiscard]] bool belongs(RecordId record, RecordId process) const;

private:
    friend NearestProcesses find_nearest_processes(const Graph& graph, const Facts& facts);
    std::vector<Set> by_record_;
    std::vector<std::vector<RecordId>> sets_;
};

// Linear in records, links and the members of the sets.
NearestProcesses find_nearest_processes(const Graph& graph, const Facts& facts);

}  // namespace ims
