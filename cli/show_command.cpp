#include <memory>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "cli/analysis_options.h"
#include "cli/names.h"
#include "cli/paths.h"
#include "cli/suggest.h"
#include "cli/view.h"
#include "report/views/views.h"
#include "schema/fields.h"

namespace ims::commands::show {
namespace {

struct Options {
    AnalysisOptions analysis;
    ViewOptions view;
    std::string record;
    std::string path;
    std::string discipline;
};

// What stands for the system as a whole, where no record has this id.
constexpr std::string_view kSystem = "ims";

Result<Discipline> read_discipline(const Settings& settings, std::string_view name) {
    if (const auto discipline = settings.find(name)) return *discipline;
    std::vector<std::string_view> names;
    for (const DisciplineInForce& each : settings.disciplines) names.push_back(each.name);
    const std::string near = did_you_mean(name, names);
    const std::string all = "; there are " + join_names(names, Ticks::yes, names.size());
    return Error{fmt::format("--discipline: `{}` is not in force here{}", visible(name), near.empty() ? all : near)};
}

Result<Document> view_discipline(const Analysis& analysis, std::string_view word, std::string_view name) {
    const auto found = read_record(analysis.graph, word);
    if (!found && word == kSystem) {
        IMS_TRY_ASSIGN(const Discipline discipline, read_discipline(analysis.settings, name));
        return view_system_cell(analysis, discipline);
    }
    IMS_TRY_ASSIGN(const RecordId record, found);
    const RecordView process = analysis.graph[record];
    if (!process.is(kinds::process)) {
        return Error{fmt::format("--discipline shows how a process meets a discipline; `{}` is a {}",
                                 visible(process.name().text()), process.kind_name())};
    }
    if (analysis.facts.process(record) == nullptr) {
        return Error{fmt::format("`{}` is not in force, so nothing is asked of it", visible(process.name().text()))};
    }
    IMS_TRY_ASSIGN(const Discipline discipline, read_discipline(analysis.settings, name));
    return view_cell(analysis, record, discipline);
}

Result<Exit> run(const Options& options, const Environment& environment) {
    IMS_TRY(check_view_options(options.view));
    std::vector<std::string> paths;
    if (!options.path.empty()) paths.push_back(options.path);
    IMS_TRY_ASSIGN(const Place place, find_place(environment, paths, options.analysis.quiet));
    // A built-in catalogue may be shown though nothing names it.
    const std::string id = options.record.substr(options.record.find('/') + 1);
    IMS_TRY_ASSIGN(const Analysis* const analysis, analyze_folder(environment, options.analysis, place.root, {id}));
    if (options.discipline.empty()) {
        IMS_TRY_ASSIGN(const RecordId record, read_record(analysis->graph, options.record));
        IMS_TRY(print_view(view_record(*analysis, record), options.view, environment));
    } else {
        IMS_TRY_ASSIGN(const Document document, view_discipline(*analysis, options.record, options.discipline));
        IMS_TRY(print_view(document, options.view, environment));
    }
    return Exit::clean;
}

}  // namespace

Action define(CommandLine& line) {
    const auto options = std::make_shared<Options>();
    line.positional("ID", &options->record, "kind/id, or an id that only one record has", {.required = true});
    line.positional("PATH", &options->path, "The folder of records, or anything in it; default: the nearest ims.yaml");
    line.option("--discipline", &options->discipline,
                "How a process meets this discipline, or with ID `ims` the system as a whole: what speaks for and "
                "against each letter of the matrix",
                {.value = "NAME"});
    add_view_options(line, options->view);
    add_analysis_options(line, options->analysis);
    line.footer(
        "Example:\n  ims show role/cashier examples/corner-shop\n  ims show deliver-flowers examples/corner-shop "
        "--discipline environment");
    return [options](const Environment& environment) { return run(*options, environment); };
}

}  // namespace ims::commands::show
