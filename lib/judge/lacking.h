// Which kind of record a folder lacks most: those of which there is none, and those that would close what was found.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "judge/coverage.h"
#include "judge/finding_list.h"
#include "link/graph.h"

namespace ims {

struct Lacking {
    KindId kind;
    Message none;                    // what cannot be judged, as there is no record of it; empty: there is one
    std::size_t gaps = 0;            // findings that a record of the kind would close, or help to
    std::optional<FindingId> first;  // the gravest of these
    std::string_view set;            // what it has to say for that: `type=policy`; empty: nothing is known
    std::vector<RecordId> drafts;    // of the kind that would do, were they no drafts
    RecordId about;                  // the record of that one, where it could be linked to; none: it is no record
};

// The most lacking first: what there is none of, then by the number of findings. Empty where nothing is lacking.
std::vector<Lacking> find_lacking(const Graph& graph, const Coverage& coverage, const FindingList& findings);

}  // namespace ims
