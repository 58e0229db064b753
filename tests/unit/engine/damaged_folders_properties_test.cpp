// Whatever happened to a folder: it is read to its end, one thread finds what eight find, and whatever is shown of it
// can be written. IMS_LONG_TESTS=1 looks at ten thousand folders; IMS_DAMAGED_FROM=0 begins with that one and names
// each before it is read, so that the last one named is the one that ends the program.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "built_in.h"
#include "engine/analyze_folder.h"
#include "engine/damaged_folder.h"
#include "judge/example_folders.h"
#include "link/graph_names.h"
#include "output/checked.h"
#include "output/document/document_format.h"
#include "report/every_report.h"

using namespace ims;
using test::DamagedFolders;
using test::FolderTexts;

namespace {

using State = Result<std::unique_ptr<Analysis>>;

State analysis_of(const FolderTexts& files, std::size_t jobs) {
    MemoryFileSystem memory;
    for (const auto& [path, text] : files) memory.files["folder/" + path] = text;
    FolderOptions options;
    options.root = "folder";
    options.today = *parse_date("2026-06-01");
    options.jobs = jobs;
    return analyze_folder(memory, built_in_rules(), options);
}

// All that a run says, as programs get it.
std::string said(const State& state) {
    if (!state) return state.error().message();
    const Analysis& analysis = **state;
    std::string text = printed(analysis, "json");
    for (const std::string& hint : analysis.hints) text += hint + "\n";
    for (const Finding& each : analysis.untold)
        text += each.record.text() + ": " + for_editors(each.message, analysis.graph) + "\n";
    return text;
}

bool is_text(std::string_view text) { return first_invalid_utf8(text) == std::string_view::npos; }

// Every report in one format of several, and the findings in every format.
void check_views(const Analysis& analysis, std::size_t number) {
    for (const Format& format : all_formats()) {
        CAPTURE(format.name);
        CHECK(is_text(printed(analysis, format.name)));
    }
    const auto formats = all_document_formats();
    const DocumentFormat& format = formats[number % formats.size()];
    for (const WantedReport& wanted : every_report(analysis, Persons::shown)) {
        CAPTURE(wanted.report->name);
        const Document document = wanted.report->build({analysis, wanted.subject});
        // What says no days is no calendar.
        if (format.use == DocumentUse::calendar && !document.calendar) continue;
        std::string text;
        format.write(document, {}, [&](std::string_view each) { text += each; });
        CHECK(!text.empty());
        CHECK(is_text(text));
    }
}

// How much there is to find, at most: several findings a word would be too many to be told.
std::size_t most_findings(const FolderTexts& files) {
    std::size_t bytes = 0;
    for (const auto& [path, text] : files) bytes += text.size();
    return 100 + bytes / 4;
}

struct Counts {
    std::size_t folders = 0;
    std::size_t refused = 0;  // ims.yaml or a schema could not be read
    std::size_t findings = 0;
};

void check_folder(const FolderTexts& files, std::size_t number, Counts& counts) {
    CAPTURE(number);
    const State one = analysis_of(files, 1);
    const State eight = analysis_of(files, 8);
    REQUIRE(said(one) == said(eight));
    ++counts.folders;
    if (!one) {
        ++counts.refused;
        CHECK(!one.error().reason.empty());
        return;
    }
    counts.findings += (*one)->findings.size();
    CHECK((*one)->findings.size() <= most_findings(files));
    if (number % 10 == 0) check_views(**one, number / 10);
}

}  // namespace

TEST_CASE("damaged folders are read to the end, by eight threads as by one, and all of them can be reported on") {
    const std::size_t folders = std::getenv("IMS_LONG_TESTS") != nullptr ? 10'000 : 300;
    const char* const from = std::getenv("IMS_DAMAGED_FROM");
    const DamagedFolders small(test::folder_with_schemas());
    const std::vector<DamagedFolders> examples = {
        DamagedFolders(test::example("minimal")), DamagedFolders(test::example("minimal")),
        DamagedFolders(test::example("corner-shop-siloed")), DamagedFolders(test::example("corner-shop"))};
    const DamagedFolders large(test::example("medium-manufacturer"));
    Counts counts;
    for (std::size_t number = from == nullptr ? 0 : std::stoul(from); number < folders; ++number) {
        if (from != nullptr) std::fprintf(stderr, "damaged folder %zu\n", number);
        // Most are small, so that much of each is damaged.
        const DamagedFolders& kind = number % 50 == 49 ? large : number % 4 == 3 ? examples[number / 4 % 4] : small;
        check_folder(kind.damaged(static_cast<std::uint32_t>(number)), number, counts);
    }
    INFO(counts.refused, " of ", counts.folders, " folders are refused, ", counts.findings, " findings");
    CHECK(counts.refused * 2 < counts.folders);
    CHECK(counts.refused > 0);
    CHECK(counts.findings > counts.folders);
}

TEST_CASE("the folder that is damaged is sound, but for what the examples are about") {
    const State state = analysis_of(test::folder_with_schemas(), 1);
    REQUIRE_MESSAGE(state.has_value(), (state ? "" : state.error().message()));
    for (const Finding& each : (*state)->findings)
        CHECK_MESSAGE(each.grade != Grade::error, for_editors(each.message, (*state)->graph));
    CHECK((*state)->schema.find_kind("oven").has_value());
}
