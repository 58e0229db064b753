// What fixes do to a file, before anything is written: which bytes change, what becomes of which node, and whether the
// file then says that and nothing else.
#pragma once

#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "edit/compare_trees.h"
#include "edit/render.h"
#include "engine/analyze.h"

namespace ims {

struct FixChanges {
    std::vector<Edit> edits;  // as of `render`
    std::map<FileId, std::vector<NodeChange>> nodes;
    std::vector<std::unique_ptr<const AddEntries>> asked;  // what it asks for, written out: `nodes` point there
};

// An error as of `render`. The fix outlives it.
Result<FixChanges> changes_of(const Analysis& analysis, const Fix& fix);

// The bytes of the file with these edits, which overlap nowhere; of those at one place the first one comes first. An
// error where that would say something else than the changes of its nodes.
Result<std::string> rewritten(const Analysis& analysis, FileId file, std::span<const Edit> edits,
                              const std::vector<NodeChange>& nodes);

}  // namespace ims
