#include <chrono>
#include <cstdio>

#include <fmt/format.h>

#include "base/parallel.h"
#include "engine/analyze.h"
#include "source/find_files.h"

// The first shape of the command line: it grows into one file a subcommand.
int main(int count, char** arguments) {
    using namespace ims;
    const DiskFileSystem files;
    const auto root = find_root(files, count > 1 ? arguments[1] : ".");
    if (!root) {
        fmt::print(stderr, "ims: {}\n", root.error().message);
        return 2;
    }
    AnalyzeOptions options;
    options.root = *root;
    options.jobs = available_jobs();
    options.today = *parse_date(count > 2 ? arguments[2] : "2026-06-01");
    const auto analysis = analyze(files, options);
    if (!analysis) {
        fmt::print(stderr, "ims: {}\n", analysis.error().message);
        return 2;
    }
    const Positions positions((*analysis)->sources);
    for (const Finding& finding : (*analysis)->findings) {
        const Position at = positions.position(finding.span.file, finding.span.begin);
        fmt::print("{}:{}:{}: {}[{}] {}\n", (*analysis)->sources[finding.span.file].path, at.line, at.column,
                   to_string(finding.grade), entry(finding.rule).name, finding.message);
        for (const std::string& note : finding.notes) fmt::print("    = {}\n", note);
        if (!finding.help.empty()) fmt::print("    = help: {}\n", finding.help);
    }
    fmt::print("{} findings in {} records\n", (*analysis)->findings.size(), (*analysis)->record_count());
    return (*analysis)->findings.empty() ? 0 : 1;
}
