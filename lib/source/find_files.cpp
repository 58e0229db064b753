#include "source/find_files.h"

#include <algorithm>
#include <set>
#include <utility>

#include "base/glob.h"
#include "base/text.h"
#include "source/ignored_by_git.h"
#include "source/paths.h"

namespace ims {
namespace {

bool is_yaml(std::string_view name) { return name.ends_with(".yaml") || name.ends_with(".yml"); }

// What editors and mail programs make of `.yaml`, and the other spelling of ims.yaml.
bool is_misnamed(std::string_view path) {
    const std::string_view name = name_of(path);
    if (name == "ims.yml") return true;
    std::string lower = to_lower(name);
    if (lower.ends_with(".txt")) lower.resize(lower.size() - 4);
    return is_yaml(lower) && !is_yaml(name);
}

class Walk {
public:
    Walk(const FileSystem& files, const std::string& root, const std::vector<std::string>& ignore,
         const AskIgnored& ask)
        : files_(files), root_(root), ignore_(ignore), git_(files, root, ask) {}

    Result<FoundFiles> run() {
        IMS_TRY_ASSIGN(std::vector<Entry> top, files_.list(root_));
        if (const auto real = files_.real_path(root_)) real_root_ = *real;
        visited_.insert(real_root_);
        enter("", top);
        while (!folders_.empty()) {
            const std::string folder = std::move(folders_.back());
            folders_.pop_back();
            walk(folder);
        }
        follow_links();
        std::ranges::sort(found_.paths);
        found_.paths.erase(std::unique(found_.paths.begin(), found_.paths.end()), found_.paths.end());
        std::ranges::sort(found_.unreadable, {}, &FoundFiles::Trouble::path);
        for (auto* paths : {&found_.left_out, &found_.misnamed, &found_.schemas, &found_.links, &found_.ignored_by_git,
                            &found_.ignored, &found_.hidden, &found_.other_systems})
            std::ranges::sort(*paths);
        found_.git_troubles = git_.troubles();
        return std::move(found_);
    }

private:
    void walk(const std::string& folder) {
        Result<std::vector<Entry>> entries = files_.list(join_path(root_, folder));
        if (!entries) {
            found_.unreadable.push_back({folder, "the folder cannot be listed: " + entries.error().reason,
                                         FoundFiles::TroubleKind::not_listed});
            return;
        }
        // Another management system, with its own ims.yaml, is checked by itself.
        const bool others = std::ranges::any_of(*entries, [&](const Entry& each) {
            return each.name == "ims.yaml" &&
                   files_.type(join_path(root_, join_path(folder, each.name))) == EntryType::file;
        });
        if (others) return found_.other_systems.push_back(folder + "/");
        enter(folder, *entries);
    }

    void enter(const std::string& folder, const std::vector<Entry>& entries) {
        git_.enter(folder, entries);
        for (const Entry& entry : entries) {
            std::string path = join_path(folder, entry.name);
            if (entry.name.starts_with(".")) {
                if (entry.name != ".git") note(found_.hidden, path, entry.type);
                continue;
            }
            if (ignored(path, entry.type)) {
                note(found_.ignored, path, entry.type);
                continue;
            }
            if (ignored_by_git(path, entry.type)) continue;
            switch (entry.type) {
                case EntryType::folder: folders_.push_back(std::move(path)); break;
                case EntryType::file: add(std::move(path)); break;
                case EntryType::link:
                    found_.links.push_back(path);
                    links_.push_back(std::move(path));
                    break;
                case EntryType::other:
                case EntryType::missing:
                    if (is_yaml(path))
                        found_.unreadable.push_back({std::move(path), "this is a pipe, a device or a socket",
                                                     FoundFiles::TroubleKind::no_file});
                    break;
            }
        }
    }

    bool ignored(const std::string& path, EntryType type) {
        if (path == "ims.yaml") return false;
        return ignore_.matches(path) || (type == EntryType::folder && ignore_.matches(path + "/"));
    }

    bool ignored_by_git(const std::string& path, EntryType type) {
        if (path == "ims.yaml" || !git_.contains(path)) return false;
        note(found_.ignored_by_git, path, type);
        return true;
    }

    static void note(std::vector<std::string>& left_out, const std::string& path, EntryType type) {
        if (type == EntryType::folder) left_out.push_back(path + "/");
        else if (is_yaml(path)) left_out.push_back(path);
    }

    void add(std::string path) {
        if (is_misnamed(path)) found_.misnamed.push_back(std::move(path));
        else if (is_yaml(path)) found_.paths.push_back(std::move(path));
        else if (path.starts_with("schemas/") && path.ends_with(".schema.json"))
            found_.schemas.push_back(std::move(path));
    }

    // After the real files, so that a link to one of them never makes its records appear twice.
    void follow_links() {
        if (links_.empty()) return;
        std::set<std::string> real_files;
        for (const std::string& path : found_.paths) real_files.insert(join_path(real_root_, path));
        while (!links_.empty()) {
            std::ranges::sort(links_);
            std::vector<std::string> links = std::move(links_);
            links_.clear();
            for (std::string& link : links) follow(std::move(link), real_files);
            while (!folders_.empty()) {
                const std::string folder = std::move(folders_.back());
                folders_.pop_back();
                const auto real = files_.real_path(join_path(root_, folder));
                if (!real || real_folder_seen(*real)) continue;
                walk(folder);
            }
        }
    }

    void follow(std::string link, std::set<std::string>& real_files) {
        const std::string full = join_path(root_, link);
        const auto real = files_.real_path(full);
        const EntryType type = files_.type(full);
        if (!real || type == EntryType::missing) {
            if (is_yaml(link))
                found_.unreadable.push_back(
                    {std::move(link), "this link leads nowhere or in a circle", FoundFiles::TroubleKind::dead_link});
            return;
        }
        const bool inside = *real == real_root_ || real->starts_with(real_root_ == "/" ? "/" : real_root_ + "/");
        if (!inside) {
            if (is_yaml(link) && type != EntryType::folder) {
                found_.unreadable.push_back({std::move(link),
                                             "this link leaves the folder of ims.yaml and is not followed",
                                             FoundFiles::TroubleKind::leaves});
            } else if (type == EntryType::folder) {
                found_.left_out.push_back(std::move(link));
            }
            return;
        }
        const std::string inner = *real == real_root_ ? "" : real->substr(real_root_.size() + 1);
        if (git_.contains(inner)) return;
        if (type == EntryType::folder) {
            // A real folder inside the root is walked under its own name; a link to it shows nothing new,
            // unless the folder is hidden and so was left out before.
            const bool hidden = inner.starts_with(".") || inner.find("/.") != std::string::npos;
            if (hidden && !real_folder_seen(*real)) walk(link);
        } else if (type == EntryType::file) {
            if (is_yaml(link) && real_files.insert(*real).second) found_.paths.push_back(std::move(link));
        } else if (is_yaml(link)) {
            found_.unreadable.push_back(
                {std::move(link), "this is a pipe, a device or a socket", FoundFiles::TroubleKind::no_file});
        }
    }

    bool real_folder_seen(const std::string& real) { return !visited_.insert(real).second; }

    const FileSystem& files_;
    const std::string& root_;
    GlobSet ignore_;
    IgnoredByGit git_;
    std::string real_root_;
    FoundFiles found_;
    std::vector<std::string> folders_;
    std::vector<std::string> links_;
    std::set<std::string> visited_;
};

}  // namespace

Result<FoundFiles> find_files(const FileSystem& files, const std::string& root, const std::vector<std::string>& ignore,
                              const AskIgnored& ask) {
    return Walk(files, root, ignore, ask).run();
}

std::string better_name(const std::string& misnamed) {
    const std::size_t name = misnamed.size() - name_of(misnamed).size();
    std::string better = misnamed;
    if (to_lower(better).ends_with(".txt")) better.resize(better.size() - 4);
    const std::size_t point = better.rfind('.');
    better = better.substr(0, point) + to_lower(better.substr(point));
    if (better.substr(name) == "ims.yml") better = better.substr(0, name) + "ims.yaml";
    return better;
}

}  // namespace ims
