#include "output/check_result.h"

#include "checked.h"
#include "diagnostics/rules.h"

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
