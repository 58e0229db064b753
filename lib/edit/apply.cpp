#include "edit/apply.h"

#include <utility>

#include "edit/changes.h"

namespace ims {

Result<std::vector<ChangedFile>> apply(const Analysis& analysis, const Fix& fix) {
    IMS_TRY_ASSIGN(const FixChanges changes, changes_of(analysis, fix));
    std::vector<ChangedFile> out;
    for (const auto& [file, nodes] : changes.nodes) {
        std::vector<Edit> edits;
        for (const Edit& each : changes.edits) {
            if (each.span.file == file) edits.push_back(each);
        }
        IMS_TRY_ASSIGN(std::string bytes, rewritten(analysis, file, edits, nodes));
        out.push_back({file, std::move(bytes)});
    }
    return out;
}

}  // namespace ims
