// What may stand in for something that is needed, and why what is named for it cannot: read in one way, whether it
// stands under `alternatives` of a need or of a supplier, for rules and reports alike.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "base/ids.h"

namespace ims {

// What keeps an alternative from standing in. The first ones show on the alternative alone; the rest by what it needs.
enum class Unfit : std::uint8_t {
    no,        // nothing: it is a usable fallback
    retired,   // it is retired
    draft,     // it is a draft, so not in force
    itself,    // it is what it stands in for, or what needs that
    rejected,  // a supplier, rejected at its newest evaluation in a discipline
    needs_it,  // it cannot do without what it stands in for
    needed,    // what it stands in for cannot do without it: both are gone with it
    shared,    // neither can do without the same thing: both are gone with that
};

struct Alternative {
    RecordId what;
    Unfit unfit = Unfit::no;
    RecordId shared = {};  // whose loss takes both
    [[nodiscard]] bool usable() const { return unfit == Unfit::no; }
    // Active, another thing and not rejected: then what it stands in for is no hard need, whatever else is wrong.
    [[nodiscard]] bool is_another() const { return unfit == Unfit::no || unfit >= Unfit::needs_it; }
    bool operator==(const Alternative&) const = default;
};

// In the order in which they are written; never empty. Those of a supplier are mostly the same for all who need it.
using Alternatives = std::shared_ptr<const std::vector<Alternative>>;

}  // namespace ims
