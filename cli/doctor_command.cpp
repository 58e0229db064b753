// `ims doctor`: looks at all that stands around the records, and says what is to be mended.
#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "cli/doctor/patient.h"
#include "cli/interrupted_change.h"
#include "cli/paths.h"
#include "cli/view.h"
#include "report/document.h"

namespace ims::commands::doctor {
namespace {

struct Options {
    AnalysisOptions analysis;
    ViewOptions view;
    std::string path;
    bool finish = false;
};

// Where ims.yaml itself is part of what was interrupted, there may be none yet.
Result<Exit> finish(const Options& options, const Environment& environment) {
    std::string root = options.path.empty() ? "." : options.path;
    if (!is_interrupted(environment, root)) {
        std::vector<std::string> paths;
        if (!options.path.empty()) paths.push_back(options.path);
        IMS_TRY_ASSIGN(const Place place, find_place(environment, paths, options.analysis.quiet));
        root = place.root;
    }
    if (is_interrupted(environment, root)) {
        IMS_TRY(finish_interrupted(environment, root));
    } else if (!options.analysis.quiet) {
        environment.out->write(fmt::format("{}: nothing was interrupted\n", visible(root)));
    }
    return Exit::clean;
}

Document view_lines(const DoctorLines& lines, const Patient& patient) {
    Document document;
    document.report = "doctor";
    document.title = "What is to be mended around the records";
    document.today = patient.analysis != nullptr ? patient.analysis->facts.today() : patient.environment.today;
    if (const Settings* const settings = patient.settings()) document.organisation = settings->organisation;
    Table table{.key = "doctor",
                .title = "What was looked at",
                .columns = {{"what", "What"}, {"fine", "Fine"}, {"state", "How it stands"}, {"to_do", "What to do"}},
                .sortable = false};
    for (const DoctorLine& line : lines.all()) {
        TableCell fine(raw(line.fine ? "yes" : "no"), line.fine);
        fine.tone = line.fine ? Tone::good : Tone::bad;
        table.rows.push_back(
            {TableCell(raw(line.what)), std::move(fine), TableCell(raw(line.state)), TableCell(raw(line.to_do))});
    }
    document.blocks.emplace_back(std::move(table));
    return document;
}

Result<Exit> run(const Options& options, const Environment& environment) {
    if (options.finish) return finish(options, environment);
    IMS_TRY_ASSIGN(const std::unique_ptr<Patient> patient, examine(environment, options.analysis, options.path));
    DoctorLines lines;
    look_at_folder(*patient, lines);
    look_at_settings(*patient, lines);
    look_at_schemas(*patient, lines);
    look_at_editor(*patient, lines);
    look_at_files(*patient, lines);
    look_at_git(*patient, lines);
    look_at_baseline(*patient, lines);
    look_at_hooks(*patient, lines);
    print_view(view_lines(lines, *patient), options.view, environment);
    return std::ranges::all_of(lines.all(), &DoctorLine::fine) ? Exit::clean : Exit::findings;
}

}  // namespace

Action define(CommandLine& line) {
    const auto options = std::make_shared<Options>();
    line.positional("PATH", &options->path,
                    "The folder of records, or anything in it; default: that of the nearest ims.yaml");
    line.flag("--finish", &options->finish,
              "Finish what a command was writing that was killed, or clean up behind it, and do nothing else");
    add_view_options(line, options->view);
    add_analysis_options(line, options->analysis);
    line.footer(
        "It looks at the folder and its settings, at schemas of its own and those for editors, at what is read and "
        "left out, at what git "
        "says, at the baseline and at hooks. What is wrong in the records is for `ims check` to say. It changes "
        "nothing, but with --finish.");
    line.example("ims doctor");
    line.exit_code(0, "all is fine, or finished");
    line.exit_code(1, "something is to be mended");
    line.exit_code(2, "wrong use, there is no ims.yaml, or trouble with files");
    return [options](const Environment& environment) { return run(*options, environment); };
}

}  // namespace ims::commands::doctor
