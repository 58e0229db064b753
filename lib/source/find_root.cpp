#include "source/find_root.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text.h"
#include "source/ignored_by_git.h"
#include "source/paths.h"

namespace ims {
namespace {

constexpr std::string_view kName = "ims.yaml";

// What was meant to be an ims.yaml.
constexpr std::array<std::string_view, 6> kSlips = {"ims.yml",  "ims.yaml.txt", "ims.yml.txt",
                                                    "IMS.yaml", "Ims.yaml",     "ims.YAML"};

// What installers and builds fill, with files of others and copies of ours.
constexpr std::array<std::string_view, 10> kFilled = {
    "node_modules", "bower_components", "vendor", "venv", "site-packages", "__pycache__", "build", "dist", "out",
    "target"};

// The folders below one that hold an ims.yaml, the nearest first.
class Below {
public:
    enum class Nested : std::uint8_t { left_out, too };  // those below another one
    Below(const FileSystem& files, std::string folder, const AskIgnored& ask, Nested nested = Nested::left_out)
        : files_(files), folder_(std::move(folder)), ignored_(files, folder_, ask), nested_(nested) {}

    void look() {
        constexpr std::size_t kMostFolders = 5000;
        std::vector<std::string> level = {""};
        while (!level.empty()) {
            std::vector<std::string> next;
            for (const std::string& each : level) {
                if (++looked_ > kMostFolders) {
                    complete_ = false;
                    return;
                }
                look_into(each, next);
            }
            std::ranges::sort(next);
            level = std::move(next);
        }
    }

    [[nodiscard]] const std::vector<std::string>& found() const { return found_; }
    [[nodiscard]] bool complete() const { return complete_; }

private:
    void look_into(const std::string& folder, std::vector<std::string>& next) {
        const auto entries = files_.list(join_path(folder_, folder));
        if (!entries) return;
        ignored_.enter(folder, *entries);
        const bool is_root = std::ranges::any_of(*entries, [&](const Entry& entry) {
            return entry.name == kName && files_.type(join_path(join_path(folder_, folder), kName)) == EntryType::file;
        });
        if (is_root) found_.push_back(folder);
        if (is_root && nested_ == Nested::left_out) return;
        for (const Entry& entry : *entries) {
            if (entry.type != EntryType::folder || entry.name.starts_with('.')) continue;
            if (std::ranges::find(kFilled, entry.name) != kFilled.end()) continue;
            std::string path = join_path(folder, entry.name);
            if (!ignored_.contains(path)) next.push_back(std::move(path));
        }
    }

    const FileSystem& files_;
    std::string folder_;
    IgnoredByGit ignored_;
    Nested nested_;
    std::vector<std::string> found_;
    std::size_t looked_ = 0;
    bool complete_ = true;
};

Result<Root> look_below(const FileSystem& files, const std::string& path, const std::string& folder,
                        const AskIgnored& ask) {
    Below below(files, folder, ask);
    if (files.type(folder) == EntryType::folder) below.look();
    if (below.found().size() == 1 && below.complete()) return Root{join_path(folder, below.found().front()), true};
    std::vector<std::string> names;
    for (const std::string& each : below.found()) names.push_back(join_path(join_path(path, each), kName));
    if (names.size() == 1)
        return Error(path, "no ims.yaml here or in any folder above. If `" + visible(names.front()) +
                               "` is meant, name its folder");
    if (!names.empty())
        return Error(path, "no ims.yaml here or in any folder above, and several below: " +
                               join_names(names, Ticks::yes) + "; name the folder that you mean");
    return Error(path,
                 "no ims.yaml here or in any folder above; it names the organisation and its disciplines. "
                 "Go to the folder of your records, or make one: a file `ims.yaml` with a line `organisation: …`");
}

}  // namespace

Result<Root> find_root(const FileSystem& files, const std::string& path, const AskIgnored& ask) {
    const auto real = files.real_path(path);
    if (!real) return Error(path, "no such file or folder");
    std::string start = *real;
    if (files.type(start) != EntryType::folder) start = folder_of(start).value_or(".");
    for (std::optional<std::string> folder = start; folder; folder = folder_of(*folder)) {
        if (files.type(join_path(*folder, kName)) != EntryType::missing) return Root{folder->empty() ? "." : *folder};
        for (const std::string_view slip : kSlips) {
            const std::string name = join_path(*folder, slip);
            if (files.type(name) == EntryType::missing) continue;
            return Error(path, "no ims.yaml here or in any folder above, but " + name + "; rename that to `ims.yaml`");
        }
    }
    return look_below(files, path, *real, ask);
}

std::optional<std::string> root_above(const FileSystem& files, const std::string& path) {
    for (std::optional<std::string> folder = path; folder; folder = folder_of(*folder)) {
        if (files.type(join_path(*folder, kName)) == EntryType::file) return folder;
    }
    return std::nullopt;
}

std::vector<std::string> roots_below(const FileSystem& files, const std::string& folder, const AskIgnored& ask) {
    if (files.type(folder) != EntryType::folder) return {};
    Below below(files, folder, ask, Below::Nested::too);
    below.look();
    std::vector<std::string> roots;
    for (const std::string& each : below.found()) roots.push_back(join_path(folder, each));
    return roots;
}

}  // namespace ims
