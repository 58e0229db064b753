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
        print_view(view_kinds(*analysis), options.view, environment);
    } else {
        Result<KindId> wanted = read_kind(analysis->schema, kind);
        if (!wanted && environment.files->type(kind) != EntryType::missing) {
            return Error{fmt::format("{}\n     for the folder of that name write `ims list ./{}`",
                                     wanted.error().message(), visible(kind))};
        }
        IMS_TRY(wanted);
        print_view(view_records(*analysis, *wanted), options.view, environment);
    }
    return Exit::clean;
}

}  // namespace

Action define(CommandLine& line) {
    const auto options = std::make_shared<Options>();
    line.positional("KIND", &options->words, "", {.value = "[KIND] [PATH]", .at_most = 2});
    line.word("KIND", "Which kind, for example risk; without it: how many records there are of each");
    line.word("PATH", "The folder of records, or anything in it; default: that of the nearest ims.yaml");
    add_view_options(line, options->view);
    add_analysis_options(line, options->analysis);
    line.example("ims list role examples/corner-shop");
    line.exit_code(0, "the records are listed");
    line.exit_code(2, "wrong use, no ims.yaml, or one that cannot be read");
    return [options](const Environment& environment) { return run(*options, environment); };
}

}  // namespace ims::commands::list
