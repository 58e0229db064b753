#include "source/file_system.h"

#include <algorithm>

namespace ims {
namespace {

std::string prefix_of(const std::string& folder) {
    if (folder.empty() || folder == ".") return {};
    return folder.back() == '/' ? folder : folder + "/";
}

}  // namespace

bool MemoryFileSystem::is_unreadable(const std::string& path) const {
    return std::ranges::find(unreadable, path) != unreadable.end();
}

Result<std::vector<Entry>> MemoryFileSystem::list(const std::string& folder) const {
    if (is_unreadable(folder)) return Error(folder, "permission denied");
    const std::string prefix = prefix_of(folder);
    std::vector<Entry> entries;
    for (const auto& [path, bytes] : files) {
        if (!path.starts_with(prefix)) continue;
        const std::string rest = path.substr(prefix.size());
        const std::size_t slash = rest.find('/');
        Entry entry{rest.substr(0, slash), slash == std::string::npos ? EntryType::file : EntryType::folder};
        if (entries.empty() || entries.back().name != entry.name) entries.push_back(std::move(entry));
    }
    if (entries.empty() && !prefix.empty()) return Error(folder, "no such folder");
    return entries;
}

EntryType MemoryFileSystem::type(const std::string& path) const {
    if (files.contains(path)) return EntryType::file;
    const std::string prefix = prefix_of(path);
    if (prefix.empty()) return EntryType::folder;
    const auto below = files.lower_bound(prefix);
    return below != files.end() && below->first.starts_with(prefix) ? EntryType::folder : EntryType::missing;
}

std::optional<std::string> MemoryFileSystem::real_path(const std::string& path) const {
    if (type(path) == EntryType::missing) return std::nullopt;
    return path;
}

Result<std::string> MemoryFileSystem::read(const std::string& path, std::size_t limit) const {
    const auto found = files.find(path);
    if (found == files.end()) return Error(path, "no such file");
    if (is_unreadable(path)) return Error(path, "permission denied");
    return found->second.substr(0, limit + 1);
}

}  // namespace ims
