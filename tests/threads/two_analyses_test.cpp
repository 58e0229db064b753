// Several analyses in one process, each with threads of its own: they share the built-in tables, and nothing else.
#include <doctest/doctest.h>

#include <array>
#include <latch>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "engine/analyze.h"
#include "source/find_files.h"

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

// What is found, with its place; the reason, where there is no analysis. Nothing asks git.
std::vector<std::string> found_in(const FileSystem& files, std::size_t jobs) {
    AnalyzeOptions options;
    options.root = "folder";
    options.today = *parse_date("2026-06-01");
    options.jobs = jobs;
    const auto analysis = analyze(files, RuleSet::built_in(), options);
    if (!analysis) return {analysis.error().message()};
    std::vector<std::string> found;
    for (const auto* findings : {&(*analysis)->findings, &(*analysis)->untold}) {
        for (const Finding& each : *findings) {
            found.push_back((*analysis)->sources[each.span.file].path + ":" + std::to_string(each.span.begin) + ": " +
                            each.message);
        }
    }
    return found;
}

}  // namespace

TEST_CASE("two analyses at once of one folder find what one alone finds") {
    for (const std::string example : {"corner-shop-siloed", "medium-manufacturer"}) {
        CAPTURE(example);
        MemoryFileSystem files;
        read_into(files, DiskFileSystem(), std::string(IMS_EXAMPLES) + "/" + example, "folder");
        std::array<std::vector<std::string>, 2> found;
        {
            std::latch both(2);
            std::vector<std::jthread> threads;
            for (std::vector<std::string>& each : found) {
                threads.emplace_back([&] {
                    both.arrive_and_wait();
                    each = found_in(files, 2);
                });
            }
        }
        const std::vector<std::string> alone = found_in(files, 1);
        CHECK(alone.size() > 10);
        CHECK(found[0] == alone);
        CHECK(found[1] == alone);
    }
}
