// Whatever happens to a folder: what is read again of it is the same as if all of it were read for the first time.
#include "engine/workspace.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <memory>
#include <string>

#include "built_in.h"
#include "engine/changing_folder.h"
#include "link/graph_names.h"
#include "output/checked.h"

using namespace ims;

namespace {

bool is_long() { return std::getenv("IMS_LONG_TESTS") != nullptr; }

FolderOptions options_of(std::size_t jobs) {
    FolderOptions options;
    options.root = "folder";
    options.today = *parse_date("2026-06-01");
    options.jobs = jobs;
    options.aliases = {{30, 1000}, {0, 0}};  // few, so that of two files one is not read
    options.standards = {"iso-14001-2015"};
    return options;
}

// All that a run says, as programs get it.
std::string said(const Analysis& analysis) {
    std::string text = printed(analysis, "json");
    for (const std::string& hint : analysis.hints) text += hint + "\n";
    for (const Finding& each : analysis.untold)
        text += each.record.text() + ": " + for_editors(each.message, analysis.graph) + "\n";
    return text;
}

std::string cold(const MemoryFileSystem& files, std::size_t jobs) {
    const auto analysis = analyze_folder(files, built_in_rules(), options_of(jobs));
    return analysis ? said(**analysis) : analysis.error().message();
}

// Every step is read, every `stride`th is compared.
void follow(std::uint32_t seed, std::size_t steps, std::size_t stride) {
    test::ChangingFolder folder(seed);
    const FolderOptions options = options_of(1 + seed % 2);
    Workspace workspace(folder.files(), built_in_book(), options);
    std::size_t refused = 0;
    for (std::size_t step = 0; step < steps; ++step) {
        const auto state = workspace.refresh(step == 0 ? std::vector<std::string>() : folder.change());
        refused += state ? 0 : 1;
        if (step % stride != 0) continue;
        CAPTURE(seed);
        CAPTURE(step);
        const std::string warm =
            state ? said(*analyze(**state, built_in_rules(), {options.today, options.jobs})) : state.error().message();
        REQUIRE(warm == cold(folder.files(), 1));
    }
    // Most states can be read, and some cannot.
    CHECK(refused > 0);
    CHECK(refused < steps / 2);
}

}  // namespace

TEST_CASE("a thousand edits, renames and deletions, followed one by one, are read as a cold run reads what they left") {
    follow(1, 1000, is_long() ? 1 : 5);
}

TEST_CASE("so are other thousands") {
    const std::uint32_t last = is_long() ? 20 : 3;
    for (std::uint32_t seed = 2; seed <= last; ++seed) follow(seed, is_long() ? 1000 : 300, is_long() ? 5 : 20);
}
