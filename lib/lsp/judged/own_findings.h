// What a file says wrong by itself, before the folder is judged anew: its YAML, its records, its references. So a
// keystroke has its answer at once, however large the folder is.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "base/arena.h"
#include "lsp/judged/judged_folder.h"

namespace ims {

// Whether findings of a rule are those of a file by itself: an earlier stage than `check` finds it, and no setting and
// no exception changes what is told of it.
bool is_own(const RuleSet& rules, RuleId rule);

// The files that say more to another one than the names of their records: ims.yaml, catalogues, and those that cannot
// be opened. Found once for each state that was judged: whoever has time asks, so that nobody waits for it at a
// keystroke.
const FolderFiles& files_around(const JudgedState& folder);

// A file that changed among the other records of a folder as it was judged.
class FileAmongOthers {
public:
    // `path`: from the folder of ims.yaml; `text`: what stands in the file now. The folder outlives it.
    FileAmongOthers(const JudgedState& folder, const std::string& path, std::string text);

    // Those that `is_own`, in the order of places. What they name is in `graph`.
    [[nodiscard]] const std::vector<Finding>& findings() const { return findings_; }
    [[nodiscard]] const Graph& graph() const { return *graph_; }
    [[nodiscard]] FileId file() const { return file_; }

private:
    std::vector<Finding> findings_;
    Arena arena_;
    std::unique_ptr<const Graph> graph_;
    FileId file_;
};

}  // namespace ims
