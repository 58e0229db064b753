#include <memory>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "base/words.h"
#include "cli/analysis_options.h"
#include "cli/names.h"
#include "cli/paths.h"
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

Result<Document> view_discipline(const Analysis& analysis, std::string_view word, std::string_view name) {
    const auto found = read_record(analysis.graph, word);
    if (!found && word == kSystem) {
        IMS_TRY_ASSIGN(const Discipline discipline, read_discipline(analysis.settings, "--discipline", name));
        return view_system_cell(analysis, discipline);
    }
    IMS_TRY_ASSIGN(const RecordId record, found);
    const RecordView process = analysis.graph[record];
    if (!process.is(kinds::process)) {
        return Error{fmt::format("--discipline shows how a process meets a discipline; `{}` is {}",
                                 visible(process.name().text()), with_article(in_words(process.kind_name())))};
    }
    if (analysis.facts.process(record) == nullptr) {
        return Error{fmt::format("`{}` is not in force, so nothing is asked of it", visible(process.name().text()))};
    }
    IMS_TRY_ASSIGN(const Discipline discipline, read_discipline(analysis.settings, "--discipline", name));
    return view_cell(analysis, record, discipline);
}

Result<Exit> run(const Options& options, const Environment& environment) {
    std::vector<std::string> paths;
    if (!options.path.empty()) paths.push_back(options.path);
    IMS_TRY_ASSIGN(const Place place, find_place(environment, paths, options.analysis.quiet));
    // A built-in catalogue may be shown though nothing names it.
    const std::string id = options.record.substr(options.record.find('/') + 1);
    IMS_TRY_ASSIGN(const Analysis* const analysis, analyze_folder(environment, options.analysis, place.root, {id}));
    if (options.discipline.empty()) {
        IMS_TRY_ASSIGN(const RecordId record, read_record(analysis->graph, options.record));
        print_view(view_record(*analysis, record), options.view, environment);
    } else {
        IMS_TRY_ASSIGN(const Document document, view_discipline(*analysis, options.record, options.discipline));
        print_view(document, options.view, environment);
    }
    return Exit::clean;
}

}  // namespace

Action define(CommandLine& line) {
    const auto options = std::make_shared<Options>();
    line.positional("ID", &options->record, "Which record: kind/id, or an id that only one record has",
                    {.required = true});
    line.positional("PATH", &options->path,
                    "The folder of records, or anything in it; default: that of the nearest ims.yaml");
    line.option("--discipline", &options->discipline,
                "How a process meets this discipline, or with ID `ims` the system as a whole: what speaks for and "
                "against each letter of the matrix",
                {.value = "NAME"});
    add_view_options(line, options->view);
    add_analysis_options(line, options->analysis);
    line.example("ims show role/cashier examples/corner-shop");
    line.example("ims show deliver-flowers examples/corner-shop --discipline environment",
                 "what earns and what takes the letters of that cell of the matrix");
    line.exit_code(0, "the record is shown");
    line.exit_code(2, "wrong use, no such record, no ims.yaml, or one that cannot be read");
    return [options](const Environment& environment) { return run(*options, environment); };
}

}  // namespace ims::commands::show
