// Which disciplines records serve.
#pragma once

#include <utility>
#include <vector>

#include "link/graph.h"

namespace ims {

// The disciplines that each record serves: those it names; of a control without any, those of its risks and
// obligations; of a nonconformity without any, those of its risks; of an interested party without any, those of what
// meets its needs. An empty set: it names none, or could not be read.
class Disciplines {
public:
    Disciplines() = default;  // of no records
    explicit Disciplines(std::vector<DisciplineSet> by_record) : by_record_(std::move(by_record)) {}
    [[nodiscard]] DisciplineSet operator[](RecordId record) const { return by_record_[record.index()]; }

private:
    std::vector<DisciplineSet> by_record_;
};

Disciplines find_disciplines(const Graph& graph);

}  // namespace ims
