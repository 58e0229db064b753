// What is gone when something fails, and when: needs with their alternatives, walked from what failed to those that
// need it.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "assess/needs/need_graph.h"
#include "base/date.h"
#include "base/ids.h"

namespace ims {

struct Gone {
    RecordId what;
    Duration after;    // how long it works on without what failed; 0: it is gone at once
    RecordId through;  // what it needs and is gone then; none: it is taken away itself
};

// A need of which something is gone, and what stands in for it is not, or it cannot be told whether anything does.
struct LeftNeed {
    RecordId user;
    const Need* need = nullptr;  // in the NeedGraph
};

struct Fall {
    std::vector<Gone> gone;          // in the order of time; at most about kMostReached
    std::vector<LeftNeed> stood_in;  // a usable alternative is left
    std::vector<LeftNeed> unclear;   // all that could be read is gone; an alternative or workaround could not be
    bool cut = false;                // there may be more of all of these
};

// Something is gone when one of its needs is: once the needed thing and all of its usable alternatives are gone, and
// not before the workaround is over. So a record is gone after a time if and only if its effective recovery grows with
// that of what failed once that takes longer (find_effective_recovery); in a circle of needs recovery takes all of it
// to be back together, and workarounds within it count here alone. What could not be read bridges nothing, and takes
// nothing either: it is told as unclear.
class FallGraph {
public:
    explicit FallGraph(const NeedGraph& needs);

    // What a walk notes, and the next one uses again.
    class Notes {
        friend class FallGraph;
        std::uint32_t walk = 0;
        std::vector<std::uint32_t> gone_in;     // by record: the last walk in which it is gone
        std::vector<std::uint32_t> counted_in;  // by joint: the last walk that met it
        std::vector<std::uint32_t> lost;        // by joint: how many of its parts are gone
    };
    // `taken`: gone at once, whatever they need. Touches only what needs these, directly or through others.
    [[nodiscard]] Fall fall(std::span<const Gone> taken, Notes& notes) const;
    // Something needs it, or names it as an alternative that may stand in.
    [[nodiscard]] bool is_needed(RecordId record) const;

private:
    // A need, which falls with all of its parts: the thing, and its alternatives if there are usable ones; or the
    // usable ones of a list that several needs share.
    struct Joint {
        std::uint32_t parts = 0;
        RecordId user;               // of a need
        const Need* need = nullptr;  // of a need
    };
    struct Lists {
        std::vector<std::uint32_t> starts;
        std::vector<std::uint32_t> joints;
        [[nodiscard]] std::span<const std::uint32_t> of(std::size_t place) const;
    };
    static Lists listed(std::size_t count, std::span<const std::pair<std::uint32_t, std::uint32_t>> pairs);
    class Walk;

    std::vector<Joint> joints_;
    Lists of_records_;  // by record: the joints that it is a part of
    Lists of_joints_;   // by joint: those that it is a part of, of a list of alternatives
    std::size_t records_ = 0;
};

}  // namespace ims
