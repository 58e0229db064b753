// What git tells of the records since they were last reviewed. Gathered by the engine, which may ask git; rules and
// reports only read it. Empty where `review.history` does not ask for it, and where there is no git or no history.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/ids.h"

namespace ims {

struct ChangedSinceReview {
    std::vector<std::string> fields;  // of the top level, in the order of the record, those that are gone last
    bool file = false;                // of a document: what stands at its location
    std::string commit;               // that set the present `review.last`
    Date committed;
};

struct ChangesSinceReview {
    std::map<RecordId, ChangedSinceReview> changed;
    // Reviewed before the history that is at hand begins: whether they changed since cannot be told.
    std::vector<RecordId> unknown;
};

}  // namespace ims
