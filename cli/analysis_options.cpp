#include "cli/analysis_options.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <stop_token>

#include <fmt/format.h>

#include "base/parallel.h"
#include "base/text.h"
#include "cli/interrupted_change.h"
#include "cli/platform/processors.h"
#include "source/paths.h"

namespace ims {

Progress::Progress(const Environment& environment, bool wanted, std::string text) {
    if (!wanted || !environment.err_screen.terminal) return;
    thread_ = std::jthread([&environment, text = std::move(text)](const std::stop_token& stop) {
        std::mutex mutex;
        std::unique_lock lock(mutex);
        std::condition_variable_any waiting;
        waiting.wait_for(lock, stop, std::chrono::milliseconds(500), [] { return false; });
        if (stop.stop_requested()) return;
        environment.err->write(text);
        environment.err->flush();
        waiting.wait(lock, stop, [] { return false; });
        environment.err->write("\r\x1b[K");
        environment.err->flush();
    });
}

bool is_written_as_day(std::string_view text) {
    constexpr std::string_view kForm = "dddd-dd-dd";
    return std::ranges::equal(text, kForm,
                              [](char c, char form) { return form == 'd' ? c >= '0' && c <= '9' : c == form; });
}

void add_analysis_options(CommandLine& line, AnalysisOptions& options) {
    line.group("How the folder is read");
    line.option("--today", &options.today, "Compare dates with this day", {.value = "YYYY-MM-DD", .standard = "today"});
    line.option("--jobs", &options.jobs, "How many processors to use",
                {.value = "N", .lowest = 1, .highest = 1024, .standard = "all"});
    line.option("--schemas", &options.schemas, "Read the kinds and fields from the *.schema.json of this folder",
                {.value = "FOLDER", .standard = "the built-in ones"});
    line.flag("-q,--quiet", &options.quiet, "Say nothing but the result");
    line.flag("-v,--verbose", &options.verbose, "Say more: what is read, and all that is found");
}

// To free a hundred thousand small things one by one takes longer than to end.
const Analysis* keep_to_the_end(std::unique_ptr<Analysis> analysis) {
    static auto* const kept = new std::vector<std::unique_ptr<Analysis>>();
    return kept->emplace_back(std::move(analysis)).get();
}

std::size_t jobs_of(const AnalysisOptions& options) { return options.jobs == 0 ? available_jobs() : options.jobs; }

Result<FolderOptions> folder_options(const Environment& environment, const AnalysisOptions& options,
                                     const std::string& root) {
    FolderOptions wanted;
    wanted.root = root;
    wanted.today = environment.today;
    if (!options.today.empty()) {
        const auto today = parse_date(options.today);
        if (!today)
            return Error{fmt::format(
                "--today: `{}` is {}, write for example 2026-06-01", visible(options.today),
                is_written_as_day(options.today) ? "no day of the calendar" : "not written as a day is here")};
        wanted.today = *today;
    }
    wanted.jobs = jobs_of(options);
    wanted.schema_folder = options.schemas;
    wanted.git = environment.git;
    wanted.stats = options.stats;
    return wanted;
}

void tell_analysis(const Environment& environment, const AnalysisOptions& options, const Analysis& analysis, Date today,
                   std::size_t jobs) {
    if (options.verbose) {
        environment.err->write(
            fmt::format("ims: {}: {} and {}, today is {}, {}\n", visible(join_path(analysis.root, "ims.yaml")),
                        counted(analysis.sources.own_size(), "file"), counted(analysis.record_count(), "record"),
                        to_string(today), counted(jobs, "job")));
    }
    if (options.quiet) return;
    if (const auto interrupted = tell_interrupted(environment, analysis.root))
        environment.err->write(fmt::format("ims: {}\n", *interrupted));
    for (const std::string& hint : analysis.hints) environment.err->write(fmt::format("ims: {}\n", visible(hint)));
}

Result<const Analysis*> analyze_folder(const Environment& environment, const AnalysisOptions& options,
                                       const std::string& root, const std::vector<std::string>& standards) {
    IMS_TRY_ASSIGN(FolderOptions wanted, folder_options(environment, options, root));
    wanted.standards = standards;
    Result<std::unique_ptr<Analysis>> analysis = [&] {
        const Progress progress(environment, !options.quiet,
                                fmt::format("checking the records of {} …", visible(root)));
        return analyze_folder(*environment.files, environment.rules, wanted);
    }();
    if (!analysis) return analysis.error();
    tell_analysis(environment, options, **analysis, wanted.today, wanted.jobs);
    return keep_to_the_end(std::move(*analysis));
}

}  // namespace ims
