// In which cells findings on suppliers, things and people are at home, where that does not follow from the record
// alone: a gap in one discipline costs nothing in a process that carries none of it.
#pragma once

#include <functional>
#include <vector>

#include "check/rule.h"

namespace ims {

// The processes that use a supplier itself or an asset that it provides, each with the disciplines that it carries.
// Linear in these uses.
std::vector<Cells> where_used(const RecordView& supplier, const CheckContext& context);

// In continuity: the process that the finding names, and the others that use the thing themselves (or, of a supplier,
// an asset that it provides) and wait for it too. Linear in these uses and in what such processes need.
using Waits = std::function<bool(const RecordView& process, const Need& need)>;
std::vector<Cells> where_awaited(const RecordView& thing, RecordId named, const CheckContext& context,
                                 const Waits& waits);

// The processes in which a role takes part that asks a person for a competence, in what that serves. None where this
// follows from the person, who holds no other role and owns no process.
std::vector<Cells> where_asked(const RecordView& person, RecordId role, RecordId competence,
                               const CheckContext& context);

}  // namespace ims
