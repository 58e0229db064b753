// `ims check`: reads a folder of records and prints what is wrong or missing.
#include <algorithm>
#include <array>
#include <cctype>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "cli/check_outputs.h"
#include "cli/mend.h"
#include "cli/names.h"
#include "cli/paths.h"
#include "cli/shell_word.h"
#include "cli/since.h"
#include "cli/states.h"
#include "cli/watch.h"
#include "cli/write_schemas.h"
#include "output/stats_table.h"
#include "source/git_repository.h"
#include "source/relative_path.h"

namespace ims::commands::check {
namespace {

struct Options {
    StateOptions states;
    WatchOptions watch;
    MendOptions mend;
    std::vector<std::string> paths;
    std::vector<std::string> formats;
    std::vector<std::string> select;
    std::vector<std::string> ignore;
    std::string fail_on;
    std::string color = "auto";
    std::string path_root;
    bool fail_on_due = false;
    bool summary = false;
    bool stats = false;
};

// What holds for every folder of a run.
struct Wish {
    std::vector<Destination> destinations;
    CheckFilter filter;  // without paths
    std::optional<FailOn> fail_on;
    Coloring coloring;
};

// Rules that were asked for and are turned off all the same.
void tell_rules_turned_off(const Analysis& analysis, const std::set<RuleId>& select, const Environment& environment) {
    std::vector<std::string_view> names;
    for (const RuleId rule : select) {
        const RuleEntry& about = analysis.rules.book()[rule];
        if (!analysis.settings.grade(about)) names.push_back(about.name);
    }
    if (names.empty()) return;
    environment.err->write(fmt::format("ims: {} turned off in ims.yaml, under `check.rules`, and finds nothing\n",
                                       join_names(names, Ticks::yes) + (names.size() == 1 ? " is" : " are")));
}

Result<Wish> read_wish(const Options& options, const Environment& environment, std::size_t folders) {
    Wish wish;
    IMS_TRY_ASSIGN(wish.destinations, read_formats(environment, options.formats, folders));
    IMS_TRY_ASSIGN(wish.filter.select, read_rules(environment.rules.book(), "--select", options.select));
    IMS_TRY_ASSIGN(wish.filter.ignore, read_rules(environment.rules.book(), "--ignore", options.ignore));
    wish.fail_on = parse_fail_on(options.fail_on);
    wish.coloring = read_coloring(environment, options.color);
    return wish;
}

// How its host calls the folder: from the root of the repository, or from the folder that `--path-root` names.
Result<std::string> way_from_host(const Options& options, const Environment& environment, const std::string& root) {
    const std::string folder = environment.files->real_path(root).value_or(root);
    std::optional<std::string> top;
    if (options.path_root.empty()) {
        top = find_repository(*environment.files, folder);
    } else {
        top = environment.files->real_path(options.path_root);
        if (!top || environment.files->type(*top) != EntryType::folder)
            return Error{fmt::format("--path-root: there is no folder `{}`", visible(options.path_root))};
    }
    if (!top) return std::string();
    std::string way = relative_path(*top, folder);
    if (way == ".." || way.starts_with("../")) {
        return Error{
            fmt::format("--path-root: `{}` does not lie below `{}`", visible(folder), visible(options.path_root))};
    }
    return way;
}

// What was asked, to be asked again.
std::string command_of(const Options& options, const Place& place) {
    std::string command = "ims check";
    for (const std::string& path : place.given) command += (path.starts_with('-') ? " ./" : " ") + shell_word(path);
    if (!options.states.since.empty()) command += " --since " + shell_word(options.states.since);
    if (options.states.staged) command += " --staged";
    if (!options.states.analysis.today.empty()) command += " --today " + options.states.analysis.today;
    return command;
}

Result<FolderResult> check_folder(const Options& options, const Wish& wish, const Environment& environment,
                                  const Place& place) {
    IMS_TRY_ASSIGN(const std::string way, way_from_host(options, environment, place.root));
    CheckFilter filter = wish.filter;
    filter.paths = place.paths;
    filter.due_is_told = options.fail_on_due;
    IMS_TRY_ASSIGN(const States states, options.mend.wanted()
                                            ? mend_folder(environment, {options.mend, options.states, filter,
                                                                        place.root, way, command_of(options, place)})
                                            : read_states(environment, options.states, place.root));
    const bool quiet = options.states.analysis.quiet;
    if (!quiet) {
        tell_rules_turned_off(*states.now, wish.filter.select, environment);
        tell_stale_schemas(environment, *states.now);
    }
    FolderResult folder{choose_findings(*states.now, filter, states.comparison), {}, describe_plainly(place)};
    const bool told_on_paper = std::ranges::any_of(
        wish.destinations, [](const Destination& each) { return each.format == &all_formats().front(); });
    const std::size_t hidden = folder.result.hidden_errors;
    if (hidden > 0 && !told_on_paper && !quiet) {
        environment.err->write(fmt::format("ims: {} hidden by the choice of rules, and counted for the exit code\n",
                                           counted(hidden, "error") + (hidden == 1 ? " is" : " are")));
    }
    folder.style.jobs = states.jobs;
    folder.style.root = relative_path(environment.files->real_path(".").value_or(""), place.root);
    folder.style.repository = way;
    folder.style.compared_with = states.compared_with;
    folder.style.command = command_of(options, place);
    folder.style.summary_only = options.summary;
    folder.style.findings_only = quiet;
    folder.style.everything = options.states.analysis.verbose;
    return folder;
}

Exit exit_of(const Options& options, const Wish& wish, const Environment& environment, const FolderResult& folder,
             const Place& place) {
    const CheckResult& result = folder.result;
    if (result.empty()) {
        if (!options.states.analysis.quiet) {
            const std::string why = why_not_read(environment, place);
            environment.err->write(
                fmt::format("ims: there are no records in {}{}\n", describe(place), why.empty() ? "" : ": " + why));
        }
        return Exit::nothing;
    }
    const FailOn fail_on = wish.fail_on.value_or(result.analysis->settings.fail_on.value_or(FailOn::error));
    return result.reaches(fail_on) ? Exit::findings : Exit::clean;
}

// The worst of several: wrong use or trouble, then findings, then folders without records.
Exit worse_of(Exit one, Exit other) {
    constexpr std::array kOrder = {Exit::usage, Exit::findings, Exit::nothing, Exit::clean};
    return *std::ranges::find_if(kOrder, [&](Exit each) { return each == one || each == other; });
}

Result<Exit> run_once(const Options& options, const Wish& wish, const Environment& environment,
                      const std::vector<Place>& places) {
    Stats stats(environment.clock);
    Options wanted = options;
    if (options.stats) wanted.states.analysis.stats = &stats;
    std::vector<FolderResult> folders;
    std::vector<const Place*> of_folders;
    Exit exit = Exit::clean;
    for (const Place& place : places) {
        auto folder = check_folder(wanted, wish, environment, place);
        if (!folder && places.size() == 1) return folder.error();
        if (!folder) {
            // The others are checked all the same.
            environment.err->write(fmt::format("ims: {}\n", folder.error().message()));
            exit = Exit::usage;
            continue;
        }
        folders.push_back(std::move(*folder));
        of_folders.push_back(&place);
    }
    if (!options.mend.diff) {
        const Lap lap(wanted.states.analysis.stats, Stage::output);
        IMS_TRY(write_outputs(environment, wish.destinations, folders, wish.coloring));
        IMS_TRY(write_step_summary(environment, folders));
    }
    if (options.stats) {
        environment.out->flush();
        environment.err->write(stats_table(stats, environment.rules.book()));
    }
    for (std::size_t index = 0; index < folders.size(); ++index)
        exit = worse_of(exit, exit_of(options, wish, environment, folders[index], *of_folders[index]));
    return exit;
}

Result<Exit> run(const Options& options, const Environment& environment) {
    IMS_TRY(check_mend_options(options.mend, options.states, !options.formats.empty()));
    if (options.watch.wanted && options.mend.wanted())
        return Error{"--watch looks at the files again and again, and does not mend them; leave one of them out"};
    IMS_TRY_ASSIGN(const std::vector<Place> places,
                   find_places(environment, options.paths, options.states.analysis.quiet));
    IMS_TRY_ASSIGN(const Wish wish, read_wish(options, environment, places.size()));
    IMS_TRY(may_be_watched(options.watch, options.states, options.stats, wish.destinations));
    if (!options.watch.wanted) return run_once(options, wish, environment, places);
    KeptFolders kept;
    Options again = options;
    again.states.kept = &kept;
    again.watch.quiet = again.states.analysis.quiet;
    return watch(environment, again.watch, places, kept,
                 [&](const Environment& now) { return run_once(again, wish, now, places); });
}

}  // namespace

Action define(CommandLine& line) {
    const auto options = std::make_shared<Options>();
    std::vector<AllowedWord> formats;
    for (const Format& each : all_formats()) formats.push_back({std::string(each.name), std::string(each.summary)});
    line.positional(
        "PATH", &options->paths,
        "Files or folders to report on, of one folder of records or of several, each of which is checked by itself; "
        "default: all that belongs to the nearest ims.yaml");
    line.group("What is checked");
    line.option("--since", &options->states.since,
                "Look only at what is new or worse since a revision of git; without one, or with auto: since what the "
                "pull or merge request goes into, or where this branch left its upstream",
                {.value = "[REVISION]", .implied = std::string(kSinceAuto)});
    line.flag("--staged", &options->states.staged,
              "Check what git is about to commit instead of what lies on the disk: for hooks");
    line.flag("--no-baseline", &options->states.without_baseline,
              "Tell what the baseline (.ims-baseline) holds back, too");
    add_watch_options(line, options->watch);
    add_mend_options(line, options->mend);
    line.group("What is shown");
    line.option("--format", &options->formats,
                "How to print findings; with =FILE it goes there; may be given several times, each with a file but one",
                {.value = "FORMAT[=FILE]",
                 .words = std::move(formats),
                 .ends_word = '=',
                 .standard = std::string(all_formats().front().name)});
    line.option("--path-root", &options->path_root, "The folder from which formats for git hosts give paths",
                {.value = "FOLDER", .standard = "the root of the git repository"});
    line.option("--select", &options->select, "Show only these rules or families, separated by commas; all rules run",
                {.value = "RULES"});
    line.option("--ignore", &options->ignore, "Show all but these rules or families", {.value = "RULES"});
    line.flag("--summary", &options->summary, "Only what was judged, and a table of causes by rule");
    line.flag("--stats", &options->stats,
              "Say afterwards, on standard error, how long each stage and rule took and what it found");
    line.option("--color", &options->color, "In colour or not",
                {.value = "WHEN", .words = {{"auto"}, {"always"}, {"never"}}, .standard = options->color});
    line.group("How it ends");
    line.option("--fail-on", &options->fail_on, "The lowest grade that ends with exit code 1",
                {.value = "GRADE",
                 .words = {{"error"}, {"high"}, {"medium"}, {"low"}, {"never"}},
                 .standard = "check.fail_on of ims.yaml, or else error"});
    line.flag("--fail-on-due", &options->fail_on_due, "Fail also on what only came due since the baseline was written");
    add_analysis_options(line, options->states.analysis);
    line.example("ims check --fail-on high");
    line.example("ims check roles/ --format text --format json=findings.json",
                 "what concerns the files of one folder, for people, and for programs into a file");
    line.example("ims check --since --format github", "in a pipeline: only what a change brings along");
    line.example("ims check --fix", "what is certain is mended first; `--diff` shows what that would change");
    line.exit_code(0, "nothing at or above --fail-on");
    line.exit_code(1, "something at or above it");
    line.exit_code(2, "wrong use, no ims.yaml, or something cannot be read or written");
    line.exit_code(3, "neither a record nor a finding: probably the wrong folder");
    line.exit_code(130, "Ctrl+C ended --watch");
    return [options](const Environment& environment) { return run(*options, environment); };
}

}  // namespace ims::commands::check
