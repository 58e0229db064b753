// Several analyses in one process, each with threads of its own, of one state of a folder and of folders of their own:
// they share what was read and the built-in tables, and none of them writes there.
#include <doctest/doctest.h>

#include <array>
#include <atomic>
#include <functional>
#include <latch>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "engine/analyze_folder.h"
#include "link/graph_names.h"
#include "source/paths.h"

using namespace ims;

namespace {

// All that stands in a folder of the disk.
void read_into(MemoryFileSystem& memory, const DiskFileSystem& disk, const std::string& from, const std::string& to) {
    const auto entries = disk.list(from);
    REQUIRE(entries);
    for (const Entry& entry : *entries) {
        const std::string path = join_path(from, entry.name);
        if (entry.type == EntryType::folder) read_into(memory, disk, path, join_path(to, entry.name));
        if (entry.type != EntryType::file) continue;
        const auto bytes = disk.read(path, std::size_t{1} << 24);
        REQUIRE(bytes);
        memory.files[join_path(to, entry.name)] = *bytes;
    }
}

MemoryFileSystem example(const std::string& name) {
    MemoryFileSystem files;
    read_into(files, DiskFileSystem(), std::string(IMS_EXAMPLES) + "/" + name, "folder");
    return files;
}

// So many of each kind that the work on it is shared out in slices.
MemoryFileSystem large_folder() {
    MemoryFileSystem files;
    files.files["folder/ims.yaml"] = "disciplines: {quality: {}, health-and-safety: {}, environment: {}}\n";
    for (int number = 0; number < 600; ++number) {
        const std::string n = std::to_string(number);
        files.files["folder/" + n + ".yaml"] =
            "role: r" + n + "\ntitle: R\nreports_to: r" + std::to_string(number / 2 + 1) +
            "\nresponsibilities: [{does: it, disciplines: quality, processes: p" + n + "}]\n---\nrisk: k" + n +
            "\ntitle: K\ntype: hazard\ndisciplines: [health-and-safety]\nlikelihood: 4\nconsequence: 4\nprocesses: p" +
            n + "\n---\nprocess: p" + n + "\ntitle: P\nowner: r" + n + "\nneeds: [{what: process/p" +
            std::to_string((number + 1) % 600) + "}]\n";
    }
    return files;
}

// Nothing asks git.
FolderOptions options_of(std::size_t jobs) {
    FolderOptions options;
    options.root = "folder";
    options.today = *parse_date("2026-06-01");
    options.jobs = jobs;
    return options;
}

// What is found, with its place.
std::vector<std::string> found_in(const Analysis& analysis) {
    std::vector<std::string> found;
    for (const auto* findings : {&analysis.findings, &analysis.untold}) {
        for (const Finding& each : *findings) {
            found.push_back(analysis.sources[each.span.file].path + ":" + std::to_string(each.span.begin) + ": " +
                            for_editors(each.message, analysis.graph));
        }
    }
    return found;
}

std::vector<std::string> found_in(const FileSystem& files, std::size_t jobs) {
    const auto analysis = analyze_folder(files, RuleSet::built_in(), options_of(jobs));
    if (!analysis) return {analysis.error().message()};
    return found_in(**analysis);
}

std::vector<std::string> found_in(const Snapshot& state, std::size_t jobs, const Stop& stop = {}) {
    const auto analysis = analyze(state, RuleSet::built_in(), {*parse_date("2026-06-01"), jobs, stop});
    if (analysis == nullptr) return {"stopped"};
    return found_in(*analysis);
}

// Does all of them at once, each on a thread of its own.
void at_once(const std::vector<std::function<void()>>& works) {
    std::latch all(static_cast<std::ptrdiff_t>(works.size()));
    std::vector<std::jthread> threads;
    for (const auto& work : works) {
        threads.emplace_back([&] {
            all.arrive_and_wait();
            work();
        });
    }
}

}  // namespace

TEST_CASE("two analyses at once, of one state of a folder, find what one alone finds") {
    for (const std::string name : {"corner-shop-siloed", "medium-manufacturer", "large"}) {
        CAPTURE(name);
        const MemoryFileSystem files = name == "large" ? large_folder() : example(name);
        const RuleSet rules = RuleSet::built_in();
        Workspace workspace(files, rules.book(), options_of(2));
        const auto state = workspace.read();
        REQUIRE(state);
        std::array<std::vector<std::string>, 2> found;
        at_once({[&] { found[0] = found_in(**state, 2); }, [&] { found[1] = found_in(**state, 2); }});
        const std::vector<std::string> alone = found_in(files, 1);
        CHECK(alone.size() > 10);
        CHECK(found[0] == alone);
        CHECK(found[1] == alone);
    }
}

TEST_CASE("the folder goes on while its older states are analyzed, and one of these is stopped") {
    MemoryFileSystem files = example("corner-shop-siloed");
    const std::vector<std::string> before = found_in(files, 1);
    const RuleSet rules = RuleSet::built_in();
    Workspace workspace(files, rules.book(), options_of(2));
    const auto state = workspace.read();
    REQUIRE(state);
    for (int round = 0; round < 5; ++round) {
        std::array<std::vector<std::string>, 2> found;
        std::vector<std::string> after;
        at_once({[&] { found[0] = found_in(**state, 2); },
                 [&] {
                     found[1] = found_in(**state, 2,
                                         [asked = std::make_shared<std::atomic<int>>(0)] { return ++*asked > 100; });
                 },
                 [&] {
                     const std::string path = "new-" + std::to_string(round) + ".yaml";
                     files.files["folder/" + path] = "role: new-" + std::to_string(round) + "\ntitle: New\n";
                     const auto next = workspace.refresh(std::vector<std::string>{path});
                     if (next) after = found_in(**next, 2);
                 }});
        CHECK(found[0] == before);
        CHECK(found[1] == std::vector<std::string>{"stopped"});
        CHECK(after == found_in(files, 1));
    }
}

TEST_CASE("folders of their own, at once, share the built-in tables alone") {
    const MemoryFileSystem files = example("corner-shop-siloed");
    std::array<std::vector<std::string>, 2> found;
    at_once({[&] { found[0] = found_in(files, 2); }, [&] { found[1] = found_in(files, 2); }});
    CHECK(found[0] == found_in(files, 1));
    CHECK(found[1] == found[0]);
}
