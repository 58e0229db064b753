// The columns of a register that come from the schema: every field of its kind, for programs.
#pragma once

#include <span>
#include <vector>

#include "report/page.h"
#include "report/table_of.h"

namespace ims {

// Behind the columns that a table has already. A field has its dotted path as its key; where another column has that
// key and says something else, its path with the kind, `risk.due`. Fields of users' own have theirs: `x_status`.
void add_field_columns(const Page& page, KindId kind, std::span<const RecordView> records, TableOf<RecordView>& table);

// How grave the gravest of what was found is, to choose rows by; nothing where nothing was found.
TableCell gravest_cell(const Page& page, RecordId record);

}  // namespace ims
