#include "edit/apply.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "analyzed.h"
#include "diagnostics/rules.h"
#include "edit/render.h"
#include "link/graph_names.h"
#include "schema/fields.h"

using namespace ims;

namespace {

const Finding& only(const Analysis& analysis, RuleId rule) {
    const auto is_it = [&](const Finding& each) { return each.rule == rule; };
    const auto found = std::ranges::find_if(analysis.findings, is_it);
    REQUIRE(found != analysis.findings.end());
    REQUIRE(std::ranges::count_if(analysis.findings, is_it) == 1);
    return *found;
}

bool finds(const Analysis& analysis, RuleId rule) {
    return std::ranges::any_of(analysis.findings, [&](const Finding& each) { return each.rule == rule; });
}

// What the file `records.yaml` becomes by the fix of the one finding of a rule.
std::string mended(std::string_view folder, RuleId rule) {
    const auto analysis = analyzed(folder);
    const Finding& finding = only(*analysis, rule);
    REQUIRE(finding.fix);
    const auto files = apply(*analysis, *finding.fix);
    REQUIRE_MESSAGE(files.has_value(), (files ? "" : files.error().message()));
    REQUIRE(files->size() == 1);
    CHECK(analysis->graph.sources()[files->front().file].path == "records.yaml");
    CHECK_FALSE(finds(*analyzed(files->front().bytes), rule));
    return files->front().bytes;
}

// The span of a text in records.yaml, quotes included.
Span span_of(const Analysis& analysis, std::string_view text) {
    const FileId file = *analysis.graph.sources().find("records.yaml");
    const std::size_t begin = analysis.graph.value_sources(file).own.parsed->bytes.find(text);
    REQUIRE(begin != std::string_view::npos);
    return {file, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + text.size())};
}

// Why a fix is neither shown nor done.
std::string refusal(const Analysis& analysis, std::vector<Operation> operations) {
    const Fix fix{"mend it", Fix::Safety::unsafe, std::move(operations)};
    const auto edits = render(analysis, fix);
    const auto files = apply(analysis, fix);
    REQUIRE_FALSE(files.has_value());
    REQUIRE_FALSE(edits.has_value());
    CHECK(edits.error().message() == files.error().message());
    return edits.error().message();
}

constexpr std::string_view kCash =
    "process: count\ntitle: Count\noutputs: [{item: \"cash: daily\"}]\n---\nprocess: keep-books\ntitle: Keep books\n";

}  // namespace

TEST_CASE("what stands between quotes stays between quotes") {
    const std::string taken = std::string(kCash) + "inputs: [{item: \"cash: daly\", from: process/count}]\n";
    CHECK(mended(taken, RuleId::unmatched_input) ==
          std::string(kCash) + "inputs: [{item: \"cash: daily\", from: process/count}]\n");
    const auto analysis = analyzed(taken);
    const auto edits = render(*analysis, *only(*analysis, RuleId::unmatched_input).fix);
    REQUIRE(edits.has_value());
    REQUIRE(edits->size() == 1);
    CHECK(edits->front().text == "\"cash: daily\"");
    CHECK(edits->front().span == span_of(*analysis, "\"cash: daly\""));
}

TEST_CASE("what needs quotes gets them") {
    const std::string taken = std::string(kCash) + "inputs: [{item: cash daly, from: process/count}]  # by six\n";
    CHECK(
        mended(taken, RuleId::unmatched_input).ends_with("{item: \"cash: daily\", from: process/count}]  # by six\n"));
}

TEST_CASE("of a reference only the part that is wrong is written") {
    CHECK(mended("role: cashier\ntitle: C\n---\nprocess: sell\ntitle: S\ninputs:\n  - {item: x, from: 'proces/sell'}\n",
                 RuleId::unknown_kind)
              .ends_with("from: 'process/sell'}\n"));
}

TEST_CASE("an input that nobody gives is added to the outputs of its giver, as the others there are written") {
    const std::string giver =
        "process: sell\ntitle: Sell\noutputs:\n  - {item: till roll, to: [process/pack]}   # daily\n---\n";
    const std::string takers =
        "process: pack\ntitle: Pack\ninputs:\n  - {item: till roll, from: process/sell}\n  - {item: 'slip: red', from: "
        "process/sell}\n";
    const std::string after = mended(giver + takers, RuleId::unmatched_input);
    CHECK(after.ends_with(takers));
    CHECK(after.find("# daily\n") != std::string::npos);
    const auto analysis = analyzed(after);
    const RecordView process = analysis->graph[id_of(*analysis, "process/sell")];
    const FieldView outputs = process[fields::process::outputs];
    REQUIRE(outputs.children().size() == 2);
    FieldView last;
    for (const FieldView each : outputs.children()) last = each;
    CHECK(last[fields::process::outputs.item].text() == "slip: red");
    CHECK((*last[fields::process::outputs.to].children().begin()).text() == "process/pack");
    CHECK_FALSE(finds(*analysis, RuleId::untaken_output));

    // Where it gives out nothing yet, the list comes too.
    const std::string taker = "process: pack\ntitle: Pack\ninputs: [{item: slips, from: process/sell}]\n";
    CHECK(mended("process: sell\ntitle: Sell\n---\n" + taker, RuleId::unmatched_input) ==
          "process: sell\ntitle: Sell\noutputs: [{item: slips}]\n---\n" + taker);
}

TEST_CASE("an input from two that do not give it is added to both") {
    const auto analysis = analyzed(
        "# file: a.yaml\nprocess: a\ntitle: A\noutputs: [{item: x, to: process/c}]\n# file: b.yaml\nprocess: "
        "b\ntitle: B\noutputs:\n- item: y\n# file: c.yaml\nprocess: c\ntitle: C\ninputs: [{item: z12, from: "
        "[process/a, process/b]}]\n");
    const Finding& finding = only(*analysis, RuleId::unmatched_input);
    REQUIRE(finding.fix);
    CHECK(for_editors(finding.fix->title, analysis->graph) == "add `z12` to the outputs of `a` and `b`");
    const auto files = apply(*analysis, *finding.fix);
    REQUIRE_MESSAGE(files.has_value(), (files ? "" : files.error().message()));
    REQUIRE(files->size() == 2);
    CHECK(files->at(0).file < files->at(1).file);
}

TEST_CASE("what an alias says too is left to people") {
    const auto analysis = analyzed(
        "role: a\ntitle: A\nowner: &who \"a\"\ndeputies: [*who]\nx_list: &list [b, c]\nx_other: *list\nx_lone: &lone "
        "d\n"
        "x_map: &map {e: {f: g}}\nx_map_again: *map\n");
    const auto at = [&](std::string_view text) { return ReplaceValue{span_of(*analysis, text), "x"}; };
    const std::string why = "an alias names it too, and would then say something else as well";
    CHECK(refusal(*analysis, {at("\"a\"")}) == why);
    CHECK(refusal(*analysis, {at("c")}) == why);
    CHECK(refusal(*analysis, {at("g")}) == why);
    CHECK(refusal(*analysis, {AddItem{span_of(*analysis, "[b, c]"), {NewValue::Form::text, "x", {}, {}}}}) == why);
    CHECK(refusal(*analysis, {at("*who")}) == "an alias stands there, which says what another place says");
    // An anchor alone changes nothing elsewhere.
    const Span lone = span_of(*analysis, "d\nx_map");
    CHECK(render(*analysis, {{}, Fix::Safety::unsafe, {ReplaceValue{{lone.file, lone.begin, lone.begin + 1}, "x"}}})
              .has_value());
}

TEST_CASE("a fix is refused where no such value stands, and where a key would stand twice") {
    const auto analysis = analyzed("role: a\ntitle: Ann\ndeputies: [b]\nx_map: {k: 1, l: 2}\n");
    const Span title = span_of(*analysis, "title");
    const Span ann = span_of(*analysis, "Ann");
    CHECK(refusal(*analysis, {ReplaceValue{{ann.file, ann.begin, ann.end - 1}, "x"}}) ==
          "no value stands exactly there");
    CHECK(refusal(*analysis, {ReplaceValue{span_of(*analysis, "[b]"), "x"}}) ==
          "a list or a mapping stands there, and no text");
    CHECK(refusal(*analysis, {ReplaceValue{title, "role"}}) == "the map has a key `role` already");
    CHECK(render(*analysis, {{}, Fix::Safety::unsafe, {ReplaceValue{ann, "role"}}}).has_value());
    CHECK(refusal(*analysis, {ReplaceValue{ann, "x"}, ReplaceValue{ann, "y"}}) ==
          "two of its changes meet at one place");
    CHECK_FALSE(render(*analysis, {{}, Fix::Safety::unsafe, {ReplaceText{ann, "B", "x"}}}).has_value());
}

TEST_CASE("a fix is refused where the file was not read as YAML, or comes with the program") {
    const auto analysis =
        analyzed("role: a\ntitle: A\nclauses: [iso-9001-2026:8.4]\n# file: torn.yaml\nä: 日本\nb: \xff\n");
    const FileId torn = *analysis->graph.sources().find("torn.yaml");
    CHECK(refusal(*analysis, {ReplaceValue{{torn, 4, 10}, "x"}}) ==
          "the file was not read as YAML, so nothing in it can be changed");
    FileId built_in(0);
    while (!analysis->graph.sources().is_built_in(built_in)) built_in = FileId(built_in.value + 1);
    CHECK(refusal(*analysis, {ReplaceValue{{built_in, 0, 1}, "x"}}) ==
          "it stands in a file that comes with the program");
}

TEST_CASE("several changes of one file are made at once, each where it belongs") {
    const auto analysis = analyzed("role: a\ntitle: Ann\ndeputies: [b]\nx_note: 'it is so'\n");
    const Fix fix{
        {},
        Fix::Safety::unsafe,
        {ReplaceText{span_of(*analysis, "'it is so'"), "is", "isn't"},
         ReplaceValue{span_of(*analysis, "Ann"), "Annabel"}, ReplaceValue{span_of(*analysis, "deputies"), "x_d"}}};
    const auto files = apply(*analysis, fix);
    REQUIRE_MESSAGE(files.has_value(), (files ? "" : files.error().message()));
    CHECK(files->front().bytes == "role: a\ntitle: Annabel\nx_d: [b]\nx_note: 'it isn''t so'\n");
}

TEST_CASE("a date is mended into a date, which needs no quotes") {
    const auto analysis = analyzed("process: p\ntitle: P\nreview: {last: 2026/3/31}\n");
    const auto found = std::ranges::find_if(
        analysis->findings, [](const Finding& each) { return each.rule == RuleId::invalid_date && each.fix; });
    REQUIRE(found != analysis->findings.end());
    const auto files = apply(*analysis, *found->fix);
    REQUIRE_MESSAGE(files.has_value(), (files ? "" : files.error().message()));
    CHECK(files->front().bytes == "process: p\ntitle: P\nreview: {last: 2026-03-31}\n");
}

TEST_CASE("a record that stands in for a retired one is not told to name itself") {
    const auto analysis =
        analyzed("role: old\ntitle: O\nstatus: retired\nreplaced_by: new\n---\nrole: new\ntitle: N\nreports_to: old\n");
    const auto found = std::ranges::find_if(analysis->findings,
                                            [](const Finding& each) { return each.rule == RuleId::retired_reference; });
    REQUIRE(found != analysis->findings.end());
    CHECK_FALSE(found->fix.has_value());
    CHECK(for_editors(found->help, analysis->graph) == "name another role that is in force, or take this one out");
}

TEST_CASE("entries come, and entries and items go, in one change") {
    const auto analysis = analyzed("role: a\ntitle: Ann\ndeputies: [b, c]  # both\nx_note: why\n");
    const Span map{span_of(*analysis, "role").file, 0, span_of(*analysis, "why").end};
    NewEntry owner{"owner", {}, "who answers for it"};
    owner.value.form = NewValue::Form::nothing;
    const Span last = span_of(*analysis, "c]");
    const Fix fix{{},
                  Fix::Safety::unsafe,
                  {AddEntries{map, {owner}, {"title", "status"}}, RemoveEntry{span_of(*analysis, "x_note")},
                   RemoveItem{{last.file, last.begin, last.begin + 1}}}};
    const auto files = apply(*analysis, fix);
    REQUIRE_MESSAGE(files.has_value(), (files ? "" : files.error().message()));
    CHECK(files->front().bytes == "role: a\ntitle: Ann\nowner:  # who answers for it\ndeputies: [b]  # both\n");
}

TEST_CASE("entries and items are refused where no such thing stands") {
    const auto analysis = analyzed("role: a\ntitle: Ann\ndeputies: [b]\nx_map: &m {e: f, g: h}\nx_again: *m\n");
    NewEntry owner{"owner", {NewValue::Form::text, "b", {}, {}}};
    CHECK(refusal(*analysis, {AddEntries{span_of(*analysis, "Ann"), {owner}, {}}}) == "no map stands there");
    CHECK(refusal(*analysis, {RemoveEntry{span_of(*analysis, "Ann")}}) == "no key stands at this place");
    CHECK(refusal(*analysis, {RemoveItem{span_of(*analysis, "Ann")}}) == "no item of a list stands at this place");
    CHECK(refusal(*analysis, {RemoveItem{span_of(*analysis, "b")}}) == "nothing else stands beside it");
    CHECK(refusal(*analysis, {AddEntries{span_of(*analysis, "{e: f, g: h}"), {owner}, {}}}) ==
          "an alias names it too, and would then say something else as well");
}
