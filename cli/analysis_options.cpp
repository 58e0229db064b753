#include "cli/analysis_options.h"

#include <condition_variable>
#include <mutex>
#include <stop_token>
#include <thread>

#include <fmt/format.h>

#include "base/parallel.h"
#include "base/text.h"
#include "engine/analyze_folder.h"
#include "source/paths.h"

namespace ims {
namespace {

// A line for those who wait at a terminal, gone when the work is done.
class Progress {
public:
    Progress(const Environment& environment, bool wanted, std::string text) {
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

private:
    std::jthread thread_;
};

}  // namespace

void add_analysis_options(CommandLine& line, AnalysisOptions& options) {
    line.option("--today", &options.today, "Compare dates with this day instead of today", {.value = "YYYY-MM-DD"});
    line.option("--jobs", &options.jobs, "How many processors to use; default: all",
                {.value = "N", .lowest = 1, .highest = 1024});
    line.option("--schemas", &options.schemas,
                "Read the kinds and fields from this folder instead of the built-in ones", {.value = "DIR"});
    line.flag("-q,--quiet", &options.quiet, "Say nothing but the result");
    line.flag("-v,--verbose", &options.verbose, "Say more: what is read, and all that is found");
}

namespace {

// To free a hundred thousand small things one by one takes longer than to end.
const Analysis* keep_to_the_end(std::unique_ptr<Analysis> analysis) {
    static auto* const kept = new std::vector<std::unique_ptr<Analysis>>();
    return kept->emplace_back(std::move(analysis)).get();
}

}  // namespace

Result<const Analysis*> analyze_folder(const Environment& environment, const AnalysisOptions& options,
                                       const std::string& root, const std::vector<std::string>& standards) {
    FolderOptions wanted;
    wanted.root = root;
    wanted.today = environment.today;
    if (!options.today.empty()) {
        const auto today = parse_date(options.today);
        if (!today)
            return Error{fmt::format("--today: `{}` is no day of the calendar, write for example 2026-06-01",
                                     visible(options.today))};
        wanted.today = *today;
    }
    wanted.jobs = options.jobs == 0 ? available_jobs() : options.jobs;
    wanted.standards = standards;
    wanted.schema_folder = options.schemas;
    wanted.git = environment.git;
    wanted.stats = options.stats;
    Result<std::unique_ptr<Analysis>> analysis = [&] {
        const Progress progress(environment, !options.quiet,
                                fmt::format("checking the records of {} …", visible(root)));
        return analyze_folder(*environment.files, environment.rules, wanted);
    }();
    if (!analysis) return analysis.error();
    const Analysis& done = **analysis;
    if (options.verbose) {
        environment.err->write(
            fmt::format("ims: {}: {} and {}, today is {}, {}\n", visible(join_path(root, "ims.yaml")),
                        counted(done.sources.own_size(), "file"), counted(done.record_count(), "record"),
                        to_string(wanted.today), counted(wanted.jobs, "job")));
    }
    if (!options.quiet) {
        for (const std::string& hint : done.hints) environment.err->write(fmt::format("ims: {}\n", visible(hint)));
    }
    return keep_to_the_end(std::move(*analysis));
}

}  // namespace ims
