// A field of a kind as a column of `ims list`.
#pragma once

#include <string_view>

#include "report/views/record_columns.h"

namespace ims {

SortKey by_text(std::string_view text);  // letter case makes no difference; empty: it is missing
SortKey by_number(double number);

// `path`: of the field, dotted. `page` outlives it.
RecordColumn field_column(const Page& page, KindId kind, const FieldSpec& spec, std::string_view path);

}  // namespace ims
