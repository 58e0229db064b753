#include "cli/rename_in_baseline.h"

#include <string>
#include <utility>

#include "compare/rename_in_baseline.h"
#include "judge/baseline.h"
#include "source/paths.h"

namespace ims {
namespace {

constexpr std::size_t kLargestBaseline = std::size_t{1} << 26;  // bytes

}  // namespace

Result<std::vector<std::uint32_t>> rename_in_baseline(ChangeOfFolder& folder, const RenamedRecord& renamed,
                                                      const RenamedFindings& findings) {
    const Analysis& before = folder.before();
    if (before.baseline_trouble) return *before.baseline_trouble;
    if (before.baseline == nullptr) return std::vector<std::uint32_t>{};
    const std::string path = join_path(before.root, kBaselineFile);
    IMS_TRY_ASSIGN(std::string old, folder.files().read(path, kLargestBaseline));
    const RenamedFolder both{before, folder.after(), [&](Date day) { return folder.before_on(day); },
                             [&](Date day) { return folder.after_on(day); }};
    RewrittenBaseline now = rename_in_baseline(old, both, renamed, findings);
    folder.changes().add(path, std::move(old), std::move(now.text));
    return std::move(now.lines);
}

}  // namespace ims
