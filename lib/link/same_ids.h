// Records of one kind that have one id: which of them references mean, and what is told at each.
#pragma once

#include <span>
#include <vector>

#include "diagnostics/finding.h"
#include "model/records.h"

namespace ims {

// Two records or more, in the order of files.
using SameId = std::vector<RecordId>;

// Told at each of the records, with where others are. `kept`: the one that references lead to;
// `written_alike`: no file writes the id with other characters than the others do.
void report_same_id(const SameId& same, RecordId kept, bool written_alike, std::span<const Record> records,
                    const Schema& schema, std::vector<Finding>& findings, Arena& arena);

}  // namespace ims
