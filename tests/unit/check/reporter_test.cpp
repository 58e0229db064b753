#include "check/reporter.h"
#include "built_in.h"

#include "analyzed.h"
#include "check/rule.h"
#include "diagnostics/rules.h"

using namespace ims;

namespace {

// What a rule's findings on role `r` come to, given the exceptions of the record.
class Case {
public:
    explicit Case(std::string_view exceptions, std::string_view settings = "")
        : analysis_(analyzed("role: r\ntitle: R\nexceptions:\n" + std::string(exceptions) +
                             "# file: ims.yaml\norganisation: O\ndisciplines: {quality: {}, environment: {}}\n" +
                             std::string(settings))),
          record_(analysis_->graph[id_of(*analysis_, "role/r")]) {}

    // The grade of a plain finding, or "silent".
    std::string at(RuleId rule, std::optional<Grade> grade = {}) {
        std::vector<Finding> findings;
        {
            auto builder = reporter(rule, findings).on(record_, "seen");
            if (grade) builder.grade(*grade);
        }
        REQUIRE(findings.size() == 1);
        if (findings.front().silence == Silence::accepted) return "silent";
        return std::string(to_string(findings.front().grade));
    }

    // The disciplines of a finding that are left of both, or "silent".
    std::string about(RuleId rule, std::optional<Grade> grade = {}) {
        std::vector<Finding> findings;
        Reporter report = reporter(rule, findings);
        const DisciplineSet left = report.excepted(record_, analysis_->settings.in_force(), grade);
        std::string text;
        for (const std::string& name : analysis_->settings.names(left)) text += (text.empty() ? "" : " ") + name;
        return text.empty() ? "silent" : text;
    }

    // The same of one rule that finds something in each discipline, then something that speaks of none, twice.
    std::string one_by_one(RuleId rule) {
        std::vector<Finding> findings;
        Reporter report = reporter(rule, findings);
        std::string text;
        for (int round = 0; round < 2; ++round) {
            for (const Discipline discipline : analysis_->settings.in_force()) {
                const bool left = !report.excepted(record_, DisciplineSet::of(discipline)).empty();
                CHECK(report.accepts(record_, DisciplineSet::of(discipline)) == !left);
                text += left ? "left " : "silent ";
            }
            findings.clear();
            report.on(record_, "seen");
            text += findings.front().silence == Silence::accepted ? "silent; " : "left; ";
        }
        return text + uses();
    }

    // What came of the exceptions: "0 silenced high; 1 lapsed".
    [[nodiscard]] std::string uses() const {
        std::string text;
        for (const auto& [place, use] : used_) {
            text += (text.empty() ? "" : "; ") + std::to_string(place.second);
            if (use.silenced) text += " silenced " + std::string(to_string(*use.silenced));
            if (use.lapsed) text += " lapsed";
            if (use.too_narrow) text += " too narrow";
        }
        return text;
    }

private:
    Reporter reporter(RuleId rule, std::vector<Finding>& findings) {
        return {analysis_->graph, built_in_book()[rule], analysis_->facts.today(), findings, arena_, used_};
    }

    std::unique_ptr<Analysis> analysis_;
    RecordView record_;
    UsedExceptions used_;
    Arena arena_;
};

}  // namespace

TEST_CASE("an exception accepts findings of its rule, and of no other") {
    Case accepted("  - {rule: vacant-role, reason: R, by: r}\n");
    CHECK(accepted.at(RuleId::vacant_role) == "silent");
    CHECK(accepted.at(RuleId::bottleneck) == "low");
    CHECK(accepted.uses() == "0 silenced high");
}

TEST_CASE("a family's name accepts findings of all its rules") {
    Case accepted("  - {rule: responsibilities}\n");
    CHECK(accepted.at(RuleId::bottleneck) == "silent");
    CHECK(accepted.at(RuleId::vacant_role) == "silent");
    CHECK(accepted.uses() == "0 silenced high");
}

TEST_CASE("an exception is told the grade of the finding, not that of the rule") {
    Case regraded("  - {rule: role-without-deputy}\n");
    CHECK(regraded.at(RuleId::role_without_deputy, Grade::high) == "silent");
    CHECK(regraded.uses() == "0 silenced high");
    // A grade set in ims.yaml beats it.
    Case set("  - {rule: role-without-deputy}\n", "check: {rules: {role-without-deputy: low}}\n");
    CHECK(set.at(RuleId::role_without_deputy, Grade::high) == "silent");
    CHECK(set.uses() == "0 silenced low");
}

TEST_CASE("an exception holds on its last day, and is over on the next") {
    Case last("  - {rule: vacant-role, until: 2026-06-01}\n");
    CHECK(last.at(RuleId::vacant_role) == "silent");
    Case over("  - {rule: vacant-role, until: 2026-05-31}\n");
    CHECK(over.at(RuleId::vacant_role) == "high");
    CHECK(over.uses() == "0 lapsed");
    // That the day is none is an error by itself.
    Case unreadable("  - {rule: vacant-role, until: 2026-02-30}\n");
    CHECK(unreadable.at(RuleId::vacant_role) == "silent");
}

TEST_CASE("an exception that another has taken the place of brings nothing back") {
    Case renewed("  - {rule: vacant-role, until: 2026-05-31}\n  - {rule: vacant-role, until: 2026-12-31}\n");
    CHECK(renewed.at(RuleId::vacant_role) == "silent");
    CHECK(renewed.uses() == "1 silenced high");
    Case twice("  - {rule: vacant-role}\n  - {rule: responsibilities}\n");
    CHECK(twice.at(RuleId::vacant_role) == "silent");
    CHECK(twice.uses() == "0 silenced high");
}

TEST_CASE("errors that make records untrustworthy, and exceptions themselves, cannot be accepted") {
    Case fixed("  - {rule: unknown-reference}\n  - {rule: references}\n  - {rule: exceptions}\n");
    CHECK(fixed.at(RuleId::unknown_reference) == "error");
    CHECK(fixed.about(RuleId::unknown_reference) == "quality environment");
    CHECK(fixed.at(RuleId::exception_unused) == "low");
    CHECK(fixed.uses() == "");
}

TEST_CASE("an exception for some disciplines leaves the others") {
    Case some("  - {rule: vacant-role, disciplines: [quality]}\n");
    CHECK(some.about(RuleId::vacant_role) == "environment");
    CHECK(some.uses() == "0 silenced high");
    Case both("  - {rule: vacant-role, disciplines: [quality]}\n  - {rule: vacant-role}\n");
    CHECK(both.about(RuleId::vacant_role, Grade::medium) == "silent");
    CHECK(both.uses() == "0 silenced medium; 1 silenced medium");
    Case whole("  - {rule: vacant-role}\n");
    CHECK(whole.about(RuleId::vacant_role) == "silent");
}

TEST_CASE("an exception for some disciplines is over for those that return") {
    Case over(
        "  - {rule: vacant-role, disciplines: [quality], until: 2026-05-31}\n"
        "  - {rule: vacant-role, disciplines: [quality]}\n"
        "  - {rule: vacant-role, disciplines: [environment], until: 2026-05-31}\n");
    CHECK(over.about(RuleId::vacant_role) == "environment");
    CHECK(over.uses() == "1 silenced high; 2 lapsed");
}

TEST_CASE("an exception for some disciplines accepts nothing where a rule does not speak of any") {
    Case narrow("  - {rule: vacant-role, disciplines: [quality]}\n");
    CHECK(narrow.at(RuleId::vacant_role) == "high");
    CHECK(narrow.uses() == "0 too narrow");
}

TEST_CASE("a rule that finds something several times is told of each exception that it meets") {
    Case both(
        "  - {rule: vacant-role, disciplines: [environment], until: 2026-05-31}\n"
        "  - {rule: vacant-role, disciplines: [quality]}\n"
        "  - {rule: vacant-role, disciplines: [quality]}\n"
        "  - {rule: vacant-role, until: 2026-05-31}\n"
        "  - {rule: bottleneck}\n");
    CHECK(both.one_by_one(RuleId::vacant_role) ==
          "silent left left; silent left left; 0 lapsed too narrow; 1 silenced high too narrow; 2 too narrow; 3 "
          "lapsed");
    Case whole(
        "  - {rule: vacant-role, disciplines: [environment]}\n"
        "  - {rule: vacant-role, until: 2026-06-30}\n"
        "  - {rule: vacant-role, disciplines: [quality]}\n");
    CHECK(whole.one_by_one(RuleId::vacant_role) ==
          "silent silent silent; silent silent silent; 0 silenced high too narrow; 1 silenced high");
}
