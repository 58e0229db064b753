// The findings of a folder before and after a record got another id. They are the same findings: only names in them
// differ.
#pragma once

#include <cstddef>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "edit/render.h"
#include "engine/analyze.h"

namespace ims {

struct RenamedRecord {
    std::string was;                 // `role/cashier`
    std::string is;                  // `role/till-operator`
    const std::vector<Edit>& edits;  // that made the one of the other, in the order of their places
};

struct RenamedFindings {
    std::vector<std::pair<std::size_t, std::size_t>> same;  // by their places among those that are told
    std::vector<std::size_t> gone;                          // of those before
    std::vector<std::size_t> come;                          // of those after
};

// Pairs what is told before with what is told after: by file, place, rule, grade and disciplines; of several at one
// place by what they are on.
RenamedFindings pair_findings(const Analysis& before, const Analysis& after, const RenamedRecord& renamed);

// Whether a rule looks at ids themselves, or at what changed in files: then it may find something else under another
// id.
bool looks_at_names(RuleId rule);

// The fingerprints, without their ordinals, that became others: the one of now by the one of before.
std::unordered_map<std::string, std::string> changed_fingerprints(const Analysis& before, const Analysis& after,
                                                                  const RenamedFindings& findings);

// A fingerprint without what tells it from its equals.
std::string_view without_ordinal(std::string_view fingerprint);

}  // namespace ims
