// How a record that is begun is linked to one that is there: by a field of its own, or by one of the other.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "engine/analyze.h"

namespace ims {

struct NewLink {
    RecordId other;
    const FieldSpec* field = nullptr;       // that takes it
    bool at_other = false;                  // it is one of the other record's
    std::vector<std::string_view> as_well;  // fields of the same record that could have taken it
};

// A link that may stand on either side before one of one side, a field that new records are asked for before others.
// An error says which kinds such a record can be linked to.
Result<NewLink> find_link(const Analysis& analysis, KindId kind, RecordId other);

// As the field, or an item of its list, names a record: `till`, `asset/till`, `{competence: driving}`.
NewValue reference_value(const FieldSpec& field, std::string_view kind, std::string_view id);

// The fix that lets the other record name the new one.
Fix fix_that_links(const Analysis& analysis, const NewLink& link, std::string_view kind, std::string_view id);

}  // namespace ims
