#include "assess/performance/policies.h"

#include "assess/participation/leads.h"
#include "schema/fields.h"

namespace ims {
bool is_approved_policy(const RecordView& document) {
    return document.active() && document.word(fields::document::type) == "policy" &&
           document.has(fields::document::approved);
}

std::optional<bool> approved_from_the_top(const RecordView& document) {
    const auto by = target_of(document.graph(), document[fields::document::approved][fields::document::approved.by]);
    return by ? is_of_the_top(*by) : std::nullopt;
}

}  // namespace ims
