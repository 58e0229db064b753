// What holds of every fix, of whatever finding in whatever folder: a program may do it or is told why not; what it does
// changes nothing else, and the finding is gone, or waits for what was asked for. Of the rules' own examples, and of
// folders with slips of the pen; mending them as a whole is in mending_properties_test.cpp.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <ranges>
#include <string>
#include <tuple>
#include <vector>

#include "diagnostics/rules.h"
#include "edit/apply.h"
#include "edit/mutated_folder.h"
#include "edit/render.h"
#include "judge/example_folders.h"
#include "link/graph_names.h"

using namespace ims;
using test::analysis_of;
using test::Texts;

namespace {

struct Counts {
    std::size_t fixes = 0;
    std::size_t refused = 0;
    std::size_t additions = 0;  // of those that were not refused
    std::size_t asked = 0;      // likewise: places for what somebody has to fill in
    std::map<std::string, std::size_t> reasons;
    std::map<std::string, std::size_t> rules;

    [[nodiscard]] std::string told() const {
        std::string out = std::to_string(fixes) + " fixes, " + std::to_string(additions) + " of them additions, " +
                          std::to_string(refused) + " refused";
        for (const auto& [reason, count] : reasons) out += "\n  " + std::to_string(count) + " × " + reason;
        return out;
    }
};

std::string path_of(const Analysis& analysis, FileId file) { return analysis.graph.sources()[file].path; }

// What tells findings apart from run to run, as their fingerprints do.
auto known_as(const Analysis& analysis, const Finding& finding) {
    return std::tuple(finding.rule,
                      finding.record.known() ? finding.record.text() : path_of(analysis, finding.span.file),
                      finding.field, finding.key);
}

std::size_t how_often(const Analysis& analysis, const decltype(known_as(analysis, {}))& finding) {
    return static_cast<std::size_t>(std::ranges::count_if(
        analysis.findings, [&](const Finding& each) { return known_as(analysis, each) == finding; }));
}

std::size_t fixes_of(const Analysis& analysis, const decltype(known_as(analysis, {}))& finding) {
    return static_cast<std::size_t>(std::ranges::count_if(
        analysis.findings, [&](const Finding& each) { return each.fix && known_as(analysis, each) == finding; }));
}

// All that a file says, in its order: what stands where, and nothing of how it is written.
std::vector<std::string> said(const ValueSource& source) {
    std::vector<std::string> out;
    const ParsedFile& file = *source.parsed;
    for (std::uint32_t index = 0; index < file.tree.nodes.size(); ++index) {
        const NodeType type = file.tree.nodes[index].type;
        out.push_back(std::to_string(static_cast<int>(type)) + " " +
                      std::string(file.text(file.tree.resolved(NodeId(index)))));
    }
    return out;
}

// How many nodes of a file stand within a span of its own; none in another file.
std::ptrdiff_t nodes_at(const Analysis& analysis, FileId file, Span span) {
    if (span.file != file) return 0;
    const auto& nodes = analysis.graph.value_sources(file).own.parsed->tree.nodes;
    return std::ranges::count_if(
        nodes, [&](const YamlNode& each) { return each.begin >= span.begin && each.end <= span.end; });
}

template <class Kind>
bool are_all(const Fix& fix) {
    return std::ranges::all_of(fix.operations,
                               [](const Operation& each) { return std::holds_alternative<Kind>(each); });
}
bool only_adds(const Fix& fix) { return are_all<AddItem>(fix) || are_all<AddEntries>(fix); }
bool only_removes(const Fix& fix) { return are_all<RemoveItem>(fix) || are_all<RemoveEntry>(fix); }
bool only_replaces(const Fix& fix) { return are_all<ReplaceValue>(fix) || are_all<ReplaceText>(fix); }

// How many of `part` stand in `whole`, in their order.
std::size_t found_in(const std::vector<std::string>& whole, const std::vector<std::string>& part) {
    std::size_t next = 0;
    for (const std::string& each : whole) next += next < part.size() && part[next] == each ? 1 : 0;
    return next;
}

// The operations account for all that differs: each text that is replaced is one difference, and what is added is new.
void check_nothing_else_changed(const Analysis& before, const Analysis& after, const Fix& fix, const std::string& of) {
    const bool adds = only_adds(fix);
    const bool of_other_form = std::holds_alternative<ReplaceWith>(fix.operations.front());
    std::size_t differences = 0;
    for (std::size_t index = 0; index < before.graph.sources().size(); ++index) {
        const FileId file = FileId::from(index);
        const std::vector<std::string> was = said(before.graph.value_sources(file).own);
        const std::vector<std::string> is = said(after.graph.value_sources(file).own);
        if (adds) {
            CHECK_MESSAGE(found_in(is, was) == was.size(), of, ": something is lost");
            continue;
        }
        if (only_removes(fix)) {
            CHECK_MESSAGE(found_in(was, is) == is.size(), of, ": something has come");
            continue;
        }
        if (of_other_form) {
            // All that differs stands together, where the value stood.
            const auto [first, same] = std::ranges::mismatch(was, is);
            const auto [last, same_end] = std::ranges::mismatch(was | std::views::reverse, is | std::views::reverse);
            const auto kept = (first - was.begin()) + (last - (was | std::views::reverse).begin());
            const std::ptrdiff_t replaced = nodes_at(before, file, place_of(fix.operations.front()));
            CHECK_MESSAGE(kept + replaced >= static_cast<std::ptrdiff_t>(was.size()), of, ": something else changed");
            continue;
        }
        if (!only_replaces(fix)) continue;  // several kinds of operations: what is compared before writing has to do
        REQUIRE_MESSAGE(was.size() == is.size(), of);
        for (std::size_t place = 0; place < was.size(); ++place) differences += was[place] != is[place] ? 1 : 0;
    }
    if (only_replaces(fix)) CHECK_MESSAGE(differences == fix.operations.size(), of);
}

std::size_t yaml_problems(const Analysis& analysis) {
    return static_cast<std::size_t>(std::ranges::count_if(
        analysis.findings, [&](const Finding& each) { return built_in_book()[each.rule].family == "yaml"; }));
}

void check_fix(const Texts& files, const Analysis& before, const Finding& finding, const std::string& folder,
               Counts& counts) {
    const std::string rule(built_in_book()[finding.rule].name);
    const std::string of = folder + ": " + rule + ": " + for_editors(finding.message, before.graph) + ": " +
                           for_editors(finding.fix->title, before.graph);
    ++counts.fixes;
    ++counts.rules[rule];
    const auto edits = render(before, *finding.fix);
    const auto rewritten = apply(before, *finding.fix);
    if (!rewritten) {
        const std::string reason = rewritten.error().message();
        CHECK_MESSAGE(!reason.empty(), of);
        CHECK_MESSAGE(!edits.has_value(), of, ": shown, and then not written: ", reason);
        ++counts.refused;
        ++counts.reasons[reason];
        return;
    }
    CHECK_MESSAGE(edits.has_value(), of);
    counts.additions += only_adds(*finding.fix) ? 1 : 0;
    counts.asked += finding.fix->asks ? 1 : 0;
    CHECK_MESSAGE((!finding.fix->asks || finding.fix->safety == Fix::Safety::unsafe), of);
    Texts mended = files;
    for (const ChangedFile& each : *rewritten) mended.at(path_of(before, each.file)) = each.bytes;
    const auto after = analysis_of(mended);
    REQUIRE_MESSAGE(after != nullptr, of);
    check_nothing_else_changed(before, *after, *finding.fix, of);
    CHECK_MESSAGE(yaml_problems(*after) <= yaml_problems(before), of);
    const auto known = known_as(before, finding);
    if (!finding.fix->asks) {
        CHECK_MESSAGE(how_often(*after, known) < how_often(before, known), of);
        return;
    }
    // It stays, and what it asks for is asked for once.
    CHECK_MESSAGE(how_often(*after, known) == how_often(before, known), of);
    CHECK_MESSAGE(fixes_of(*after, known) < fixes_of(before, known), of);
}

void check_fixes(const Texts& files, const std::string& folder, Counts& counts) {
    const auto analysis = analysis_of(files);
    if (analysis == nullptr) return;  // an ims.yaml that nobody can read
    for (const Finding& finding : analysis->findings) {
        if (finding.fix) check_fix(files, *analysis, finding, folder, counts);
    }
}

bool is_long_run() { return std::getenv("IMS_LONG_TESTS") != nullptr; }

}  // namespace

TEST_CASE("each fix of the rules' own examples mends its finding and nothing else") {
    Counts counts;
    for (const RuleEntry& rule : built_in_book().entries())
        check_fixes(example_files(built_in_rules()[rule.id].page.reported), std::string(rule.name), counts);
    INFO(counts.told());
    CHECK(counts.fixes > 100);
    CHECK(counts.asked > 50);
    CHECK(counts.refused == counts.reasons["the file is not UTF-8"]);
}

TEST_CASE("so does each of a folder with slips of the pen, or it is refused with a reason, which is rare") {
    const Texts sound = test::folder_to_mutate();
    Counts counts;
    check_fixes(sound, "sound", counts);
    CHECK(counts.fixes == counts.asked);
    for (std::uint32_t seed = 0; seed < 1000; seed += is_long_run() ? 1 : 10)
        check_fixes(test::mutated(sound, seed), "folder " + std::to_string(seed), counts);
    INFO(counts.told());
    CHECK(counts.fixes > 50);
    CHECK(counts.refused * 20 < counts.fixes);
    CHECK(counts.additions > 0);
    CHECK(counts.rules.size() >= 8);
}

TEST_CASE("where an example of a rule can be mended, its page says so") {
    for (const RuleEntry& rule : built_in_book().entries()) {
        const auto analysis = analysis_of(example_files(built_in_rules()[rule.id].page.reported));
        REQUIRE(analysis != nullptr);
        const bool mends = std::ranges::any_of(
            analysis->findings, [&](const Finding& each) { return each.rule == rule.id && each.fix.has_value(); });
        const bool says = built_in_rules()[rule.id].page.prose.find("fix") != std::string_view::npos;
        if (mends) CHECK_MESSAGE(says, rule.name);
    }
}
