#include "cli/change_of_folder.h"

#include <algorithm>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "edit/apply.h"
#include "source/paths.h"

namespace ims {

Outcome ChangeOfFolder::read(const std::vector<std::string>& standards) {
    IMS_TRY_ASSIGN(wanted_, folder_options(environment_, options_, root_));
    wanted_.standards = standards;
    {
        const Progress progress(environment_, !options_.quiet, fmt::format("reading {} …", visible(root_)));
        workspace_.emplace(*environment_.files, environment_.rules.book(), wanted_);
        IMS_TRY_ASSIGN(before_state_, workspace_->read());
        before_ = keep_to_the_end(judge(*before_state_, wanted_.today));
    }
    tell_analysis(environment_, options_, *before_, wanted_.today, wanted_.jobs);
    return Nothing{};
}

Outcome ChangeOfFolder::make(const Fix& fix) {
    const Progress progress(environment_, !options_.quiet, "looking what comes of it …");
    IMS_TRY_ASSIGN(edits_, render(*before_, fix));
    IMS_TRY_ASSIGN(std::vector<ChangedFile> files, apply(*before_, fix));
    std::map<std::string, std::string> bytes;
    std::vector<std::string> paths;
    for (ChangedFile& each : files) {
        const std::string& path = before_->sources[each.file].path;
        const std::string full = join_path(root_, path);
        paths.push_back(path);
        bytes.emplace(full, each.bytes);
        changes_.add(full, before_->graph.value_sources(each.file).own.parsed->bytes, std::move(each.bytes));
    }
    changed_ = std::make_unique<OverlayFileSystem>(*environment_.files, std::move(bytes));
    workspace_->turn_to(*changed_, root_, {}, paths);
    IMS_TRY_ASSIGN(after_state_, workspace_->refresh({}));
    after_ = keep_to_the_end(judge(*after_state_, wanted_.today));
    return Nothing{};
}

std::unique_ptr<Analysis> ChangeOfFolder::judge(const Snapshot& state, Date day) const {
    return analyze(state, environment_.rules, {day, wanted_.jobs, {}, options_.stats});
}

std::string ChangeOfFolder::path_of(std::string_view path) const {
    return from_here(environment_, join_path(root_, path));
}

std::string ChangeOfFolder::shown(std::string_view path) const { return visible(path_of(path)); }

bool ChangeOfFolder::may_be_moved(const std::string& path, const std::string& to) const {
    const std::string name = to_lower(to);
    if (name == to_lower(path)) return true;
    const FolderFiles& files = before_->graph.files();
    return environment_.files->type(join_path(root_, to)) == EntryType::missing &&
           std::ranges::none_of(files, [&](const FolderFile& each) { return to_lower(each.path) == name; });
}

Exit ChangeOfFolder::refuse(const Error& why) const {
    environment_.err->write(why.path.empty() ? fmt::format("ims: {}\n", why.reason)
                                             : fmt::format("ims: {}{}: {}\n", shown(why.path), why.place, why.reason));
    environment_.err->write("     nothing was written\n");
    return Exit::findings;
}

}  // namespace ims
