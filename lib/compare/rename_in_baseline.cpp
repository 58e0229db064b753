#include "compare/rename_in_baseline.h"

#include <optional>
#include <string>
#include <unordered_map>

namespace ims {
namespace {

using RenamedFingerprints = std::unordered_map<std::string, std::string>;

// Of findings of today, and of the day for which the baseline was written.
RenamedFingerprints changed_on_both_days(const RenamedFolder& folder, const RenamedRecord& renamed,
                                         const RenamedFindings& findings) {
    RenamedFingerprints changed = changed_fingerprints(folder.before, folder.after, findings);
    const auto day = folder.before.baseline->day;
    if (!day || *day == folder.before.facts.today()) return changed;
    const auto then = folder.before_on(*day);
    const auto now = folder.after_on(*day);
    changed.merge(changed_fingerprints(*then, *now, pair_findings(*then, *now, renamed)));
    return changed;
}

std::optional<BaselineLine> under_new_name(BaselineLine line, const RenamedRecord& renamed,
                                           const RenamedFingerprints& changed) {
    const std::string base(without_ordinal(line.fingerprint));
    const auto other = changed.find(base);
    if (other == changed.end()) return std::nullopt;
    line.fingerprint = other->second + line.fingerprint.substr(base.size());
    if (line.where == renamed.was) line.where = renamed.is;
    return line;
}

}  // namespace

RewrittenBaseline rename_in_baseline(std::string_view text, const RenamedFolder& folder, const RenamedRecord& renamed,
                                     const RenamedFindings& findings) {
    const RenamedFingerprints changed = changed_on_both_days(folder, renamed, findings);
    return rewritten(text, [&](const BaselineLine& line) { return under_new_name(line, renamed, changed); });
}

}  // namespace ims
