#include "cli/init/tell.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "source/paths.h"

namespace ims {
namespace {

constexpr std::size_t kColumns = 100;

struct FolderOfFiles {
    std::string folder;  // "roles/"
    std::string names;   // with commas between them
};

// In the order in which folders are first named.
std::vector<FolderOfFiles> by_folder(const Environment& environment, const std::vector<PlannedFile>& files) {
    std::vector<FolderOfFiles> folders;
    for (const PlannedFile& file : files) {
        const std::string path = from_here(environment, file.path);
        std::string folder = path.find('/') == std::string::npos ? "./" : path.substr(0, path.rfind('/') + 1);
        auto found = std::ranges::find(folders, folder, &FolderOfFiles::folder);
        if (found == folders.end()) found = folders.insert(found, {std::move(folder), {}});
        found->names += (found->names.empty() ? "" : ", ") + visible(name_of(path));
    }
    return folders;
}

void write_folder(Writer& out, const FolderOfFiles& each, std::size_t width) {
    std::string before = visible(each.folder);
    for (const std::string& line : wrap_words(each.names, kColumns - width)) {
        out.write(fmt::format("  {:{}}{}\n", before, width, line));
        before.clear();
    }
}

std::string names_of_files(const Environment& environment, const std::vector<PlannedFile>& files) {
    std::vector<std::string> names;
    for (const PlannedFile& file : files) names.push_back(from_here(environment, file.path));
    constexpr std::size_t kMostNames = 8;
    return join_names(names, Ticks::yes, kMostNames);
}

class Remaining {
public:
    Remaining(const Environment& environment, const InitPlan& plan) : environment_(environment), plan_(plan) {}

    void tell() const {
        tell_disciplines();
        if (!plan_.kept.empty()) {
            say(fmt::format("left as {}: {}",
                            plan_.kept.size() == 1 ? "it was, since it was there before"
                                                   : "they were, since they were there before",
                            names_of_files(environment_, plan_.kept)));
        }
        if (!plan_.editor_to_set.empty()) {
            say(fmt::format(
                "so the editor does not know the schemas yet: `ims schema --write --editor {}` shows the lines "
                "that it needs",
                plan_.editor_to_set));
        }
        if (plan_.schemas_differ)
            say("the schemas that were here are of another state of the folder: `ims schema --write` makes them anew");
        tell_foreign();
        tell_pipelines();
        tell_hook();
        tell_errors();
        tell_next();
    }

private:
    void say(const std::string& text) const { environment_.err->write(fmt::format("ims: {}\n", text)); }

    [[nodiscard]] bool was_kept(const std::string& path) const {
        return std::ranges::find(plan_.kept, path, &PlannedFile::path) != plan_.kept.end();
    }

    void tell_disciplines() const {
        const std::vector<std::string> with_records = disciplines_of(*plan_.choice.starter);
        std::vector<std::string> without = plan_.choice.disciplines;
        std::erase_if(without, [&](const std::string& each) { return std::ranges::binary_search(with_records, each); });
        if (without.empty()) return;
        const std::string process = core_process();
        say(
            fmt::format("of {} the starter has no record; begin with a risk: ims new risk{} --set disciplines={}; then "
                        "say in the roles what each does for it",
                        join_names(without, Ticks::yes, without.size()), process.empty() ? "" : " --for " + process,
                        visible(without.front())));
    }

    // What the work is there for; empty where the folder has processes of its own.
    [[nodiscard]] std::string core_process() const {
        for (const PlannedFile& file : plan_.files) {
            const std::string record = file.is_record ? record_of({file.path, file.text}) : "";
            const bool is_core = file.text.find("\ntype: core\n") != std::string::npos;
            if (record.starts_with("process/") && is_core) return record;
        }
        return {};
    }

    void tell_foreign() const {
        constexpr std::size_t kMostNames = 20;
        for (const MovedRecord& each : plan_.moved) {
            say(fmt::format("`{}` was here before and is something else, so `{}` stands in {}", visible(each.taken),
                            each.record, visible(each.path)));
        }
        if (plan_.choice.foreign.empty()) return;
        say(fmt::format("files lie here that are no records; `ignore` in ims.yaml leaves out {}",
                        join_names(plan_.choice.foreign, Ticks::yes, kMostNames)));
    }

    void tell_errors() const {
        if (plan_.errors.count == 0) return;
        const std::vector<std::string> files(plan_.errors.files.begin(), plan_.errors.files.end());
        say(fmt::format(
            "with what was here before there {} {}, in {}: ims check{}", plan_.errors.count == 1 ? "is" : "are",
            counted(plan_.errors.count, "error"), join_names(files, Ticks::yes),
            plan_.hook && plan_.hook->in_other.empty() ? "; before that is mended the hook lets nothing be committed"
                                                       : ""));
    }

    void tell_pipelines() const {
        if (plan_.pipelines.empty()) {
            return say(plan_.folder.repository
                           ? "no pipeline was written: there is no remote `origin` on GitHub or GitLab, nor a file for "
                             "them; others run `ims check`"
                           : "no pipeline was written: this is no git repository yet");
        }
        for (const Pipeline& pipeline : plan_.pipelines) {
            const std::string path = visible(from_here(environment_, pipeline.path));
            if (!was_kept(pipeline.path)) {
                say(fmt::format("before you push, write in {} what stands for {}: the lines at its top say more", path,
                                join_names(pipeline.to_fill, Ticks::no)));
            } else if (pipeline.serves_others) {
                say(fmt::format("for {} add to {}, if it is not there:\n", pipeline.host, path));
                environment_.err->write(indented(pipeline.text) + "\n");
            }
        }
    }

    static std::string indented(std::string_view text) {
        std::string out;
        while (!text.empty()) {
            const std::size_t end = std::min(text.find('\n'), text.size());
            out += fmt::format("    {}\n", text.substr(0, end));
            text.remove_prefix(std::min(end + 1, text.size()));
        }
        return out;
    }

    void tell_hook() const {
        if (!plan_.hook || plan_.hook->in_other.empty() || plan_.hook->runs_already) return;
        say(fmt::format("no hook was written, since {}; add this line to {}: {}", plan_.hook->in_other,
                        visible(from_here(environment_, plan_.hook->path)), visible(plan_.hook->line)));
    }

    void tell_next() const {
        if (plan_.dry_run) return say("nothing was written; without `--dry-run` it is");
        const std::string where = from_here(environment_, plan_.folder.root);
        environment_.err->write(
            fmt::format("\nNext{}:\n"
                        "  change names and sentences until they are true of you, then\n"
                        "  ims check           tells what is broken\n"
                        "  ims new process     begins a record of something else that you do\n"
                        "  ims report gaps     shows what is looked after, and what is not\n",
                        where == "." ? "" : fmt::format(", in {}", visible(where))));
    }

    const Environment& environment_;
    const InitPlan& plan_;
};

}  // namespace

void tell_written(const Environment& environment, const InitPlan& plan) {
    const auto records = std::ranges::count_if(plan.files, &PlannedFile::is_record);
    environment.out->write(fmt::format("{}{}: {} to begin with ({}), for {}\n",
                                       plan.dry_run ? "would be written for " : "", plan.choice.organisation,
                                       counted(static_cast<std::size_t>(records), "record"), plan.choice.starter->name,
                                       join_names(plan.choice.disciplines, Ticks::no, plan.choice.disciplines.size())));
    const std::vector<FolderOfFiles> folders = by_folder(environment, plan.files);
    std::size_t width = 0;
    for (const FolderOfFiles& each : folders) width = std::max(width, display_width(visible(each.folder)) + 2);
    for (const FolderOfFiles& each : folders) write_folder(*environment.out, each, width);
}

void tell_what_remains(const Environment& environment, const InitPlan& plan) { Remaining(environment, plan).tell(); }

}  // namespace ims
