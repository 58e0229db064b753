#include "cli/change_on_disk.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/sha256.h"
#include "base/text.h"
#include "source/paths.h"
#include "source/relative_path.h"

namespace ims {
namespace {

bool is_at_or_above(const std::string& folder, const std::string& other) {
    return (other + "/").starts_with(folder + "/");
}

}  // namespace

std::string path_without_links(const FileSystem& files, const std::string& path) {
    std::string there = path;
    std::string rest;
    while (true) {
        if (const auto real = files.real_path(there.empty() ? "." : there)) return join_path(*real, rest);
        rest = join_path(name_of(there), rest);
        const auto above = folder_of(there);
        if (!above) return path;
        there = *above;
    }
}

std::string nearest_folder(const FileSystem& files, std::string folder) {
    while (files.type(folder) == EntryType::missing) {
        const auto above = folder_of(folder);
        if (!above) break;
        folder = *above;
    }
    return folder;
}

ChangeOnDisk::ChangeOnDisk(const Environment& environment, const std::string& folder,
                           const std::vector<FileChange>& changes, Look look)
    : environment_(environment), folder_(folder), look_(std::move(look)) {
    steps_.reserve(changes.size());
    std::size_t number = 0;
    for (const FileChange& change : changes) {
        Step& step = steps_.emplace_back();
        step.change = &change;
        step.target = path_without_links(*environment.files, change.path);
        const std::string beside = folder_of(step.target).value_or("");
        if (!change.goes) {
            do {
                step.temporary = join_path(beside, temporary_name(environment.process, ++number));
            } while (environment.files->type(step.temporary) != EntryType::missing);
        }
        step.listed = step.target.starts_with(folder + "/") && may_be_listed(relative_path(folder, step.target));
        for (std::string each = beside; environment.files->type(each) == EntryType::missing;) {
            missing_.insert(each);
            each = folder_of(each).value_or("/");
        }
    }
    // A single file has its place in one step; but what is decided already is undone by a list alone.
    decided_by_list_ = std::ranges::count_if(steps_, &Step::listed) > 1 ||
                       environment.files->type(path_of_list(kChangeDecided)) != EntryType::missing;
}

ChangeOnDisk::~ChangeOnDisk() {
    if (ended_) return;
    for (Step& step : steps_) step.writer.reset();
    for (auto folder = made_.rbegin(); folder != made_.rend(); ++folder) {
        if (!is_at_or_above(*folder, folder_)) environment_.remove_empty_folder(*folder);
    }
    if (!list_.empty()) static_cast<void>(environment_.remove_file(list_));
    for (auto folder = made_.rbegin(); folder != made_.rend(); ++folder) environment_.remove_empty_folder(*folder);
}

std::string ChangeOnDisk::path_of_list(std::string_view name) const { return join_path(folder_, name); }

Outcome ChangeOnDisk::prepare(const std::vector<std::string>& spare) {
    IMS_TRY(make_folders(true));
    // Of a single file it only tells what to clean up.
    if (const Outcome listed = write_list(spare); !listed && decided_by_list_) return listed;
    IMS_TRY(make_folders(false));
    for (Step& step : steps_) {
        if (step.change->goes) continue;
        IMS_TRY_ASSIGN(Writer writer, environment_.replace_file(step.change->path, step.temporary));
        step.writer.emplace(std::move(writer));
        if (step.change->runs) IMS_TRY(environment_.let_run(step.temporary));
        step.writer->write(step.change->bytes);
        IMS_TRY(step.writer->settle());
    }
    if (!decided_by_list_) return Nothing{};
    for (const std::string& folder : folders_of_names()) IMS_TRY(environment_.sync_folder(folder));
    return Nothing{};
}

// The list stands in one of them, perhaps.
Outcome ChangeOnDisk::make_folders(bool above_list) {
    for (const std::string& folder : missing_) {
        if (is_at_or_above(folder, folder_) != above_list) continue;
        IMS_TRY(environment_.make_folder(folder));
        made_.push_back(folder);
    }
    return Nothing{};
}

Outcome ChangeOnDisk::write_list(const std::vector<std::string>& spare) {
    ChangeList list;
    for (const Step& step : steps_) {
        if (step.listed) {
            const FileChange& change = *step.change;
            list.files.push_back({relative_path(folder_, step.target), std::string(name_of(step.temporary)),
                                  change.goes ? "" : sha256_hex(change.bytes),
                                  change.old ? sha256_hex(*change.old) : ""});
        } else if (!step.temporary.empty()) {
            list.spare.push_back(relative_path(folder_, step.temporary));
        }
    }
    for (const std::string& each : spare) list.spare.push_back(relative_path(folder_, each));
    for (const std::string& folder : missing_) {
        const std::string path = relative_path(folder_, folder);
        if (!path.empty()) list.folders.push_back(path);
    }
    const std::string path = path_of_list(kChangeBegun);
    IMS_TRY_ASSIGN(Writer writer, environment_.make_new(path));
    list_ = path;
    writer.write(write_change_list(list));
    return writer.settle();
}

// All folders in which a name is new or another's.
std::set<std::string> ChangeOnDisk::folders_of_names() const {
    std::set<std::string> folders;
    for (const Step& step : steps_) folders.insert(folder_of(step.target).value_or(""));
    for (const std::string& folder : made_) folders.insert(folder_of(folder).value_or(""));
    if (decided_by_list_) folders.insert(folder_);
    return folders;
}

Outcome ChangeOnDisk::decide() {
    IMS_TRY(place_those(false));
    if (!decided_by_list_) return Nothing{};
    const std::string path = path_of_list(kChangeDecided);
    IMS_TRY(environment_.move_file(list_, path));
    list_ = path;
    return environment_.sync_folder(folder_);
}

Outcome ChangeOnDisk::place() { return place_those(true); }

// Nothing is gone before what stands for it is there.
Outcome ChangeOnDisk::place_those(bool listed) {
    for (const bool goes : {false, true}) {
        for (Step& step : steps_) {
            if (step.listed == listed && step.change->goes == goes) IMS_TRY(place_one(step));
        }
    }
    return Nothing{};
}

Outcome ChangeOnDisk::place_one(Step& step) const {
    IMS_TRY(look_(*step.change));
    IMS_TRY(step.change->goes ? environment_.remove_file(step.target) : step.writer->finish());
    step.placed = true;
    return Nothing{};
}

Outcome ChangeOnDisk::end() {
    ended_ = true;
    Outcome ended = Nothing{};
    for (const std::string& folder : folders_of_names()) {
        const Outcome synced = environment_.sync_folder(folder);
        if (!synced && ended) {
            ended = Error(visible(folder),
                          fmt::format("the files in it are written, but may be the old ones again if the power fails "
                                      "now: {}",
                                      synced.error().reason));
        }
    }
    if (list_.empty()) return ended;
    const Outcome removed = environment_.remove_file(list_);
    list_.clear();
    if (!ended || !decided_by_list_) return ended;
    IMS_TRY(removed);
    return environment_.sync_folder(folder_);
}

std::vector<FileChange> ChangeOnDisk::way_back() const {
    std::vector<FileChange> back;
    for (const Step& step : steps_) {
        if (!step.placed) continue;
        const FileChange& change = *step.change;
        FileChange& each = back.emplace_back();
        each.path = change.path;
        if (!change.goes) each.old = change.bytes;
        each.bytes = change.old.value_or("");
        each.goes = !change.old;
    }
    return back;
}

std::vector<std::string> ChangeOnDisk::temporary_files() const {
    std::vector<std::string> paths;
    for (const Step& step : steps_) {
        if (!step.placed && !step.temporary.empty()) paths.push_back(step.temporary);
    }
    return paths;
}

}  // namespace ims
