// Whatever of a folder is asked for: what has a side in it is told.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "diagnostics/rules.h"
#include "judge/equal_sides.h"
#include "judge/example_folders.h"
#include "output/check_result.h"

using namespace ims;
using test::analysis_of;
using test::example;
using test::Texts;

TEST_CASE("narrowing to one file hides nothing of what has a side in it") {
    std::vector<Texts> folders = {test::equal_sides()};
    for (const std::string_view name : {"minimal", "corner-shop", "corner-shop-siloed", "medium-manufacturer"})
        folders.push_back(example(std::string(name)));
    for (const Texts& files : folders) {
        const auto analysis = analysis_of(files);
        const FindingList& all = analysis->judgement.findings();
        std::size_t sides = 0;
        for (std::size_t number = 0; number < analysis->sources.size(); ++number) {
            const FileId file = FileId::from(number);
            CheckFilter filter;
            filter.paths = {analysis->sources[file].path};
            const CheckResult result = choose_findings(*analysis, filter);
            std::set<FindingId> shown(result.findings.begin(), result.findings.end());
            CHECK(shown.size() == result.findings.size());
            for (const FindingId id : result.findings) CHECK(result.finding(id).span.file == file);
            for (std::size_t index = 0; index < all.told(); ++index) {
                const FindingId id = FindingId::from(index);
                const auto here = [&](const Side& side) { return side.span.file == file; };
                const bool has_side = all[id].span.file == file || std::ranges::any_of(all[id].sides, here);
                CHECK(shown.contains(id) == has_side);
                sides += all[id].sides.size();
                // Whatever points at a record here as its twin has a finding of its own here.
                if (!all[id].twins.known()) continue;
                for (const Label& label : all[id].labels) {
                    if (label.span.file != file) continue;
                    const auto twin = [&](FindingId other) {
                        return all[other].rule == all[id].rule && all[other].twins == all[id].twins &&
                               all[other].span.file == file;
                    };
                    const bool stated_by_both =
                        all[id].rule == RuleId::duplicate_id || all[id].rule == RuleId::parallel_records;
                    if (stated_by_both) CHECK(std::ranges::any_of(result.findings, twin));
                }
            }
        }
        if (&files == &folders.front()) CHECK(sides > 0);
    }
}
