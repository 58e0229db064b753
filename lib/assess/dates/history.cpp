#include "assess/dates/history.h"

#include "schema/fields.h"

namespace ims {

bool is_history(const RecordView& record) {
    if (record.is(kinds::audit)) return record.has(fields::audit::done);
    // One that is only planned has yet to be.
    if (record.is(kinds::exercise)) return record.has(fields::exercise::date);
    return record.is(kinds::incident) || record.is(kinds::nonconformity) || record.is(kinds::change) ||
           record.is(kinds::management_review);
}

}  // namespace ims
