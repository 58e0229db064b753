// What was judged, and what was left out and why: the first thing that a reader is told.
#pragma once

#include <cstddef>
#include <vector>

#include "assess/facts/facts.h"
#include "diagnostics/rule_book.h"
#include "judge/finding_list.h"
#include "link/graph.h"

namespace ims {

struct Coverage {
    struct OfKind {
        KindId kind;
        std::size_t in_force = 0;
        std::size_t drafts = 0;
        std::size_t retired = 0;
    };
    // A kind that rules look at and of which there is no record, with what cannot be judged therefore.
    struct Missing {
        KindId kind;
        Message why;
    };
    std::vector<OfKind> kinds;  // of which there are records, in the order of the schema
    OfKind all;                 // their sums
    std::vector<Missing> missing;
    std::vector<RecordId> without_discipline;  // in force, and counting for none
    std::size_t processes = 0;                 // in force
    std::size_t unaddressed = 0;  // pairs of a process and a discipline that it neither carries nor excludes
    std::vector<FileId> unread;   // files of which something could not be read
    std::vector<RuleId> off;      // rules that ims.yaml turns off
    Profile profile = Profile::full;
    std::size_t outside = 0;  // rules that the profile leaves out
    // There are records, and no process is in force: nothing between disciplines can be judged.
    [[nodiscard]] bool nothing_in_force() const { return processes == 0 && all.in_force + all.drafts > 0; }
};

// `arena`: where what it says is kept.
Coverage find_coverage(const Graph& graph, const Facts& facts, const RuleBook& rules, const FindingList& findings,
                       Arena& arena);

// In a sentence or two, the gravest first: "nothing is in force …", "64 records were judged; 2 drafts were left out".
Message in_words(const Coverage& coverage, Arena& arena);

}  // namespace ims
