// `ims init`: begins a folder of records.
#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "cli/analysis_options.h"
#include "cli/editor_files.h"
#include "cli/file_changes.h"
#include "cli/init/answers.h"
#include "cli/init/folder_before.h"
#include "cli/init/tell.h"
#include "cli/interrupted_change.h"
#include "schema/schema.h"
#include "source/paths.h"

namespace ims::commands::init {
namespace {

constexpr std::string_view kNoEditor = "none";
constexpr std::string_view kSettingsName = "ims.yaml";

struct Options {
    std::string folder;
    Given given;
    std::string editor = "vscode";
    AnalysisOptions analysis;
    bool hook = false;
    bool dry_run = false;
};

// `../.vscode/settings.json` from the folder of ims.yaml, which is absolute, as an absolute path.
std::string absolute_path(std::string folder, std::string_view path) {
    while (path.starts_with("../")) {
        folder = folder_of(folder).value_or("/");
        path.remove_prefix(3);
    }
    return join_path(folder, path);
}

class InitCommand {
public:
    InitCommand(const Options& options, const Environment& environment)
        : options_(options), environment_(environment) {}

    Result<Exit> run() {
        IMS_TRY_ASSIGN(plan_.folder, find_new_folder(environment_, options_.folder));
        plan_.dry_run = options_.dry_run;
        if (plan_.folder.exists && !options_.dry_run) IMS_TRY(finish_interrupted(environment_, plan_.folder.root));
        const std::string settings = join_path(plan_.folder.root, kSettingsName);
        if (environment_.files->type(settings) != EntryType::missing)
            return wants_hook_alone() ? add_hook() : refuse(settings);
        tell_above();
        IMS_TRY_ASSIGN(before_, read_folder_before(environment_, plan_.folder));
        if (options_.hook) {
            IMS_TRY_ASSIGN(plan_.hook, plan_hook(environment_, plan_.folder));
        }
        IMS_TRY(choose());
        IMS_TRY(plan_files());
        IMS_TRY(write());
        tell_written(environment_, plan_);
        environment_.out->flush();
        if (!options_.analysis.quiet) tell_what_remains(environment_, plan_);
        return Exit::clean;
    }

private:
    [[nodiscard]] Result<Exit> refuse(const std::string& settings) const {
        environment_.err->write(fmt::format(
            "ims: `{}` is there already, so nothing was written\n     `ims check` judges the folder, and `ims "
            "new KIND` begins another record; to begin anew, move that file away\n",
            visible(from_here(environment_, settings))));
        return Exit::findings;
    }

    [[nodiscard]] bool wants_hook_alone() const {
        const Given& given = options_.given;
        return options_.hook && given.organisation.empty() && given.kind_of_work.empty() && given.disciplines.empty() &&
               options_.editor == Options().editor;
    }

    // To a folder that was begun before.
    Result<Exit> add_hook() {
        IMS_TRY_ASSIGN(plan_.hook, plan_hook(environment_, plan_.folder));
        const Hook& hook = *plan_.hook;
        const std::string path = visible(from_here(environment_, hook.path));
        if (hook.runs_already) {
            environment_.out->write(
                fmt::format("nothing to do: the hook in {} is there, and checks this folder\n", path));
            return Exit::clean;
        }
        if (!hook.in_other.empty()) {
            environment_.err->write(fmt::format("ims: no hook was written, since {}; add this line to {}: {}\n",
                                                hook.in_other, path, visible(hook.line)));
            return Exit::findings;
        }
        plan_.files.push_back({hook.path, hook.text, false});
        IMS_TRY(write());
        environment_.out->write(
            fmt::format("{}{}: the hook alone, since the folder was begun before; git runs it before each commit\n",
                        options_.dry_run ? "would be written: " : "", path));
        return Exit::clean;
    }

    void tell_above() const {
        if (!plan_.folder.above || options_.analysis.quiet) return;
        environment_.err->write(fmt::format(
            "ims: `{}` is in a folder above; what lies here is a system of its own, which that one does not "
            "read\n",
            visible(from_here(environment_, join_path(*plan_.folder.above, kSettingsName)))));
    }

    Outcome choose() {
        IMS_TRY_ASSIGN(const FolderOptions wanted, folder_options(environment_, options_.analysis, plan_.folder.root));
        IMS_TRY_ASSIGN(plan_.choice,
                       ask_for_choice(environment_, options_.given, {name_of(plan_.folder.root), before_.disciplines},
                                      options_.analysis.quiet));
        plan_.choice.today = wanted.today;
        for (const std::string& own : own_disciplines(plan_.choice.disciplines)) {
            if (options_.analysis.quiet) break;
            environment_.err->write(fmt::format(
                "ims: `{}` is no built-in discipline; it works as those do, without a standard\n", visible(own)));
        }
        return Nothing{};
    }

    Outcome plan_files() {
        IMS_TRY_ASSIGN(const std::vector<TextFile> files, plan_records());
        IMS_TRY_ASSIGN(const std::vector<TextFile> schemas, schema_files(environment_, files.front().text));
        for (const TextFile& file : files) plan_file(file, file.path != kSettingsName);
        for (const TextFile& file : schemas) {
            plan_.schemas_differ = plan_.schemas_differ || text_there(file).value_or(file.text) != file.text;
            plan_file(file, false);
        }
        if (options_.editor != kNoEditor) {
            for (const TextFile& file : editor_settings(options_.editor, plan_.folder.way, plan_.choice.foreign)) {
                const std::optional<std::string> there = text_there(file);
                if (there && !leads_to_schemas(*there, file, plan_.folder.way)) plan_.editor_to_set = options_.editor;
                plan_file(file, false);
            }
        }
        plan_.pipelines = find_pipelines(environment_, plan_.folder);
        for (const Pipeline& pipeline : plan_.pipelines) plan_file({pipeline.path, pipeline.text, false});
        if (plan_.hook && plan_.hook->in_other.empty()) plan_file({plan_.hook->path, plan_.hook->text, false});
        return Nothing{};
    }

    // ims.yaml first. What is there stays: no record comes to stand twice, nor over another file.
    Result<std::vector<TextFile>> plan_records() {
        std::vector<TextFile> files;
        for (TextFile& file : write_starter(plan_.choice)) {
            const std::string record = record_of(file);
            const auto there = before_.records.find(record);
            if (there != before_.records.end()) {
                plan_.kept.push_back({absolute_path(plan_.folder.root, there->second), {}, true});
                continue;
            }
            std::string path = free_path(file.path);
            if (path != file.path) plan_.moved.push_back({record, file.path, path});
            files.push_back({std::move(path), std::move(file.text)});
        }
        IMS_TRY_ASSIGN(plan_.choice.foreign, patterns_of_foreign_files(environment_, plan_.folder, before_, files));
        files.front().text = write_starter(plan_.choice).front().text;
        if (!before_.empty()) {
            IMS_TRY_ASSIGN(plan_.errors, errors_of_folder(environment_, plan_.folder, files, plan_.choice.today));
        }
        return files;
    }

    // `roles/owner-2.yaml` where another file has that name.
    [[nodiscard]] std::string free_path(const std::string& path) const {
        std::string free = path;
        const std::size_t dot = path.rfind('.');
        for (int number = 2; type_of(free) != EntryType::missing; ++number)
            free = fmt::format("{}-{}{}", path.substr(0, dot), number, path.substr(dot));
        return free;
    }
    [[nodiscard]] EntryType type_of(const std::string& path) const {
        return environment_.files->type(absolute_path(plan_.folder.root, path));
    }
    // None where there is no such file, or none that can be read.
    [[nodiscard]] std::optional<std::string> text_there(const TextFile& file) const {
        constexpr std::size_t kLargest = std::size_t{1} << 26;  // bytes
        auto text = environment_.files->read(absolute_path(plan_.folder.root, file.path), kLargest);
        return text ? std::optional(std::move(*text)) : std::nullopt;
    }

    void plan_file(const TextFile& file, bool is_record) {
        plan_file({absolute_path(plan_.folder.root, file.path), file.text, is_record});
    }

    // What is there stays.
    void plan_file(PlannedFile file) {
        const bool there = environment_.files->type(file.path) != EntryType::missing;
        (there ? plan_.kept : plan_.files).push_back(std::move(file));
    }

    Outcome write() const {
        FileChanges changes(environment_, plan_.folder.root);
        for (const PlannedFile& file : plan_.files) {
            const std::string path = from_here(environment_, file.path);
            if (plan_.hook && file.path == plan_.hook->path) changes.add_program(path, file.text);
            else changes.add(path, std::nullopt, file.text);
        }
        return options_.dry_run ? changes.check() : changes.commit();
    }

    const Options& options_;
    const Environment& environment_;
    InitPlan plan_;
    FolderBefore before_;
};

void describe_answers(CommandLine& line, Options& options) {
    line.group("What is asked at a terminal where it is not given");
    line.option("--organisation", &options.given.organisation, "What your organisation is called",
                {.value = "NAME", .standard = "the name of the folder"});
    std::vector<AllowedWord> works;
    for (const Starter& each : starters()) works.push_back({std::string(each.name), std::string(each.says)});
    line.option("--for", &options.given.kind_of_work, "What kind of work it is, so that the first records are near it",
                {.value = "WORK", .words = std::move(works), .any_case = true});
    line.option("--disciplines", &options.given.disciplines,
                "What you look after, with commas between: quality,environment; all that there are stand below; `all`: "
                "what the kind of work has records for",
                {.value = "NAMES", .standard = "three that suit the kind of work"});
}

}  // namespace

Action define(CommandLine& line) {
    const auto options = std::make_shared<Options>();
    line.positional("FOLDER", &options->folder,
                    "Where it begins; made where it is not there. Default: the current folder");
    describe_answers(line, *options);
    line.group("What is written");
    line.flag("--hook", &options->hook,
              "Also a hook of git, so that nothing broken is committed; in a folder that was begun before, it alone");
    std::vector<AllowedWord> editors;
    for (const std::string_view each : known_editors()) editors.push_back({std::string(each)});
    editors.push_back({std::string(kNoEditor)});
    line.option("--editor", &options->editor, "For which editor settings are written, so that it knows the fields",
                {.value = "NAME", .words = std::move(editors), .standard = "vscode"});
    line.flag("--dry-run", &options->dry_run, "Say what would be written, and write nothing");
    line.option("--today", &options->analysis.today, "The day from which the dates in the records count",
                {.value = "YYYY-MM-DD", .standard = "today"});
    line.flag("-q,--quiet", &options->analysis.quiet, "Say nothing but the result");
    const auto known = Schema::built_in().known_disciplines();
    line.footer(
        fmt::format("The built-in disciplines are {}. Other names will do: they work as these do, without a "
                    "standard.\n\nNothing that is there is overwritten. All that is written can be changed: it is "
                    "yours.",
                    join_names(known, Ticks::no, known.size())));
    line.example("ims init", "three questions, then a folder that checks clean");
    line.example("ims init shop --organisation \"Petal & Post\" --for shop --disciplines quality,environment --hook");
    line.exit_code(0, "the folder is begun, or has its hook");
    line.exit_code(1, "refused, since an ims.yaml is there already, or another hook where the hook alone is wanted");
    line.exit_code(2, "wrong use, or trouble with files");
    return [options](const Environment& environment) { return InitCommand(*options, environment).run(); };
}

}  // namespace ims::commands::init
