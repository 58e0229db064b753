#include "assess/dates/history.h"

#include "schema/fields.h"

namespace ims {

bool is_history(const RecordView& record) {
    if (record.is(kinds::audit)) return record.has(fields::audit::done);
    return record.is(kinds::incident) || record.is(kinds::exercise) || record.is(kinds::nonconformity) ||
           record.is(kinds::change) || record.is(kinds::management_review);
}

}  // namespace ims
