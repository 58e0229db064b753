#include "output/check_result.h"

#include <algorithm>

#include "checked.h"
#include "diagnostics/rules.h"
#include "judge/equal_sides.h"

using namespace ims;

namespace {

const Files kFiles = {{"roles/a.yaml", "role: a\ntitle: T\nownr: x\n"},
                      {"roles-old.yaml", "role: b\ntitle: T\nownr: x\n"},
                      {"roles/c/d.yaml", "role: d\ntitle: T\nownr: x\n"}};

std::size_t found_in(const std::vector<std::string>& paths) {
    const auto analysis = analysed(kFiles);
    CheckFilter filter = fixed_rules();
    filter.paths = paths;
    const CheckResult result = choose_findings(*analysis, filter);
    CHECK(result.records == result.findings.size());
    return result.findings.size();
}

}  // namespace

TEST_CASE("paths narrow what is reported, by whole names") {
    CHECK(found_in({}) == 3);
    CHECK(found_in({"roles"}) == 2);
    CHECK(found_in({"roles/c"}) == 1);
    CHECK(found_in({"roles/a.yaml"}) == 1);
    CHECK(found_in({"roles/a.yaml", "roles-old.yaml"}) == 2);
    CHECK(found_in({"role"}) == 0);
    CHECK(found_in({"roles/a"}) == 0);
}

TEST_CASE("hidden fixed errors are outside of the counts and still reach the grade") {
    const auto analysis = analysed(kFiles);
    CheckFilter filter;
    filter.select = {RuleId::duplicate_id};
    CheckResult result = choose_findings(*analysis, filter);
    CHECK(result.findings.empty());
    CHECK(result.hidden_errors == 3);
    CHECK(result.reaches(FailOn::error));
    CHECK(!result.reaches(FailOn::never));
    filter.paths = {"roles/c"};
    CHECK(choose_findings(*analysis, filter).hidden_errors == 1);
    filter.paths = {"elsewhere"};
    result = choose_findings(*analysis, filter);
    CHECK(result.empty());
    CHECK(!result.reaches(FailOn::low));
}

TEST_CASE("a grade is reached by it and by all that are worse") {
    CheckResult result;
    result.counts[static_cast<std::size_t>(Grade::medium)] = 1;
    CHECK(result.reaches(FailOn::low));
    CHECK(result.reaches(FailOn::medium));
    CHECK(!result.reaches(FailOn::high));
    CHECK(!result.reaches(FailOn::error));
}

namespace {

std::vector<std::string> told_in(const Analysis& analysis, const std::string& path, RuleId rule) {
    CheckFilter filter;
    filter.paths = {path};
    filter.select = {rule};
    const CheckResult result = choose_findings(analysis, filter);
    const Positions positions(analysis.sources);
    std::vector<std::string> out;
    for (const FindingId id : result.findings) {
        const Finding& finding = result.finding(id);
        std::string text = analysis.sources[finding.span.file].path + ":" +
                           std::to_string(positions.position(finding.span.file, finding.span.begin).line) + " " +
                           finding.record.text() + " >";
        for (const Label& label : finding.labels) {
            text += " " + analysis.sources[label.span.file].path + ":" +
                    std::to_string(positions.position(label.span.file, label.span.begin).line) + " " +
                    result.words(label.says) + ";";
        }
        out.push_back(text);
    }
    return out;
}

using Told = std::vector<std::string>;

}  // namespace

TEST_CASE("a circle is told once, at its first record inside the paths") {
    const auto analysis = analysed(test::equal_sides());
    const Told first = {"a.yaml:3 role/clerk > b.yaml:3 from `chef` to `owner`; c.yaml:3 from `owner` to `clerk`;",
                        "d.yaml:6 process/yard > d.yaml:10 from `barn` to `yard`;"};
    CHECK(told_in(*analysis, "", RuleId::reference_cycle) == first);
    CHECK(told_in(*analysis, "a.yaml", RuleId::reference_cycle) == Told{first[0]});
    CHECK(told_in(*analysis, "b.yaml", RuleId::reference_cycle) ==
          Told{"b.yaml:3 role/chef > a.yaml:3 from `clerk` to `chef`; c.yaml:3 from `owner` to `clerk`;"});
    CHECK(told_in(*analysis, "c.yaml", RuleId::reference_cycle) ==
          Told{"c.yaml:3 role/owner > a.yaml:3 from `clerk` to `chef`; b.yaml:3 from `chef` to `owner`;"});
    CHECK(told_in(*analysis, "c.yaml", RuleId::dependency_cycle) ==
          Told{"c.yaml:5 asset/rack > a.yaml:5 on the way; b.yaml:5 on the way;"});
    CHECK(told_in(*analysis, "e.yaml", RuleId::reference_cycle).empty());
}

TEST_CASE("what is moved to another side keeps its fingerprint, and its place in the order of places") {
    const auto analysis = analysed(test::equal_sides());
    CheckFilter filter;
    filter.paths = {"b.yaml"};
    const CheckResult result = choose_findings(*analysis, filter);
    CHECK(std::ranges::is_sorted(result.findings, {}, [&](FindingId id) { return result.finding(id).span; }));
    const auto print = [](const std::string& text) {
        const std::size_t begin = text.find("\"fingerprint\":\"", text.find("reference-cycle"));
        return text.substr(begin, 40);
    };
    filter.select = {RuleId::reference_cycle};
    const std::string moved = printed(*analysis, "jsonl", {}, filter);
    filter.paths = {"a.yaml"};
    CHECK(print(moved) == print(printed(*analysis, "jsonl", {}, filter)));
    CHECK(moved.find("\"record\":\"role/chef\"") != std::string::npos);
}

TEST_CASE("hidden circles are told of at any of their sides") {
    const auto analysis = analysed(test::equal_sides());
    CheckFilter filter;
    filter.select = {RuleId::unknown_field};
    for (const std::string path : {"a.yaml", "b.yaml", "c.yaml"}) {
        filter.paths = {path};
        CHECK(choose_findings(*analysis, filter).hidden_errors == 1);
    }
}

TEST_CASE("twins are told at each, and each points at the other") {
    const auto analysis = analysed(test::equal_sides());
    CHECK(told_in(*analysis, "g.yaml", RuleId::parallel_records) ==
          Told{"g.yaml:1 risk/fire > h.yaml:1 the other risk;"});
    CHECK(told_in(*analysis, "h.yaml", RuleId::parallel_records) ==
          Told{"h.yaml:1 risk/blaze > g.yaml:1 the other risk;"});
    CHECK(told_in(*analysis, "e.yaml", RuleId::duplicate_id) ==
          Told{"e.yaml:1 site/shop > d.yaml:1 references lead here; Kopie von d.yaml:1 another one; f.yaml:1 another "
               "one;"});
}
