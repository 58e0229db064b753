#include "source/overlay.h"

#include "source/paths.h"

namespace ims {
namespace {

std::string beginning_below(const std::string& folder) {
    if (folder.empty() || folder == ".") return {};
    return folder.back() == '/' ? folder : folder + "/";
}

}  // namespace

Result<std::vector<Entry>> OverlayFileSystem::list(const std::string& folder) const {
    std::vector<Entry> entries;
    if (below_.type(folder) != EntryType::missing || type(folder) != EntryType::folder) {
        IMS_TRY_ASSIGN(entries, below_.list(folder));
    }
    const std::string prefix = beginning_below(folder);
    std::map<std::string, EntryType> more;
    for (auto each = files_.lower_bound(prefix); each != files_.end() && each->first.starts_with(prefix); ++each) {
        const std::string rest = each->first.substr(prefix.size());
        const std::size_t slash = rest.find('/');
        if (slash != 0)
            more.try_emplace(rest.substr(0, slash), slash == std::string::npos ? EntryType::file : EntryType::folder);
    }
    for (const Entry& entry : entries) more.erase(entry.name);
    for (const auto& [name, type] : more) entries.push_back({name, type});
    return entries;
}

EntryType OverlayFileSystem::type(const std::string& path) const {
    if (files_.contains(path)) return EntryType::file;
    if (const EntryType there = below_.type(path); there != EntryType::missing) return there;
    const std::string prefix = beginning_below(path);
    const auto first = files_.lower_bound(prefix);
    const bool folder = !prefix.empty() && first != files_.end() && first->first.starts_with(prefix);
    return folder ? EntryType::folder : EntryType::missing;
}

std::optional<std::string> OverlayFileSystem::real_path(const std::string& path) const {
    if (auto real = below_.real_path(path)) return real;
    if (type(path) == EntryType::missing) return std::nullopt;
    const auto folder = folder_of(path);
    const auto real = real_path(folder && !folder->empty() ? *folder : ".");
    return real ? std::optional(join_path(*real, name_of(path))) : std::nullopt;
}

Result<std::string> OverlayFileSystem::read(const std::string& path, std::size_t limit) const {
    const auto found = files_.find(path);
    return found == files_.end() ? below_.read(path, limit) : Result<std::string>(found->second.substr(0, limit + 1));
}

}  // namespace ims
