// What each of some records leads to, to any depth and in circles, taken together once for all of them: a walk from
// each would go over the same again and again.
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "assess/records/record_index.h"
#include "assess/records/record_table.h"
#include "base/components.h"
#include "base/ids.h"

namespace ims {

// Whether something is so anywhere.
struct Anywhere {
    bool found = false;
    friend Anywhere operator|(Anywhere a, Anywhere b) { return {a.found || b.found}; }
};

class Closure {
public:
    Closure() = default;  // of no records
    // `next(record, visit)` hands those of `records` that come after a record to `visit`. `places`: the place of each
    // in `records`, which belong to the graph. Linear.
    template <class Next>
    Closure(std::span<const RecordId> records, RecordIndex places, const Next& next)
        : records_(records), places_(std::move(places)) {
        starts_.reserve(records.size() + 1);
        for (const RecordId record : records) {
            starts_.push_back(static_cast<std::uint32_t>(targets_.size()));
            next(record, [&](RecordId after) { targets_.push_back(static_cast<std::uint32_t>(places_[after])); });
        }
        starts_.push_back(static_cast<std::uint32_t>(targets_.size()));
        circles_ = strongly_connected(starts_, targets_);
    }

    // Of each record, `own(record)` of itself and of all that it leads to, joined by `|`: a join for which it does not
    // matter how often a value is joined, nor in which order. Linear.
    template <class Own>
    [[nodiscard]] auto gather(const Own& own) const {
        using Fact = decltype(own(RecordId()));
        std::vector<Fact> of_circles;
        of_circles.reserve(circles_.size());
        for (std::size_t circle = 0; circle < circles_.size(); ++circle) {  // what is led to comes first
            Fact all{};
            for (const std::uint32_t member : circles_.members(circle)) {
                all = all | own(records_[member]);
                for (std::uint32_t at = starts_[member]; at < starts_[member + 1]; ++at) {
                    const std::uint32_t after = circles_.of[targets_[at]];
                    if (after != circle) all = all | of_circles[after];
                }
            }
            of_circles.push_back(all);
        }
        std::vector<Fact> values;
        values.reserve(records_.size());
        for (const std::uint32_t circle : circles_.of) values.push_back(of_circles[circle]);
        return RecordTable<Fact>(places_, std::move(values), Fact{});
    }

private:
    std::span<const RecordId> records_;  // of the graph
    RecordIndex places_;
    std::vector<std::uint32_t> starts_;  // what comes after records_[n]: targets_[starts_[n], starts_[n + 1])
    std::vector<std::uint32_t> targets_;
    Components circles_;
};

}  // namespace ims
