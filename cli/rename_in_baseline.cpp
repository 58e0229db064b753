#include "cli/rename_in_baseline.h"

#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

#include "judge/baseline.h"
#include "source/paths.h"

namespace ims {
namespace {

constexpr std::size_t kLargestBaseline = std::size_t{1} << 26;  // bytes

using Fingerprints = std::unordered_map<std::string, std::string>;

// Of findings of today, and of the day for which the baseline was written.
Fingerprints changed_on_both_days(const ChangeOfFolder& folder, const RenamedRecord& renamed,
                                  const RenamedFindings& findings) {
    Fingerprints changed = changed_fingerprints(folder.before(), folder.after(), findings);
    const auto day = folder.before().baseline->day;
    if (!day || *day == folder.before().facts.today()) return changed;
    const auto then = folder.before_on(*day);
    const auto now = folder.after_on(*day);
    changed.merge(changed_fingerprints(*then, *now, pair_findings(*then, *now, renamed)));
    return changed;
}

std::optional<BaselineLine> under_new_name(BaselineLine line, const RenamedRecord& renamed,
                                           const Fingerprints& changed) {
    const std::string base(without_ordinal(line.fingerprint));
    const auto other = changed.find(base);
    if (other == changed.end()) return std::nullopt;
    line.fingerprint = other->second + line.fingerprint.substr(base.size());
    if (line.where == renamed.was) line.where = renamed.is;
    return line;
}

}  // namespace

Result<std::vector<std::uint32_t>> rename_in_baseline(ChangeOfFolder& folder, const RenamedRecord& renamed,
                                                      const RenamedFindings& findings) {
    const Analysis& before = folder.before();
    if (before.baseline_trouble) return *before.baseline_trouble;
    if (before.baseline == nullptr) return std::vector<std::uint32_t>{};
    const Fingerprints changed = changed_on_both_days(folder, renamed, findings);
    const std::string path = join_path(before.root, kBaselineFile);
    IMS_TRY_ASSIGN(std::string old, folder.files().read(path, kLargestBaseline));
    RewrittenBaseline now =
        rewritten(old, [&](const BaselineLine& line) { return under_new_name(line, renamed, changed); });
    folder.changes().add(path, std::move(old), std::move(now.text));
    return std::move(now.lines);
}

}  // namespace ims
