// `ims baseline`: the list of what a folder begins with, so that `ims check` tells what came since.
#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "cli/analysis_options.h"
#include "cli/file_changes.h"
#include "cli/interrupted_change.h"
#include "cli/paths.h"
#include "cli/suggest.h"
#include "cli/view.h"
#include "judge/fingerprint.h"
#include "judge/unused_baseline.h"
#include "report/views/views.h"
#include "source/git_repository.h"
#include "source/paths.h"

namespace ims::commands::baseline {
namespace {

struct Options {
    AnalysisOptions analysis;
    ViewOptions view;
    std::vector<std::string> words;  // write|show|prune [PATH]
    bool dry_run = false;
};

constexpr std::size_t kLargestBaseline = std::size_t{1} << 26;  // bytes

class BaselineCommand {
public:
    BaselineCommand(const Options& options, const Environment& environment, const Analysis& analysis)
        : options_(options),
          environment_(environment),
          analysis_(analysis),
          path_(join_path(analysis.root, kBaselineFile)) {}

    Result<Exit> write() {
        if (analysis_.graph.broken_files() > 0) return refuse();
        IMS_TRY(read_old());
        const std::vector<std::string> known_as =
            fingerprints({analysis_.findings, {}}, analysis_.rules.book(), analysis_.sources);
        std::vector<BaselineLine> lines;
        std::size_t errors = 0;
        for (std::size_t index = 0; index < known_as.size(); ++index) {
            const Finding& finding = analysis_.findings[index];
            if (may_be_held(finding, analysis_.rules.book()))
                lines.push_back(baseline_line(finding, known_as[index], analysis_.rules.book(), analysis_.sources));
            else if (finding.grade == Grade::error) ++errors;
        }
        IMS_TRY(put(write_baseline(lines, analysis_.facts.today())));
        say(fmt::format("{}: {} held back from now on, as of {}{}\n", shown(), counted(lines.size(), "finding"),
                        to_string(analysis_.facts.today()), what_changed(lines)));
        if (errors > 0) {
            say(fmt::format("{} not in it: what is broken is never held back\n",
                            counted(errors, "error") + (errors == 1 ? " is" : " are")));
        }
        propose_attributes();
        return Exit::clean;
    }

    Result<Exit> prune() {
        IMS_TRY(require_baseline());
        if (analysis_.graph.broken_files() > 0) return refuse();
        IMS_TRY(read_old());
        const std::vector<BaselineLine> unused =
            unused_lines(*analysis_.baseline, {analysis_.findings, {}}, analysis_.rules.book(), analysis_.sources);
        if (unused.empty()) {
            if (!options_.analysis.quiet)
                environment_.out->write(fmt::format("{}: every line still holds something back\n", shown()));
            return Exit::clean;
        }
        IMS_TRY(put(without_lines(*old_, unused)));
        say(fmt::format("{}: {} taken out, {} left\n", shown(), counted(unused.size(), "line"),
                        analysis_.baseline->lines.size() - unused.size()));
        return Exit::clean;
    }

    Result<Exit> show() {
        IMS_TRY(require_baseline());
        print_view(view_baseline(analysis_), options_.view, environment_);
        return Exit::clean;
    }

private:
    // What stands in a file that nobody can read may be what lines stand for.
    Result<Exit> refuse() const {
        environment_.err->write(fmt::format("ims: {} could not be read; mend {} first: ims check\n",
                                            counted(analysis_.graph.broken_files(), "file"),
                                            analysis_.graph.broken_files() == 1 ? "it" : "them"));
        return Exit::findings;
    }

    Outcome require_baseline() const {
        if (analysis_.baseline_trouble) return *analysis_.baseline_trouble;
        if (analysis_.baseline == nullptr)
            return Error{visible(path_), "there is no such file; `ims baseline write` makes it"};
        return Nothing{};
    }

    Outcome read_old() {
        if (environment_.files->type(path_) == EntryType::missing) return Nothing{};
        IMS_TRY_ASSIGN(old_, environment_.files->read(path_, kLargestBaseline));
        return Nothing{};
    }

    Outcome put(const std::string& bytes) const {
        FileChanges changes(environment_);
        changes.add(path_, old_, bytes);
        return options_.dry_run ? changes.check() : changes.commit();
    }

    // ", 3 of them new, 2 taken out"
    [[nodiscard]] std::string what_changed(std::vector<BaselineLine> lines) const {
        if (analysis_.baseline == nullptr) return "";
        // Those of the file are sorted.
        const std::vector<BaselineLine>& old = analysis_.baseline->lines;
        std::ranges::sort(lines, {}, said_by);
        const auto in = [](const std::vector<BaselineLine>& list, const BaselineLine& line) {
            return std::ranges::binary_search(list, said_by(line), {}, said_by);
        };
        const auto added = std::ranges::count_if(lines, [&](const BaselineLine& line) { return !in(old, line); });
        const auto gone = std::ranges::count_if(old, [&](const BaselineLine& line) { return !in(lines, line); });
        return fmt::format("; {} new, {} taken out", added, gone);
    }

    // Where git merges line by line, two branches that each take out a line do not get into each other's way.
    void propose_attributes() const {
        if (options_.analysis.quiet) return;
        const std::string folder = environment_.files->real_path(analysis_.root).value_or(analysis_.root);
        const auto repository = find_repository(*environment_.files, folder);
        if (!repository) return;
        for (std::optional<std::string> each = folder; each && each->size() >= repository->size();
             each = folder_of(*each)) {
            const auto text = environment_.files->read(join_path(*each, ".gitattributes"), kLargestBaseline);
            if (text && text->find(kBaselineFile) != std::string::npos) return;
        }
        environment_.err->write(
            fmt::format("ims: so that git merges it line by line, add this line to .gitattributes: {} merge=union\n",
                        kBaselineFile));
    }

    void say(const std::string& text) const {
        if (!options_.analysis.quiet) environment_.out->write((options_.dry_run ? "would be written: " : "") + text);
    }
    [[nodiscard]] std::string shown() const { return std::string(kBaselineFile); }

    const Options& options_;
    const Environment& environment_;
    const Analysis& analysis_;
    std::string path_;
    std::optional<std::string> old_;
};

Result<Exit> run(const Options& options, const Environment& environment) {
    const std::vector<std::string_view> acts = {"write", "prune", "show"};
    const std::string& what = options.words.front();
    if (std::ranges::find(acts, what) == acts.end())
        return Error{fmt::format("`ims baseline` does not know `{}`{}", visible(what), nearest_or_all(what, acts))};
    const std::vector<std::string> paths(options.words.begin() + 1, options.words.end());
    IMS_TRY_ASSIGN(const Place place, find_place(environment, paths, options.analysis.quiet));
    if (!place.paths.empty()) {
        return Error{fmt::format("a baseline is of a whole folder: name `{}`, or nothing", visible(place.root))};
    }
    if (what != "show" && !options.dry_run) IMS_TRY(finish_interrupted(environment, place.root));
    IMS_TRY_ASSIGN(const Analysis* const analysis, analyze_folder(environment, options.analysis, place.root));
    BaselineCommand command(options, environment, *analysis);
    if (what == "write") return command.write();
    return what == "prune" ? command.prune() : command.show();
}

}  // namespace

Action define(CommandLine& line) {
    const auto options = std::make_shared<Options>();
    line.positional("WHAT", &options->words, "", {.value = "WHAT [PATH]", .required = true, .at_most = 2});
    line.word("WHAT", "What to do with it",
              {{"write", "hold back all that is found today"},
               {"prune", "take out lines that hold nothing back any more"},
               {"show", "tell what each line stands for, and what became of it"}});
    line.word("PATH", "The folder of records; default: that of the nearest ims.yaml");
    line.flag("--dry-run", &options->dry_run, "Say what would be written, and write nothing");
    add_view_options(line, options->view);
    add_analysis_options(line, options->analysis);
    line.example("ims baseline write");
    line.exit_code(0, "done, or nothing to do");
    line.exit_code(1, "refused, since a file of records could not be read");
    line.exit_code(2, "wrong use, no ims.yaml, or trouble with files");
    return [options](const Environment& environment) { return run(*options, environment); };
}

}  // namespace ims::commands::baseline
