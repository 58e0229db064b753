#include "cli/reports_beside.h"

#include <algorithm>
#include <vector>

#include "cli/report_list.h"

namespace ims {
namespace {

// By path from the folder; folders stand before those in them.
struct FolderOfReports {
    std::vector<std::string> files;
    std::vector<std::string> folders;
};

bool has_below(const std::set<std::string>& paths, const std::string& folder) {
    const auto below = paths.lower_bound(folder + '/');
    return below != paths.end() && below->starts_with(folder + '/');
}

// What stands in a folder, named with `/` at its end; none where anything in it is not `ours`, is no folder for such
// files, or is a link.
std::optional<FolderOfReports> read_folder(const FileSystem& files, const std::string& folder,
                                           const std::set<std::string>& ours) {
    FolderOfReports found;
    std::vector<std::string> open = {""};
    while (!open.empty()) {
        const std::string below = std::move(open.back());
        open.pop_back();
        const auto entries = files.list(folder + below);
        if (!entries) return std::nullopt;
        for (const Entry& entry : *entries) {
            const std::string path = below + entry.name;
            const bool is_file = entry.type == EntryType::file && (path == kReportList || ours.contains(path));
            const bool is_folder = entry.type == EntryType::folder && has_below(ours, path);
            if (!is_file && !is_folder) return std::nullopt;
            (is_file ? found.files : found.folders).push_back(path);
            if (is_folder) open.push_back(path + '/');
        }
    }
    return found;
}

// The folder without links, as it will be called; none where it must stay the one it is.
std::optional<std::string> place_for_swap(const FileSystem& files, const std::string& path,
                                          const std::set<std::string>& earlier) {
    const EntryType type = files.type(path);
    if (type == EntryType::missing) {
        const std::size_t slash = path.rfind('/');
        const auto above = files.real_path(slash == std::string::npos ? "." : path.substr(0, slash + 1));
        if (!above) return std::nullopt;
        return (*above == "/" ? "" : *above) + '/' + path.substr(slash == std::string::npos ? 0 : slash + 1);
    }
    const auto real = files.real_path(path);
    if (type != EntryType::folder || !real || *real == "/") return std::nullopt;
    // Whoever stands in a folder does not see the one that takes its place.
    const std::string here = files.real_path(".").value_or("") + '/';
    if (here.starts_with(*real + '/')) return std::nullopt;
    if (!read_folder(files, *real + '/', earlier)) return std::nullopt;
    return real;
}

// `NAME.12.tmp` and `NAME.12-2.tmp`, as `make_folder_beside` makes them.
bool is_beside(std::string_view name, std::string_view of) {
    constexpr std::string_view kEnd = ".tmp";
    if (!name.starts_with(of) || !name.ends_with(kEnd) || name.size() < of.size() + 2 + kEnd.size()) return false;
    const std::string_view number = name.substr(of.size(), name.size() - of.size() - kEnd.size());
    return number[0] == '.' && number.find_first_not_of("0123456789-", 1) == std::string_view::npos;
}

bool was_of_a_run(const FileSystem& files, const std::string& folder) {
    if (is_unfinished(files, folder)) return true;
    if (files.type(folder + std::string(kReportList)) == EntryType::missing) return false;
    const auto ours = read_report_list(files, folder);
    return ours && read_folder(files, folder, *ours);
}

void remove_those_of_killed_runs(const Environment& environment, const std::string& place) {
    const std::size_t slash = place.rfind('/');
    const std::string above = place.substr(0, slash + 1);
    const auto entries = environment.files->list(above);
    if (!entries) return;
    for (const Entry& entry : *entries) {
        if (entry.type != EntryType::folder || !is_beside(entry.name, place.substr(slash + 1))) continue;
        const std::string folder = above + entry.name;
        // A run that lives has locked it.
        if (was_of_a_run(*environment.files, folder + '/') && environment.lock_folder(folder))
            environment.remove_folder(folder);
    }
}

}  // namespace

Result<std::unique_ptr<ReportsBeside>> ReportsBeside::begin(const Environment& environment, const std::string& path,
                                                            const std::set<std::string>& earlier) {
    const auto place = place_for_swap(*environment.files, path, earlier);
    if (!place) return std::unique_ptr<ReportsBeside>();
    remove_those_of_killed_runs(environment, *place);
    Result<std::string> built = environment.make_folder_beside(*place);
    if (!built) return std::unique_ptr<ReportsBeside>();
    std::unique_ptr<ReportsBeside> beside(new ReportsBeside(environment, *place, std::move(*built), earlier));
    IMS_TRY(begin_report_list(environment, beside->folder()));
    return beside;
}

ReportsBeside::ReportsBeside(const Environment& environment, std::string place, std::string built,
                             const std::set<std::string>& earlier)
    : environment_(environment),
      place_(std::move(place)),
      built_(std::move(built)),
      earlier_(earlier),
      lock_(environment.lock_folder(built_)) {}

ReportsBeside::~ReportsBeside() {
    if (!built_.empty()) environment_.remove_folder(built_);
}

bool ReportsBeside::take_place(const std::set<std::string>& left_over) {
    const bool replaces = environment_.files->type(place_) != EntryType::missing;
    if (replaces && !take_over(left_over)) return false;
    if (!environment_.take_place(built_, place_)) return false;
    if (replaces) remove_replaced();
    built_.clear();
    return true;
}

bool ReportsBeside::take_over(const std::set<std::string>& left_over) const {
    const auto old = read_folder(*environment_.files, future_folder(), earlier_);
    if (!old) return false;
    for (const std::string& each : old->folders) {
        if (has_below(left_over, each) && !environment_.make_folder(folder() + each)) return false;
    }
    for (const std::string& file : old->files) {
        if (!left_over.contains(file)) environment_.keep_mode(future_folder() + file, folder() + file);
        else if (!environment_.link_file(future_folder() + file, folder() + file)) return false;
    }
    for (const std::string& each : old->folders) environment_.keep_mode(future_folder() + each, folder() + each);
    environment_.keep_mode(place_, built_);
    return true;
}

// What was replaced has the name of what was built now.
void ReportsBeside::remove_replaced() {
    if (read_folder(*environment_.files, folder(), earlier_)) {
        environment_.remove_folder(built_);
        return;
    }
    set_aside_ = folder();
    // Without its list no later run takes it for one of ours.
    static_cast<void>(environment_.remove_file(folder() + std::string(kReportList)));
}

}  // namespace ims
