#include "engine/left_out.h"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

#include "base/text.h"
#include "source/paths.h"
#include "source/source_map.h"

namespace ims {
namespace {

constexpr std::size_t kMostLines = 5;

std::string tell_misnamed(const std::string& path, const std::vector<std::string>& read) {
    const std::string better = better_name(path);
    const bool both = std::ranges::binary_search(read, better);
    return fmt::format("{}: not read{}; {}", path, both ? fmt::format(", {} is", name_of(better)) : "",
                       mend_misnamed(path, read));
}

}  // namespace

std::string mend_misnamed(const std::string& path, const std::vector<std::string>& read) {
    const std::string better = better_name(path);
    const bool both = std::ranges::binary_search(read, better);
    if (name_of(better) == "ims.yaml") {
        return both ? "take over what is missing there, and delete it"
                    : "rename it to `ims.yaml` if that folder is a system of its own, or delete it";
    }
    return both ? "delete one of the two" : fmt::format("rename it to `{}`", name_of(better));
}

std::vector<std::string> tell_left_out(const FoundFiles& found) {
    std::vector<std::string> lines;
    for (const std::string& path : found.paths) {
        if (path.starts_with(kBuiltIn)) lines.push_back(fmt::format("{}: not read; name the folder differently", path));
    }
    for (const std::string& link : found.left_out)
        lines.push_back(fmt::format("{}: this link leaves the folder of ims.yaml and is not followed", link));
    const std::vector<std::string>& misnamed = found.misnamed;
    // One more line is no longer than to say that there is one more.
    const std::size_t shown = misnamed.size() <= kMostLines + 1 ? misnamed.size() : kMostLines;
    for (std::size_t index = 0; index < shown; ++index) lines.push_back(tell_misnamed(misnamed[index], found.paths));
    if (shown < misnamed.size()) {
        lines.push_back(
            fmt::format("and {} more that are not read: the name of a file of records ends in `.yaml` or `.yml`",
                        misnamed.size() - shown));
    }
    for (const std::string& trouble : found.git_troubles) lines.push_back(trouble);
    const bool nothing = found.unreadable.empty() &&
                         std::ranges::all_of(found.paths, [](const std::string& path) { return path == "ims.yaml"; });
    if (nothing && !found.ignored_by_git.empty()) {
        lines.push_back(fmt::format("git ignores {}, so nothing is read but ims.yaml",
                                    join_names(found.ignored_by_git, Ticks::yes)));
    }
    return lines;
}

}  // namespace ims
