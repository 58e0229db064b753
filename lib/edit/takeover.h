// What a record says itself, where another one takes over from it: links that may be written on either side go over to
// the other record, and what else there is, somebody has to look at.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/analyze.h"

namespace ims {

// A field of the record whose words do not go over.
struct LeftField {
    std::string_view name;
    std::size_t items = 0;  // of a list those that the other record does not say too; 0: it is no list
};

// What the record names by such a link and the other one does not yet.
struct TakenLink {
    Field field;  // of both
    RecordId named;
};

struct Takeover {
    std::vector<Operation> operations;  // on the other record; none at one place
    std::vector<TakenLink> links;       // that they write
    std::vector<LeftField> left;        // in the order of the file
};

// Without another record all links are left; so are fields that are no lists and no maps.
// Requires: both were read, are of one kind and stand in the folder.
Takeover take_over(const Analysis& analysis, RecordId record, std::optional<RecordId> other);

}  // namespace ims
