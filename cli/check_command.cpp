// `ims check`: reads a folder of records and prints what is wrong or missing.
#include <algorithm>
#include <cctype>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "cli/analysis_options.h"
#include "cli/names.h"
#include "cli/paths.h"
#include "cli/suggest.h"
#include "output/format.h"
#include "output/stats_table.h"
#include "source/relative_path.h"

namespace ims::commands::check {
namespace {

struct Options {
    AnalysisOptions analysis;
    std::vector<std::string> paths;
    std::vector<std::string> formats;
    std::vector<std::string> select;
    std::vector<std::string> ignore;
    std::string fail_on;
    std::string color = "auto";
    bool summary = false;
    bool stats = false;
};

// A format and where it goes; an empty file is standard output.
struct Destination {
    const Format* format = nullptr;
    std::string file;
};

Result<std::vector<Destination>> read_formats(const std::vector<std::string>& words) {
    if (words.empty()) return std::vector<Destination>{{&all_formats().front(), ""}};
    std::vector<Destination> destinations;
    for (const std::string& word : words) {
        const std::size_t equals = word.find('=');
        const std::string name = word.substr(0, equals);
        Destination destination{find_format(name), equals == std::string::npos ? "" : word.substr(equals + 1)};
        if (destination.format == nullptr) {
            std::vector<std::string_view> names;
            for (const Format& each : all_formats()) names.push_back(each.name);
            return Error{fmt::format("--format: there is no format `{}`{}; there are {}", visible(name),
                                     did_you_mean(name, names), join_names(names, Ticks::yes, names.size()))};
        }
        if (equals != std::string::npos && destination.file.empty())
            return Error{fmt::format("--format: which file after `{}`?", visible(word))};
        if (destination.file == "-" || destination.file == "/dev/stdout") destination.file.clear();
        destinations.push_back(std::move(destination));
    }
    const auto to_stdout = [](const Destination& each) { return each.file.empty(); };
    if (std::ranges::count_if(destinations, to_stdout) > 1) {
        return Error{
            "--format: only one format can go to standard output; give the others a file, for example `--format "
            "json=findings.json`"};
    }
    return destinations;
}

Result<bool> wants_color(const std::string& choice, const Environment& environment) {
    if (choice == "always") return true;
    if (choice == "never") return false;
    if (choice != "auto")
        return Error{fmt::format("--color: `{}` is none of `auto`, `always` and `never`", visible(choice))};
    if (environment.no_color) return false;
    return environment.force_color || environment.out_screen.terminal;
}

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

// As a shell would read it.
std::string shell_word(std::string_view word) {
    const auto plain = [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) != 0 ||
               std::string_view("-_./:@%+,").find(c) != std::string_view::npos;
    };
    std::string text = visible(word);
    if (!word.empty() && std::ranges::all_of(word, plain)) return text;
    std::string quoted = "'";
    for (const char c : text) {
        if (c == '\'') quoted += "'\\''";
        else quoted += c;
    }
    return quoted + "'";
}

Result<Exit> run(const Options& options, const Environment& environment) {
    IMS_TRY_ASSIGN(const std::vector<Destination> destinations, read_formats(options.formats));
    CheckFilter filter;
    IMS_TRY_ASSIGN(filter.select, read_rules(environment.rules.book(), "--select", options.select));
    IMS_TRY_ASSIGN(filter.ignore, read_rules(environment.rules.book(), "--ignore", options.ignore));
    const auto asked = options.fail_on.empty() ? std::nullopt : parse_fail_on(options.fail_on);
    if (!asked && !options.fail_on.empty()) {
        return Error{fmt::format("--fail-on: `{}` is none of `error`, `high`, `medium`, `low` and `never`",
                                 visible(options.fail_on))};
    }
    IMS_TRY_ASSIGN(const bool color, wants_color(options.color, environment));

    IMS_TRY_ASSIGN(Place place, find_place(environment, options.paths, options.analysis.quiet));
    filter.paths = place.paths;
    Stats stats(environment.clock);
    AnalysisOptions wanted = options.analysis;
    if (options.stats) wanted.stats = &stats;
    IMS_TRY_ASSIGN(const Analysis* const analysis, analyze_folder(environment, wanted, place.root));
    if (!options.analysis.quiet) tell_rules_turned_off(*analysis, filter.select, environment);
    const CheckResult result = choose_findings(*analysis, filter);

    const bool told_on_paper = std::ranges::any_of(
        destinations, [](const Destination& each) { return each.format == &all_formats().front(); });
    if (result.hidden_errors > 0 && !told_on_paper && !options.analysis.quiet) {
        environment.err->write(
            fmt::format("ims: {} hidden by the choice of rules, and counted for the exit code\n",
                        counted(result.hidden_errors, "error") + (result.hidden_errors == 1 ? " is" : " are")));
    }
    Style style;
    style.root = relative_path(environment.files->real_path(".").value_or(""), place.root);
    style.command = "ims check";
    for (const std::string& path : options.paths) style.command += " " + shell_word(path);
    if (!options.analysis.today.empty()) style.command += " --today " + options.analysis.today;
    style.summary_only = options.summary;
    style.findings_only = options.analysis.quiet;
    style.everything = options.analysis.verbose;
    for (const Destination& destination : destinations) {
        if (destination.file.empty()) {
            style.color = color && destination.format->meant_for == MeantFor::people;
            style.columns = environment.out_screen.columns;
            style.rows = environment.out_screen.rows;
            destination.format->write(result, style, [&](std::string_view text) { environment.out->write(text); });
            continue;
        }
        style.color = options.color == "always" && destination.format->meant_for == MeantFor::people;
        style.columns = style.rows = 0;
        IMS_TRY_ASSIGN(Writer file, environment.create(destination.file));
        destination.format->write(result, style, [&](std::string_view text) { file.write(text); });
        IMS_TRY(file.finish());
    }
    if (options.stats) {
        environment.out->flush();
        environment.err->write(stats_table(stats, environment.rules.book()));
    }
    if (result.empty()) {
        if (!options.analysis.quiet) {
            const std::string why = why_not_read(environment, place);
            environment.err->write(
                fmt::format("ims: there are no records in {}{}\n", describe(place), why.empty() ? "" : ": " + why));
        }
        return Exit::nothing;
    }
    const FailOn fail_on = asked ? *asked : analysis->settings.fail_on.value_or(FailOn::error);
    return result.reaches(fail_on) ? Exit::findings : Exit::clean;
}

}  // namespace

Action define(CommandLine& line) {
    const auto options = std::make_shared<Options>();
    std::string formats = "How to print findings, one of";
    for (const Format& each : all_formats()) formats += fmt::format("\n{}: {}", each.name, each.summary);
    line.positional("PATH", &options->paths,
                    "Files or folders to report on; default: all that belongs to the nearest ims.yaml");
    line.option("--format", &options->formats, formats + "\nWith =FILE it goes there; may be given several times",
                {.value = "F[=FILE]"});
    line.option("--fail-on", &options->fail_on,
                "The lowest grade that ends with exit code 1: error, high, medium, low or never", {.value = "GRADE"});
    line.option("--select", &options->select, "Show only these rules or families, separated by commas; all rules run",
                {.value = "RULES"});
    line.option("--ignore", &options->ignore, "Show all but these rules or families", {.value = "RULES"});
    line.option("--color", &options->color, "auto, always or never", {.value = "WHEN"});
    line.flag("--summary", &options->summary, "Only what was judged, and a table of causes by rule");
    line.flag("--stats", &options->stats,
              "Say afterwards, on standard error, how long each stage and rule took and what it found");
    add_analysis_options(line, options->analysis);
    line.footer(
        "Exit codes: 0 nothing at or above --fail-on, 1 findings, 2 wrong use or unreadable ims.yaml, 3 no records\n\n"
        "Example:\n  ims check --fail-on high");
    return [options](const Environment& environment) { return run(*options, environment); };
}

}  // namespace ims::commands::check
