#include "engine/analyze_folder.h"

namespace ims {

Result<std::unique_ptr<Analysis>> analyze_folder(const FileSystem& files, const RuleSet& rules,
                                                 const FolderOptions& options) {
    // What is only kept for the next state goes before the work begins.
    auto state = Workspace(files, rules.book(), options).read();
    if (!state) return state.error();
    return analyze(**state, rules, {options.today, options.jobs, {}, options.stats});
}

}  // namespace ims
