// A record that gets another id in an editor: the same that `ims rename` does, with the same refusals.
#pragma once

#include <string_view>

#include "lsp/judged/asked.h"
#include "lsp/place/named_at.h"

namespace ims {

// An edit of the workspace, or why nothing is changed. `word`: the new id, maybe behind its kind.
// Requires: the documents stand as they were judged.
Result<Json> rename_record(const Asked& asked, const RecordMeant& record, std::string_view word);

}  // namespace ims
