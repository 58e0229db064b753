#include "judge/fingerprint.h"

#include "diagnostics/rules.h"
#include "output/checked.h"

using namespace ims;

namespace {

// Those of one rule, in order.
std::vector<std::string> of(const Files& files, RuleId rule) {
    const auto analysis = analysed(files);
    const std::vector<std::string> all =
        fingerprints(analysis->judgement.findings(), analysis->rules.book(), analysis->sources);
    std::vector<std::string> found;
    for (std::size_t index = 0; index < analysis->findings.size(); ++index) {
        if (analysis->findings[index].rule == rule) found.push_back(all[index]);
    }
    return found;
}

}  // namespace

TEST_CASE("a fingerprint outlives moved lines, a renamed file and another title") {
    const auto before = of({{"a.yaml", "role: r\ntitle: T\nowner: nobody\n"}}, RuleId::unknown_reference);
    REQUIRE(before.size() == 1);
    CHECK(before[0].starts_with("1:"));
    CHECK(before[0].size() == 18);
    CHECK(of({{"a.yaml", "# moved\n\nrole: r\ntitle: T\nowner: nobody\n"}}, RuleId::unknown_reference) == before);
    CHECK(of({{"b/c.yaml", "role: r\ntitle: Other\nowner: nobody\n"}}, RuleId::unknown_reference) == before);
    CHECK(of({{"a.yaml", "role: s\ntitle: T\nowner: nobody\n"}}, RuleId::unknown_reference) != before);
}

TEST_CASE("without a record the path stands for it") {
    const auto in_a = of({{"a.yaml", "nothing: here\n"}}, RuleId::no_kind);
    REQUIRE(in_a.size() == 1);
    CHECK(of({{"a.yaml", "# moved\nnothing: here\n"}}, RuleId::no_kind) == in_a);
    CHECK(of({{"b.yaml", "nothing: here\n"}}, RuleId::no_kind) != in_a);
}

TEST_CASE("equal ones get an ordinal") {
    const auto found =
        of({{"a.yaml", "role: r\ntitle: T\n---\nnothing: here\n---\nnothing: there\n---\nnothing: more\n"}},
           RuleId::no_kind);
    REQUIRE(found.size() == 3);
    CHECK(found[1] == found[0] + "-2");
    CHECK(found[2] == found[0] + "-3");
}

TEST_CASE("the hash itself never changes: baselines hold it") {
    SourceMap sources;
    const std::string path = "a.yaml";
    sources.add(path, {});
    std::vector<Finding> findings(1);
    const auto first = [&] { return fingerprints({findings, {}}, built_in_book(), sources)[0]; };
    Finding finding;
    finding.rule = RuleId::unknown_reference;
    finding.span.file = FileId(0);
    finding.record = {{}, "role", "cashier"};
    finding.field = "activities[pack].responsible";
    finding.key = "florist";
    findings = {finding};
    const std::string whole = first();
    CHECK(whole == "1:5181d31ac61b9a1e");
    // Neither wording, grade, disciplines nor place count.
    findings[0].message = "other words";
    findings[0].grade = Grade::high;
    findings[0].disciplines = {"quality"};
    findings[0].span.begin = 7;
    CHECK(first() == whole);
    // Each of the four parts does.
    findings[0].key = "driver";
    CHECK(first() != whole);
    findings[0] = finding;
    findings[0].field = "activities[pack]";
    CHECK(first() != whole);
    findings[0] = finding;
    findings[0].rule = RuleId::unknown_field;
    CHECK(first() != whole);
}
