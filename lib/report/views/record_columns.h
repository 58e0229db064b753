// The columns of `ims list KIND`: any field of the kind, and what there is to say of every record.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "report/page.h"
#include "report/table_of.h"

namespace ims {

// By what rows are sorted. What is missing comes last, whichever way.
struct SortKey {
    bool missing = true;
    double number = 0;  // of days, durations, numbers, steps and words by their order; else 0
    std::string text = {};
};

struct RecordColumn {
    ColumnOf<RecordId> shown;
    std::function<SortKey(RecordId)> key;
};

// `id`, `title`, `kind`, `status`, `owner`, `file`, `gaps`, `disciplines`, or a field by its dotted path: through lists
// it has several values. An error names the nearest one. `page` outlives it.
Result<RecordColumn> record_column(const Page& page, KindId kind, std::string_view name);

// The line in the file, for programs: beside `file`.
RecordColumn line_column(const Page& page);

}  // namespace ims
