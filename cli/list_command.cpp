#include <memory>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "cli/analysis_options.h"
#include "cli/names.h"
#include "cli/paths.h"
#include "cli/view.h"
#include "report/views/views.h"

namespace ims::commands::list {
namespace {

struct Options {
    AnalysisOptions analysis;
    ViewOptions view;
    RecordsWish wish;
    std::vector<std::string> words;  // [KIND] [PATH]
};

Result<Exit> run(const Options& options, const Environment& environment) {
    // A word alone is a kind, unless it can only be a path.
    const std::vector<std::string>& words = options.words;
    const bool path_alone =
        words.size() == 1 && (words[0].find('/') != std::string::npos || words[0] == "." || words[0] == "..");
    const std::string kind = words.empty() || path_alone ? "" : words[0];
    std::vector<std::string> paths;
    if (path_alone || words.size() > 1) paths.push_back(words.back());
    IMS_TRY_ASSIGN(const Place place, find_place(environment, paths, options.analysis.quiet));
    IMS_TRY_ASSIGN(const Analysis* const analysis, analyze_folder(environment, options.analysis, place.root));
    if (kind.empty()) {
        if (!options.wish.columns.empty() || !options.wish.sort.empty())
            return Error{"--columns and --sort are about the records of a kind: which one? `ims list` shows them"};
        print_view(view_kinds(*analysis), options.view, environment);
    } else {
        Result<KindId> wanted = read_kind(analysis->schema, kind);
        if (!wanted && environment.files->type(kind) != EntryType::missing) {
            return Error{fmt::format("{}\n     for the folder of that name write `ims list ./{}`",
                                     wanted.error().message(), visible(kind))};
        }
        IMS_TRY(wanted);
        IMS_TRY_ASSIGN(const Document document, view_records(*analysis, *wanted, options.wish));
        print_view(document, options.view, environment);
    }
    return Exit::clean;
}

}  // namespace

Action define(CommandLine& line) {
    const auto options = std::make_shared<Options>();
    line.positional("KIND", &options->words, "", {.value = "[KIND] [PATH]", .at_most = 2});
    line.word("KIND", "Which kind, for example risk; without it: how many records there are of each");
    line.word("PATH", "The folder of records, or anything in it; default: that of the nearest ims.yaml");
    line.option(
        "--columns", &options->wish.columns,
        "Which fields to show, for example id,owner,review.last: fields of the kind, and id, kind, file, gaps and "
        "disciplines of each",
        {.value = "NAMES", .separator = ',', .standard = "id,title,owner,status,file"});
    line.option("--sort", &options->wish.sort,
                "By which fields to sort, the first counting most; with `-` before it the last comes first: "
                "--sort=-gaps,title. What is missing comes last",
                {.value = "NAMES", .separator = ',', .standard = "the order of the files"});
    add_view_options(line, options->view);
    add_analysis_options(line, options->analysis);
    line.example("ims list role examples/corner-shop");
    line.example("ims list risk --columns id,likelihood,consequence,gaps --sort=-gaps --format csv",
                 "the risks with the gravest gaps first, for a spreadsheet");
    line.exit_code(0, "the records are listed");
    line.exit_code(2, "wrong use, no ims.yaml, or one that cannot be read");
    return [options](const Environment& environment) { return run(*options, environment); };
}

}  // namespace ims::commands::list
