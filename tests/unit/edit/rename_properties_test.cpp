// Every record of the examples under another name: what is found is the same, and back again every byte is as before.
#include <doctest/doctest.h>

#include <cstdlib>
#include <set>
#include <string>

#include "compare/renamed_findings.h"
#include "edit/apply.h"
#include "edit/mentions.h"
#include "edit/mutated_folder.h"
#include "edit/rename.h"
#include "judge/example_folders.h"
#include "link/graph_names.h"

using namespace ims;
using test::analysis_of;
using test::Texts;

namespace {

bool is_long_run() { return std::getenv("IMS_LONG_TESTS") != nullptr; }

// The folder with a record under another name.
Texts renamed(const Texts& files, const Analysis& analysis, RecordId record, const std::string& id) {
    const auto renaming = rename_everywhere(analysis, record, id);
    REQUIRE_MESSAGE(renaming.has_value(), (renaming ? "" : renaming.error().message()));
    const auto changed = apply(analysis, renaming->fix);
    REQUIRE_MESSAGE(changed.has_value(), (changed ? "" : changed.error().message()));
    Texts out = files;
    for (const ChangedFile& each : *changed) out.at(analysis.sources[each.file].path) = each.bytes;
    return out;
}

// With other ends of lines, a byte order mark, and quotes around what has none.
Texts in_another_style(const Texts& files) {
    Texts out;
    for (const auto& [path, text] : files) {
        std::string other = path.ends_with(".yaml") ? "\xEF\xBB\xBF" : "";
        for (const char each : text) other += each == '\n' && path.ends_with(".yaml") ? "\r\n" : std::string(1, each);
        out.emplace(path, std::move(other));
    }
    return out;
}

// Of a folder in which some things are wrong: no record may seem to be another one for its name.
void check_mutated(const Texts& files, const std::string& folder, std::size_t& count) {
    const auto before = analysis_of(files);
    if (before == nullptr) return;
    for (const RecordId id : before->graph.all()) {
        const RecordView record = before->graph[id];
        const auto twins = std::ranges::count_if(before->graph.of_kind(record.kind()), [&](RecordId each) {
            return before->graph[each].id() == record.id();
        });
        const bool unread = !mentions_in_unread(*before, record.id()).empty();
        if (twins > 1 || unread || !rename_everywhere(*before, id, "zz-other")) continue;
        const std::string name = record.name().text();
        const std::string other = std::string(record.kind_name()) + "/zz-other";
        const auto renaming = rename_everywhere(*before, id, "zz-other");
        const auto after = analysis_of(renamed(files, *before, id, "zz-other"));
        REQUIRE(after != nullptr);
        const auto edits = render(*before, renaming->fix);
        const RenamedFindings findings = pair_findings(*before, *after, {name, other, *edits});
        const auto check_rules = [&](const Analysis& analysis, const std::vector<std::size_t>& of) {
            for (const std::size_t each : of) {
                const Finding& finding = analysis.findings[each];
                CHECK_MESSAGE(looks_at_names(finding.rule), folder, ": ", name, ": ",
                              for_editors(finding.message, analysis.graph));
            }
        };
        check_rules(*before, findings.gone);
        check_rules(*after, findings.come);
        ++count;
    }
}

void check_there_and_back(const Texts& files, const std::string& folder, std::size_t step) {
    const auto before = analysis_of(files);
    REQUIRE(before != nullptr);
    std::size_t count = 0;
    for (std::size_t index = 0; index < before->graph.all().size(); index += step) {
        const RecordView record = before->graph[before->graph.all()[index]];
        const std::string name = record.name().text();
        const std::string of = folder + ": " + name;
        const std::string other = std::string(record.kind_name()) + "/zz-other";
        const Texts there = renamed(files, *before, record.record(), "zz-other");
        const auto after = analysis_of(there);
        REQUIRE_MESSAGE(after != nullptr, of);
        CHECK_MESSAGE(!after->graph.find(name).has_value(), of);
        const auto fix = rename_everywhere(*before, record.record(), "zz-other")->fix;
        const auto edits = render(*before, fix);
        const RenamedFindings findings = pair_findings(*before, *after, {name, other, *edits});
        CHECK_MESSAGE(findings.gone.empty(), of);
        CHECK_MESSAGE(findings.come.empty(), of);
        CHECK_MESSAGE(findings.same.size() == before->findings.size(), of);
        const auto again = after->graph.find(other);
        REQUIRE_MESSAGE(again.has_value(), of);
        CHECK_MESSAGE(renamed(there, *after, *again, std::string(record.id())) == files, of);
        ++count;
    }
    CHECK(count > 0);
}

}  // namespace

TEST_CASE("nor is anything else found where much is wrong") {
    const Texts sound = test::folder_to_mutate();
    std::size_t count = 0;
    for (std::uint32_t seed = 0; seed < 1000; seed += is_long_run() ? 1 : 25)
        check_mutated(test::mutated(sound, seed), "folder " + std::to_string(seed), count);
    CHECK(count > 100);
}

TEST_CASE("a record that is renamed is found as it was, and back again nothing has changed") {
    check_there_and_back(test::example("minimal"), "minimal", 1);
    check_there_and_back(in_another_style(test::example("minimal")), "minimal in another style", 1);
    const std::size_t step = is_long_run() ? 1 : 17;
    check_there_and_back(test::example("corner-shop"), "corner-shop", step);
    check_there_and_back(test::example("corner-shop-siloed"), "corner-shop-siloed", step);
    check_there_and_back(in_another_style(test::example("corner-shop-siloed")), "siloed in another style", step);
    check_there_and_back(test::example("medium-manufacturer"), "medium-manufacturer", is_long_run() ? 1 : 31);
}
