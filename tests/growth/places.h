// Where records may name others, as the schema says: all fields of all kinds that hold references, however deep.
#pragma once

#include <string>
#include <vector>

#include "diagnostics/operations.h"
#include "schema/schema.h"

namespace ims {

struct ReferencePlace {
    KindId kind;
    std::vector<const FieldSpec*> path;  // from the top of a record down to the field
    std::vector<KindId> targets;         // kinds that it may name
    bool clause = false;                 // it names a clause of a standard
    bool any_kind = false;
    bool many = false;  // a record can name several there
    std::string name;   // `process.needs.what`
};

// In the order of the schema.
std::vector<ReferencePlace> reference_places(const Schema& schema);

// Puts what is named into a record, or ims.yaml: a list where the field takes one, else a map for each in the list that
// holds the field. False, and nothing done, where the field does not stand in it. Requires: one, or the place takes
// many.
bool put(NewValue& record, const ReferencePlace& place, const std::vector<std::string>& named);

}  // namespace ims
