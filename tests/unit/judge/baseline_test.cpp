#include "judge/baseline.h"

#include <doctest/doctest.h>

#include "diagnostics/rules.h"
#include "judge/fingerprint.h"
#include "judge/unused_baseline.h"
#include "output/checked.h"

using namespace ims;

namespace {

BaselineLine line_of(std::string where, Grade grade, std::string fingerprint,
                     std::vector<std::string> disciplines = {}) {
    return {std::move(where), "some-rule", grade, std::move(fingerprint), std::move(disciplines), 0};
}

Baseline read(std::string_view text) {
    auto baseline = read_baseline(text, ".ims-baseline");
    REQUIRE_MESSAGE(baseline.has_value(), (baseline ? "" : baseline.error().message()));
    return *std::move(baseline);
}

std::string error_of(std::string_view text) {
    const auto baseline = read_baseline(text, ".ims-baseline");
    REQUIRE(!baseline.has_value());
    return baseline.error().message();
}

}  // namespace

TEST_CASE("a baseline that is written is read again, whatever a path holds") {
    const std::vector<BaselineLine> lines = {line_of("role/driver", Grade::high, "1:aa", {"environment", "quality"}),
                                             line_of("a b/100% ü\n#.yaml", Grade::low, "1:bb"),
                                             line_of("#first.yaml", Grade::medium, "1:cc-2", {"quality"})};
    const Baseline baseline = read(write_baseline(lines, *parse_date("2026-06-01")));
    CHECK(baseline.day == parse_date("2026-06-01"));
    REQUIRE(baseline.lines.size() == 3);
    for (std::size_t index = 0; index < lines.size(); ++index) {
        BaselineLine got = baseline.lines[index];
        got.number = 0;
        CHECK(got == lines[index]);
    }
}

TEST_CASE("the bytes of a baseline do not depend on the order of findings") {
    std::vector<BaselineLine> lines = {line_of("b", Grade::high, "1:aa"), line_of("a", Grade::low, "1:bb")};
    const std::string bytes = write_baseline(lines, *parse_date("2026-06-01"));
    std::swap(lines[0], lines[1]);
    lines.push_back(lines[0]);
    CHECK(write_baseline(lines, *parse_date("2026-06-01")) == bytes);
    CHECK(bytes.starts_with("# 2026-06-01\n"));
    CHECK(bytes.find(".ims-baseline merge=union") != std::string::npos);
    CHECK(bytes.ends_with("a some-rule low 1:bb -\nb some-rule high 1:aa -\n"));
}

TEST_CASE("order, repetitions, ends of lines and a mark at the beginning mean nothing; the earliest day counts") {
    const Baseline baseline = read(
        "\xEF\xBB\xBF# 2026-06-01\r\nb r high 1:bb -\r\n\r\na r low 1:aa quality,environment\n# 2026-05-01\n"
        "# a word for people\nb r high 1:bb -\na  r\tlow 1:aa environment,quality");
    CHECK(baseline.day == parse_date("2026-05-01"));
    REQUIRE(baseline.lines.size() == 2);
    CHECK(baseline.lines[0].disciplines == std::vector<std::string>{"environment", "quality"});
    CHECK(baseline.lines[1].number == 2);
}

TEST_CASE("what is no line is an error with its place") {
    CHECK(error_of("# 2026-06-01\n<<<<<<< HEAD\n").starts_with(".ims-baseline:2: git could not merge this file"));
    CHECK(error_of("=======\n").starts_with(".ims-baseline:1: git"));
    CHECK(error_of("a r high 1:aa\n").starts_with(".ims-baseline:1: `a r high 1:aa` is no line of a baseline"));
    CHECK(error_of("a r grave 1:aa -\n").starts_with(".ims-baseline:1:"));
    CHECK(error_of("a r high aa -\n").starts_with(".ims-baseline:1:"));
}

TEST_CASE("a line holds back no higher grade and no further discipline") {
    const Baseline baseline = read("a r medium 1:aa environment,quality\na r high 1:aa quality\n");
    CHECK(baseline.holds("1:aa", Grade::medium, {"quality", "environment"}));
    CHECK(baseline.holds("1:aa", Grade::low, {"environment"}));
    CHECK(baseline.holds("1:aa", Grade::high, {"quality"}));
    CHECK(!baseline.holds("1:aa", Grade::high, {"quality", "environment"}));
    CHECK(!baseline.holds("1:aa", Grade::low, {"continuity"}));
    CHECK(!baseline.holds("1:ab", Grade::low, {}));
}

TEST_CASE("lines are taken out wherever they stand; all other bytes stay") {
    const std::string text = "# 2026-06-01\r\na r low 1:aa -\n\nb r high 1:bb -\r\na r low 1:aa -";
    std::vector<BaselineLine> out = {read(text).lines.front()};
    REQUIRE(out.front().fingerprint == "1:aa");
    CHECK(without_lines(text, out) == "# 2026-06-01\r\n\nb r high 1:bb -\r\n");
    CHECK(without_lines(text, {}) == text);
}

TEST_CASE("a line gets another record and fingerprint, and all else stays as it is") {
    const std::string text = "# 2026-06-01\r\n  a%20a \t r high 1:aa quality \nb r high 1:aa -\r\nc r low 1:cc-2 -";
    const RewrittenBaseline now = rewritten(text, [](const BaselineLine& line) -> std::optional<BaselineLine> {
        if (line.where == "b") return std::nullopt;
        BaselineLine other = line;
        other.where = line.where == "c" ? "longer name" : line.where;
        other.fingerprint = "1:dddd";
        return other;
    });
    CHECK(now.text ==
          "# 2026-06-01\r\n  a%20a \t r high 1:dddd quality \nb r high 1:aa -\r\nlonger%20name r low 1:dddd -");
    CHECK(now.lines == std::vector<std::uint32_t>{2, 4});
    const auto same = [](const BaselineLine& line) { return std::optional(line); };
    CHECK(rewritten(text, same).text == text);
    CHECK(rewritten(text, same).lines.empty());
    CHECK(rewritten("", same).text.empty());
}

TEST_CASE("a line is unused where its finding is gone, or a tighter one is enough") {
    const auto analysis = analysed({{"a.yaml", "role: r\ntitle: T\n"}});
    const FindingList told(analysis->findings, {});
    const auto unused_of = [&](std::string_view text) {
        return unused_lines(read(text), told, analysis->rules.book(), analysis->sources);
    };
    const std::vector<std::string> known_as = fingerprints(told, analysis->rules.book(), analysis->sources);
    REQUIRE(!known_as.empty());
    const std::string print = known_as.front();
    const std::string grade(to_string(analysis->findings.front().grade));
    std::string disciplines;
    for (const std::string& each : analysis->findings.front().disciplines)
        disciplines += (disciplines.empty() ? "" : ",") + each;
    if (disciplines.empty()) disciplines = "-";
    const std::string tight = "x r " + grade + " " + print + " " + disciplines + "\n";
    CHECK(unused_of(tight).empty());
    CHECK(unused_of("x r low 1:0000000000000000 -\n").size() == 1);
    REQUIRE(grade != "error");
    // Two that were merged: the looser one would hide a gap that grows.
    const auto merged = unused_of(tight + "x r error " + print + " " + disciplines + ",z\n");
    REQUIRE(merged.size() == 1);
    CHECK(merged.front().grade == Grade::error);
}

TEST_CASE("what is broken and what is wrong with the baseline itself are never held back") {
    const RuleBook& rules = built_in_book();
    Finding finding;
    finding.rule = RuleId::baseline_unused;
    CHECK(!may_be_held(finding, rules));
    finding.rule = RuleId::unknown_reference;
    finding.grade = Grade::error;
    CHECK(!may_be_held(finding, rules));
    finding.rule = RuleId::risk_over_appetite;
    CHECK(may_be_held(finding, rules));
}
