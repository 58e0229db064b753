#include "source/ignored_by_git.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "base/text.h"
#include "base/unicode.h"
#include "source/paths.h"

namespace ims {
namespace {

constexpr std::size_t kLargestRules = 1u << 20;

bool has(const std::vector<Entry>& entries, std::string_view name) {
    return std::ranges::find(entries, name, &Entry::name) != entries.end();
}

}  // namespace

IgnoredByGit::IgnoredByGit(const FileSystem& files, std::string root, AskIgnored ask)
    : files_(files), root_(std::move(root)), ask_(std::move(ask)) {
    if (ask_) find_outer();
}

// The repository in which the root lies, and what it says from its top down to the root.
void IgnoredByGit::find_outer() {
    const auto real = files_.real_path(root_.empty() ? "." : root_);
    bool has_rules = false;
    for (std::optional<std::string> folder = real; folder; folder = folder_of(*folder)) {
        has_rules = has_rules || says_anything(join_path(*folder, ".gitignore"));
        if (files_.type(join_path(*folder, ".git")) == EntryType::missing) continue;
        repositories_.push_back({"", false, {}});
        if (has_rules || has_rules_of_its_own(*folder)) this->ask(repositories_.back());
        return;
    }
}

// Git makes an `exclude` full of comments for each repository.
bool IgnoredByGit::says_anything(const std::string& path) const {
    const auto text = files_.read(path, kLargestRules);
    if (!text) return false;
    for (std::string_view rest = *text; !rest.empty();) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        const std::string_view line = trim(rest.substr(0, end));
        if (!line.empty() && !line.starts_with('#')) return true;
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return false;
}

// Beside every `.gitignore`. A work tree or a submodule has a file `.git`, and where that leads only git knows.
bool IgnoredByGit::has_rules_of_its_own(const std::string& folder) const {
    const std::string git = join_path(folder, ".git");
    return files_.type(git) == EntryType::file || says_anything(join_path(git, "info/exclude"));
}

void IgnoredByGit::ask(Repository& repository) {
    repository.asked = true;
    std::string folder = repository.folder;
    if (folder.ends_with('/')) folder.pop_back();
    GitIgnored told = ask_(join_path(root_, folder));
    // Where git ignores even ims.yaml, whoever asks for the folder all the same wants it read.
    if (folder.empty() && std::ranges::find(told.paths, "ims.yaml") != told.paths.end()) told.paths.clear();
    for (const std::string& path : told.paths) repository.ignored.insert(composed(path));
    const bool is_new = std::ranges::find(troubles_, told.trouble) == troubles_.end();
    if (!told.trouble.empty() && is_new) troubles_.push_back(std::move(told.trouble));
}

void IgnoredByGit::enter(const std::string& folder, const std::vector<Entry>& entries) {
    if (!ask_) return;
    if (!folder.empty() && has(entries, ".git")) {
        repositories_.push_back({folder + "/", false, {}});
        if (has_rules_of_its_own(join_path(root_, folder))) ask(repositories_.back());
    }
    if (!has(entries, ".gitignore")) return;
    const Repository* const of = repository_of(folder + "/");
    if (of == nullptr || of->asked || !says_anything(join_path(join_path(root_, folder), ".gitignore"))) return;
    ask(repositories_[static_cast<std::size_t>(of - repositories_.data())]);
}

const IgnoredByGit::Repository* IgnoredByGit::repository_of(const std::string& path) const {
    for (std::size_t index = repositories_.size(); index > 0; --index) {
        if (path.starts_with(repositories_[index - 1].folder)) return &repositories_[index - 1];
    }
    return nullptr;
}

bool IgnoredByGit::contains(const std::string& path) const {
    const Repository* const of = repository_of(path);
    if (of == nullptr || of->ignored.empty()) return false;
    const std::string inner = composed(std::string_view(path).substr(of->folder.size()));
    for (std::size_t slash = inner.find('/'); slash != std::string::npos; slash = inner.find('/', slash + 1)) {
        if (of->ignored.contains(inner.substr(0, slash))) return true;
    }
    return of->ignored.contains(inner);
}

}  // namespace ims
