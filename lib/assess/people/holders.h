// Who holds a role, and who is behind it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

#include "assess/records/record_index.h"
#include "assess/records/record_table.h"
#include "link/graph.h"

namespace ims {

// Who holds a role. People count where they are named, `holders` for those who are not.
struct Holders {
    std::vector<RecordId> people;  // here today, in the order of records
    std::vector<RecordId> gone;    // named, but left, retired or still a draft
    std::uint32_t unnamed = 0;     // how many more `holders` tells of
    bool known = false;            // it is said who or how many, and all that could say so could be read

    // At least so many; where it is known, exactly so many.
    [[nodiscard]] std::size_t count() const { return people.size() + unnamed; }
    [[nodiscard]] bool vacant() const { return known && count() == 0; }
    // Somebody holds it, and all who do are named.
    [[nodiscard]] bool named() const { return known && unnamed == 0 && !people.empty(); }
};

// The people behind a role, as far as it matters: nobody, one, or perhaps several.
struct Behind {
    RecordId one;
    bool several = false;
    [[nodiscard]] RecordId the_one() const { return several ? RecordId() : one; }
    friend Behind operator|(Behind a, Behind b) {
        const bool differ = a.one.known() && b.one.known() && a.one != b.one;
        return {a.one.known() ? a.one : b.one, a.several || b.several || differ};
    }
};

// Those who are said to hold it; where nothing is said of that, those who hold a role that takes it over. Linear in
// roles and what they include. `places`: see RecordIndex::by_kind.
RecordTable<Behind> find_behind(const Graph& graph, const RecordIndex& places,
                                const std::function<const Holders&(RecordId)>& holders);

}  // namespace ims
