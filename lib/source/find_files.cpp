#include "source/find_files.h"

#include <algorithm>
#include <set>

#include "base/glob.h"

namespace ims {
namespace {

bool is_yaml(std::string_view name) { return name.ends_with(".yaml") || name.ends_with(".yml"); }

class Walk {
public:
    Walk(const FileSystem& files, const std::string& root, const std::vector<std::string>& ignore)
        : files_(files), root_(root), ignore_(ignore) {}

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
        std::ranges::sort(found_.left_out);
        std::ranges::sort(found_.schemas);
        std::ranges::sort(found_.links);
        return std::move(found_);
    }

private:
    void walk(const std::string& folder) {
        Result<std::vector<Entry>> entries = files_.list(join_path(root_, folder));
        if (!entries) {
            found_.unreadable.push_back({folder, "the folder cannot be listed: " + entries.error().reason});
            return;
        }
        // Another management system, with its own ims.yaml, is checked by itself.
        const bool others = std::ranges::any_of(*entries, [&](const Entry& each) {
            return each.name == "ims.yaml" &&
                   files_.type(join_path(root_, join_path(folder, each.name))) == EntryType::file;
        });
        if (others) return;
        enter(folder, *entries);
    }

    void enter(const std::string& folder, const std::vector<Entry>& entries) {
        for (const Entry& entry : entries) {
            if (entry.name.starts_with(".")) continue;
            std::string path = join_path(folder, entry.name);
            if (ignored(path, entry.type)) continue;
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
                        found_.unreadable.push_back({std::move(path), "this is a pipe, a device or a socket"});
                    break;
            }
        }
    }

    bool ignored(const std::string& path, EntryType type) const {
        return path != "ims.yaml" && std::ranges::any_of(ignore_, [&](const std::string& pattern) {
                   return glob_matches(pattern, path) ||
                          (type == EntryType::folder && glob_matches(pattern, path + "/"));
               });
    }

    void add(std::string path) {
        if (is_yaml(path)) found_.paths.push_back(std::move(path));
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
            if (is_yaml(link)) found_.unreadable.push_back({std::move(link), "this link leads nowhere or in a circle"});
            return;
        }
        const bool inside = *real == real_root_ || real->starts_with(real_root_ == "/" ? "/" : real_root_ + "/");
        if (!inside) {
            if (is_yaml(link) && type != EntryType::folder) {
                found_.unreadable.push_back(
                    {std::move(link), "this link leaves the folder of ims.yaml and is not followed"});
            } else if (type == EntryType::folder) {
                found_.left_out.push_back(std::move(link));
            }
            return;
        }
        if (type == EntryType::folder) {
            // A real folder inside the root is walked under its own name; a link to it shows nothing new,
            // unless the folder is hidden and so was left out before.
            const std::string inner = *real == real_root_ ? "" : real->substr(real_root_.size() + 1);
            const bool hidden = inner.starts_with(".") || inner.find("/.") != std::string::npos;
            if (hidden && !real_folder_seen(*real)) walk(link);
        } else if (type == EntryType::file) {
            if (is_yaml(link) && real_files.insert(*real).second) found_.paths.push_back(std::move(link));
        } else if (is_yaml(link)) {
            found_.unreadable.push_back({std::move(link), "this is a pipe, a device or a socket"});
        }
    }

    bool real_folder_seen(const std::string& real) { return !visited_.insert(real).second; }

    const FileSystem& files_;
    const std::string& root_;
    const std::vector<std::string>& ignore_;
    std::string real_root_;
    FoundFiles found_;
    std::vector<std::string> folders_;
    std::vector<std::string> links_;
    std::set<std::string> visited_;
};

}  // namespace

std::string join_path(std::string_view folder, std::string_view name) {
    if (folder.empty() || folder == ".") return std::string(name);
    std::string path(folder);
    if (name.empty()) return path;
    if (path.back() != '/') path += '/';
    path += name;
    return path;
}

Result<FoundFiles> find_files(const FileSystem& files, const std::string& root,
                              const std::vector<std::string>& ignore) {
    return Walk(files, root, ignore).run();
}

Result<std::string> find_root(const FileSystem& files, const std::string& path) {
    const auto real = files.real_path(path);
    if (!real) return Error(path, "no such file or folder");
    std::string folder = *real;
    if (files.type(folder) != EntryType::folder) {
        const std::size_t slash = folder.rfind('/');
        folder = slash == std::string::npos ? "." : slash == 0 ? "/" : folder.substr(0, slash);
    }
    while (true) {
        if (files.type(join_path(folder, "ims.yaml")) != EntryType::missing) return folder;
        if (files.type(join_path(folder, "ims.yml")) != EntryType::missing)
            return Error(path, "no ims.yaml here or in any folder above, but " + join_path(folder, "ims.yml") +
                                   "; rename that to `ims.yaml`");
        const std::size_t slash = folder.rfind('/');
        if (folder == "/" || folder == "." || slash == std::string::npos) break;
        folder = slash == 0 ? "/" : folder.substr(0, slash);
    }
    return Error(path,
                 "no ims.yaml here or in any folder above; it names the organisation and its disciplines. "
                 "Go to the folder of your records, or make one: a file `ims.yaml` with a line `organisation: …`");
}

}  // namespace ims
