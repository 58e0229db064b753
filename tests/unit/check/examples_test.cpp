// Every rule's page is complete, and its two examples show what the page says: the same call that users make.
#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "built_in.h"
#include "check/example.h"
#include "diagnostics/rules.h"
#include "engine/analyze_folder.h"
#include "link/graph_names.h"
#include "report/voice.h"

using namespace ims;

namespace {

// No text shows a file that cannot be opened, nor a history; they have tests of their own, below and in engine/.
const std::set<RuleId> kWithoutExample = {RuleId::unreadable_file, RuleId::changed_since_review};

// What findings say stands in the analysis.
using Analysed = std::unique_ptr<Analysis>;

Analysed analysed(const MemoryFileSystem& files) {
    FolderOptions options;
    options.root = "folder";
    options.today = *parse_date("2026-06-01");
    auto analysis = analyze_folder(files, built_in_rules(), options);
    REQUIRE_MESSAGE(analysis.has_value(), (analysis ? "" : analysis.error().message()));
    return std::move(*analysis);
}

Analysed example(std::string_view text) {
    MemoryFileSystem files;
    for (auto& [path, content] : example_files(text)) files.files["folder/" + path] = content;
    return analysed(files);
}

bool reports(const Analysis& analysis, RuleId rule) {
    return std::ranges::any_of(analysis.findings, [&](const Finding& each) { return each.rule == rule; });
}

std::string told(const Analysis& analysis, const Finding& finding) {
    return std::string(built_in_book()[finding.rule].name) + ": " + for_editors(finding.message, analysis.graph) + "\n";
}

// Errors of the records themselves (their grade is fixed), other than the one that is shown and what follows from it.
std::string other_errors(const Analysis& analysis, RuleId shown) {
    std::string text;
    for (std::size_t index = 0; index < analysis.findings.size(); ++index) {
        const Finding& each = analysis.findings[index];
        const auto by = analysis.judgement.explanations().of(FindingId::from(index));
        const auto is_shown = [&](FindingId cause) { return analysis.judgement.findings()[cause].rule == shown; };
        if (std::ranges::any_of(by, is_shown)) continue;
        const bool of_records = built_in_book()[each.rule].family == "yaml" ||
                                built_in_book()[each.rule].family == "records" ||
                                built_in_book()[each.rule].family == "references";
        if (each.rule == shown || each.grade != Grade::error || !of_records) continue;
        text += told(analysis, each);
    }
    return text;
}

std::string names(const Analysis& analysis) {
    std::string text;
    for (const Finding& each : analysis.findings) text += told(analysis, each);
    return text;
}

// What a message must look like wherever it is shown; empty where it does.
std::string flaw(std::string_view message) {
    if (message.empty()) return "is empty";
    if (message.front() >= 'A' && message.front() <= 'Z') return "begins with a capital letter";
    if (message.ends_with('.') && !message.ends_with("…")) return "ends with a full stop";
    if (message.front() == ' ' || message.back() == ' ' || message.find("  ") != std::string_view::npos)
        return "has a blank too many";
    if (std::ranges::count(message, '`') % 2 != 0) return "has an open backtick";
    if (std::ranges::any_of(message, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }))
        return "has a control character";
    return {};
}

std::string for_readers(const Message& message, const Graph& graph) {
    const auto titled = [&](RecordId record) {
        Inline link;
        link.kind = Inline::Kind::record;
        link.text = graph[record].title();
        return link;
    };
    return in_voice({Audience::readers, graph, titled, {}}, message).plain();
}

// What readers must not see, though they may see nothing at all.
std::string flaw_for_readers(std::string_view text) {
    if (text.empty()) return {};
    if (text.find('`') != std::string_view::npos) return "has a backtick";
    if (text.find(".yaml") != std::string_view::npos) return "names a file of records";
    if (text.find('{') != std::string_view::npos) return "has YAML";
    if (text.front() == ' ' || text.back() == ' ' || text.find("  ") != std::string_view::npos)
        return "has a blank too many";
    if (text.find('_') != std::string_view::npos) return "has a _";
    return {};
}

void check_words(const Analysis& analysis) {
    for (const Finding& finding : analysis.findings) {
        const std::string rule(built_in_book()[finding.rule].name);
        std::vector<Message> texts = finding.notes;
        texts.push_back(finding.message);
        if (!finding.help.empty()) texts.push_back(finding.help);
        for (const Label& label : finding.labels) texts.push_back(label.says);
        for (const Message& text : texts) {
            const std::string editors = for_editors(text, analysis.graph);
            CHECK_MESSAGE(flaw(editors) == "", rule, ": ", editors);
            const std::string readers = for_readers(text, analysis.graph);
            CHECK_MESSAGE(flaw_for_readers(readers) == "", rule, ": ", readers);
        }
        CHECK_MESSAGE(for_readers(finding.message, analysis.graph) != "", rule, ": readers are told nothing");
        if (!finding.help.empty())
            CHECK_MESSAGE(for_readers(finding.help, analysis.graph) != "", rule, ": readers get no help");
    }
}

}  // namespace

TEST_CASE("every rule has a page, and examples that show what it says") {
    for (const RuleEntry& about : built_in_book().entries()) {
        const RulePage& page = built_in_rules()[about.id].page;
        CAPTURE(about.name);
        CHECK(page.prose.find("\n## Why it matters\n") != std::string_view::npos);
        CHECK(page.prose.find("\n## How to mend it\n") != std::string_view::npos);
        CHECK_FALSE(page.prose.starts_with('#'));
        CHECK_FALSE(page.prose.starts_with('\n'));
        if (kWithoutExample.contains(about.id)) continue;

        REQUIRE(!page.reported.empty());
        REQUIRE(!page.mended.empty());
        const Analysed bad = example(page.reported);
        CHECK_MESSAGE(reports(*bad, about.id), "the bad example reports only:\n", names(*bad));
        CHECK(other_errors(*bad, about.id) == "");
        check_words(*bad);
        const Analysed good = example(page.mended);
        CHECK_MESSAGE(!reports(*good, about.id), "the good example reports:\n", names(*good));
        CHECK(other_errors(*good, about.id) == "");
        check_words(*good);
    }
}

TEST_CASE("the standard settings of the examples are without fault") {
    CHECK(other_errors(*example(""), RuleId::unreadable_file) == "");
}

TEST_CASE("a file that cannot be opened is reported, and what it may hold is not missed") {
    MemoryFileSystem files;
    files.files["folder/ims.yaml"] = example_settings();
    files.files["folder/driver.yaml"] = "role: driver\ntitle: Driver\n";
    files.files["folder/deliver.yaml"] = "process: deliver\ntitle: Deliver\nowner: driver\n";
    files.unreadable = {"folder/driver.yaml"};
    const Analysed analysis = analysed(files);
    CHECK(reports(*analysis, RuleId::unreadable_file));
    CHECK(other_errors(*analysis, RuleId::unreadable_file) == "");
    check_words(*analysis);
}

TEST_CASE("rules have names and summaries that go into every format") {
    std::set<std::string_view> seen;
    for (const RuleEntry& each : built_in_book().entries()) {
        CAPTURE(each.name);
        CHECK(seen.insert(each.name).second);
        CHECK_FALSE(built_in_book().has_family(each.name));
        CHECK(std::ranges::all_of(each.name,
                                  [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; }));
        CHECK_FALSE(each.name.starts_with('-'));
        CHECK_FALSE(each.name.ends_with('-'));
        CHECK(each.name.find("--") == std::string_view::npos);
        CHECK(flaw(for_editors(each.summary)) == "");
    }
}

TEST_CASE("an example is cut into files at its `# file:` lines") {
    const auto files =
        example_files("role: a\ntitle: A\n# file: b/c.yaml\n# a comment\nrole: c\n# file: ims.yaml\norganisation: B\n");
    REQUIRE(files.size() == 3);
    CHECK(files.at("records.yaml") == "role: a\ntitle: A\n");
    CHECK(files.at("b/c.yaml") == "# a comment\nrole: c\n");
    CHECK(files.at("ims.yaml") == "organisation: B\n");
}

TEST_CASE("an example without settings gets the standard ones, without a `# file:` line one file") {
    const auto files = example_files("\n# file: a.yaml\nrole: a");
    REQUIRE(files.size() == 2);
    CHECK(files.at("a.yaml") == "role: a");
    CHECK(files.at("ims.yaml") == example_settings());
    CHECK(example_files("role: a\n\ntitle: A\n").at("records.yaml") == "role: a\n\ntitle: A\n");
}
