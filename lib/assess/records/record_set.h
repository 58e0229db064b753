// Which records a walk has met: cheap to make, and cheap to ask, for walks that begin at every process.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "base/ids.h"

namespace ims {

class RecordSet {
public:
    // Whether it was not in the set before.
    bool insert(RecordId record) {
        if (2 * (count_ + 1) > slots_.size()) grow();
        return put(record);
    }

private:
    bool put(RecordId record) {
        const std::size_t mask = slots_.size() - 1;
        // Neighbours in a folder need each other: their numbers are spread by a large odd factor.
        std::size_t at = (record.index() * 0x9E3779B1u) & mask;
        while (slots_[at].known()) {
            if (slots_[at] == record) return false;
            at = (at + 1) & mask;
        }
        slots_[at] = record;
        ++count_;
        return true;
    }

    void grow() {
        std::vector<RecordId> old = std::move(slots_);
        slots_.assign(old.empty() ? 32 : old.size() * 2, RecordId());
        count_ = 0;
        for (const RecordId record : old) {
            if (record.known()) put(record);
        }
    }

    std::vector<RecordId> slots_;  // as many as a power of two, at most half of them taken
    std::size_t count_ = 0;
};

}  // namespace ims
