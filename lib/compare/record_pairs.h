// Which record of one state of a folder is which of another, whatever it is called there.
#pragma once

#include <vector>

#include "compare/changes.h"

namespace ims {

class RecordPairs {
public:
    // `before`: null where there was nothing.
    RecordPairs(const Analysis* before, const Analysis& now, const Changes& changes);

    // None where there is no such record on the other side, or it could not be read there.
    [[nodiscard]] RecordId before(RecordId now) const { return before_[now.index()]; }
    [[nodiscard]] RecordId now(RecordId before) const { return now_[before.index()]; }

private:
    std::vector<RecordId> before_;  // by record of now
    std::vector<RecordId> now_;     // by record of before
};

// A record of two states: none in the one where it is not.
struct RecordPair {
    RecordId before;
    RecordId now;
    auto operator<=>(const RecordPair&) const = default;
};

}  // namespace ims
