#include "source/last_changes.h"

#include <algorithm>
#include <unordered_map>

#include "source/git_history.h"

namespace ims {
namespace {

// What a merge brings was changed before, so only what differs from all of its parents is its own.
bool changed(const GitHistory::Commit& commit, std::uint32_t path) {
    return std::ranges::all_of(commit.parents, [&](const GitHistory::Parent& parent) {
        return std::ranges::binary_search(parent.changes, path, {}, &GitHistory::Change::path);
    });
}

}  // namespace

LastChanges last_changes(const std::string& git, const std::string& folder, std::span<const std::string> paths) {
    LastChanges out;
    const auto history = git.empty() ? std::nullopt : GitHistory::read(git, folder);
    if (!history) return out;
    std::unordered_map<std::uint32_t, std::string> days;
    std::string first;  // of the commit that brought what no later one changed
    bool known = true;
    for (const GitHistory::Commit& commit : history->commits()) {
        if (commit.parents.empty()) {
            known = known && !commit.cut_off && first.empty();
            first = commit.day;
            continue;
        }
        for (const GitHistory::Change& change : commit.parents.front().changes) {
            if (changed(commit, change.path)) days.try_emplace(change.path, commit.day);
        }
    }
    for (const std::string& path : paths) {
        if (history->committed(path) == GitHistory::kNone) continue;
        const auto day = days.find(history->path_number(path));
        if (day != days.end()) out[path] = day->second;
        else if (known && !first.empty()) out[path] = first;
    }
    return out;
}

}  // namespace ims
