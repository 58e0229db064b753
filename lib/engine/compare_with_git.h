// Which records changed since they were last reviewed: today's records held against those of the commits that set their
// present `review.last`.
#pragma once

#include "engine/document_files.h"
#include "engine/snapshot.h"
#include "source/git_history.h"

namespace ims {

// `state` and `files` are those of the folder that `history` tells of. A record that moved to another file stays the
// same record. What is not committed counts: a day of review that no commit has set yet was set
// just now. The file at a document's location counts as the document's own, as far as the commit has it.
ReviewHistory compare_with_git(const Snapshot& state, DocumentFiles& files, GitHistory& history);

}  // namespace ims
