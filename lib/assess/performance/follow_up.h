// Whether anybody acts on what failed.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <unordered_map>

#include "base/date.h"
#include "link/graph.h"

namespace ims {

// At least one of them is in force.
bool any_active(const LinkedRecords& records);

// A nonconformity may be about what was found on that day: one that was closed before was about something else.
bool is_about(const RecordView& nonconformity, Date found);

// A nonconformity acts on what failed with an asset on that day, and is still open or not older than the failure: one
// that names the asset, or that an incident with it raised; or one that names no asset but one of the `users`,
// processes that need it.
bool is_followed_up(const RecordView& asset, std::optional<Date> failed, std::span<const RecordId> users);

// What was done about a nonconformity had no effect, and neither a new action, nor a nonconformity that repeats it, nor
// an open one about the same asset follows.
bool is_left_ineffective(const RecordView& nonconformity);

// Which nonconformities about an asset are open. Looks at each asset once, for whoever asks for many nonconformities.
class OpenOnAssets {
public:
    // Whether there is another one than this, of some day at all or raised on that day or later.
    bool any(const RecordView& asset, RecordId other_than, std::optional<Date> since);

private:
    struct Raised {
        RecordId nonconformity;
        std::optional<Date> on;
    };
    using Newest = std::array<Raised, 2>;  // one of the two is another one
    static Newest newest_of(const RecordView& asset);
    std::unordered_map<RecordId, Newest> newest_;
};
bool is_left_ineffective(const RecordView& nonconformity, OpenOnAssets& open);

}  // namespace ims
