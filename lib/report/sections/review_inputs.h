// What the records have to say to a management review (clause 9.3 of all management system standards), topic by topic:
// one input a record, with the disciplines that it concerns.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "assess/performance/management_reviews.h"
#include "report/page.h"

namespace ims {

struct ReviewInput {
    DisciplineSet disciplines;  // none: all alike
    Words words;
    bool pressing = false;  // to be talked about first
};

struct ReviewTopic {
    std::string_view key;             // as under `inputs` of a management review
    Message title;                    // "Audits"
    Message looked;                   // what was looked for
    std::vector<ReviewInput> inputs;  // the pressing ones first
    // The standards in force that ask for it, beyond what all have in common; empty: all do.
    std::vector<AskedTopic::By> by = {};
};

// The common topics in the order of the standards, then those that standards in force ask for. `since`: what happened
// after that day is news.
std::vector<ReviewTopic> collect_review_inputs(const Page& page, Date since);

}  // namespace ims
