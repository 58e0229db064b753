// What roles say that they are responsible for.
#pragma once

#include <cstddef>
#include <span>
#include <utility>
#include <vector>

#include "assess/disciplines/disciplines.h"
#include "assess/records/record_index.h"
#include "base/parallel.h"
#include "link/graph.h"

namespace ims {

// An entry of a role's responsibilities, or of those of a role that it includes.
struct Responsibility {
    FieldView entry;
    RecordId stated_by;         // the role that writes it
    DisciplineSet disciplines;  // as written, or those of what it is about
    std::vector<RecordId> processes;
    bool specific = false;  // names a process, or what it is about
    bool answers = false;   // responsible or accountable, not consulted or informed
};

class Responsibilities {
public:
    Responsibilities() = default;  // no role has any
    // `by_place`: those of each role, in the order of records; `places`: see RecordIndex::by_kind.
    Responsibilities(RecordIndex places, std::vector<std::vector<Responsibility>> by_place)
        : places_(std::move(places)), by_place_(std::move(by_place)) {}
    // Its own first, then those of the roles it includes, to any depth.
    [[nodiscard]] std::span<const Responsibility> operator[](RecordId role) const { return by_place_[places_[role]]; }

private:
    RecordIndex places_;
    std::vector<std::vector<Responsibility>> by_place_;
};

Responsibilities find_responsibilities(const Graph& graph, const Disciplines& disciplines, const RecordIndex& places,
                                       const Jobs& jobs);

}  // namespace ims
