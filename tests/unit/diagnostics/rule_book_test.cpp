#include "diagnostics/rule_book.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <string_view>
#include <vector>

#include "diagnostics/rules.h"

using namespace ims;

TEST_CASE("a rule is found by its name, and stands at the place that its id tells") {
    const RuleBook book = RuleBook::built_in();
    REQUIRE(!book.entries().empty());
    for (std::size_t place = 0; place < book.entries().size(); ++place) {
        const RuleEntry& rule = book.entries()[place];
        CAPTURE(rule.name);
        CHECK(static_cast<std::size_t>(rule.id) == place);
        CHECK(book.find(rule.name) == rule.id);
        CHECK(&book[rule.id] == &rule);
        CHECK(book.has_family(rule.family));
    }
    CHECK(book.find("vacant-role") == RuleId::vacant_role);
    CHECK_FALSE(book.find("integration"));
    CHECK_FALSE(book.has_family("vacant-role"));
    const auto names = book.names();
    CHECK(std::ranges::find(names, "integration") != names.end());
    CHECK(std::ranges::find(names, "vacant-role") != names.end());
}

TEST_CASE("families stand together, in the order of their file, the more telling rules first") {
    const RuleBook book = RuleBook::built_in();
    std::vector<std::string_view> seen;
    for (const RuleEntry& rule : book.entries()) {
        if (seen.empty() || seen.back() != rule.family) seen.push_back(rule.family);
    }
    std::vector<std::string_view> families;
    for (const RuleFamily& family : book.families()) families.push_back(family.name);
    CHECK(seen == families);
    CHECK(RuleId::discipline_unaddressed < RuleId::role_misses_discipline);
}

TEST_CASE("a page says which letter its rule costs, where it counts and what follows from it") {
    const RuleBook book = RuleBook::built_in();
    CHECK(book[RuleId::tag].marks.empty());
    REQUIRE(book[RuleId::role_misses_discipline].marks.size() == 1);
    CHECK(book[RuleId::role_misses_discipline].marks[0] == Mark::do_it);
    CHECK(book[RuleId::risk_over_appetite].marks.size() == 2);
    CHECK(book[RuleId::policy_missing].about_system);
    REQUIRE(book[RuleId::role_without_deputy].home_only.size() == 1);
    CHECK(book[RuleId::role_without_deputy].home_only[0] == "business-continuity");
    const auto explains = book[RuleId::discipline_silo].explains;
    REQUIRE(explains.size() == 1);
    CHECK(explains[0].rule == RuleId::role_misses_discipline);
    CHECK(explains[0].on == Same::discipline);
    CHECK(book[RuleId::policy_missing].explains[0].clause == "hs:5.2");
}

TEST_CASE("what makes records unreadable costs no letter: it is told apart from gaps") {
    const RuleBook book = RuleBook::built_in();
    for (const RuleEntry& rule : book.entries()) {
        CAPTURE(rule.name);
        if (rule.family == "yaml" || rule.family == "records" || rule.family == "references") CHECK(rule.marks.empty());
    }
}

TEST_CASE("what a gap may cost and how much is looked at have words, the worst and the least first") {
    CHECK(to_string(Cost::people) == "people");
    CHECK(to_string(Cost::none) == "none");
    CHECK(Cost::people < Cost::law);
    CHECK(Cost::environment < Cost::none);
    CHECK(parse_cost("standstill") == Cost::standstill);
    CHECK_FALSE(parse_cost("money"));
    CHECK(to_string(Profile::records) == "records");
    CHECK(parse_profile("full") == Profile::full);
    CHECK_FALSE(parse_profile("none"));
    CHECK(Profile::described < Profile::integrated);
}

TEST_CASE("a page says what its rule's gaps may cost, where that depends on no record") {
    const RuleBook book = RuleBook::built_in();
    CHECK(book[RuleId::notification_late].cost == Cost::law);
    CHECK(book[RuleId::role_without_deputy].cost == Cost::standstill);
    CHECK(book[RuleId::obligation_unevaluated].cost == Cost::none);
    CHECK(book[RuleId::exception_unused].cost == Cost::none);
    for (const RuleEntry& rule : book.entries()) {
        CAPTURE(rule.name);
        if (rule.family == "clauses") CHECK(rule.cost == Cost::customers);
        if (rule.family == "yaml" || rule.family == "records") CHECK(rule.cost == Cost::none);
    }
}

TEST_CASE("each profile looks at what those before it do and at more, and at every error") {
    const RuleBook book = RuleBook::built_in();
    constexpr Profile kAll[] = {Profile::records, Profile::described, Profile::integrated, Profile::full};
    std::vector<std::size_t> counts;
    for (const Profile profile : kAll) {
        std::size_t& count = counts.emplace_back();
        for (const RuleEntry& rule : book.entries()) {
            CAPTURE(rule.name);
            CAPTURE(to_string(profile));
            count += book.in_profile(rule.id, profile) ? 1 : 0;
            if (rule.grade == Grade::error) CHECK(book.in_profile(rule.id, profile));
            if (profile != Profile::full && book.in_profile(rule.id, profile))
                CHECK(book.in_profile(rule.id, kAll[static_cast<std::size_t>(profile) + 1]));
        }
    }
    CHECK(std::ranges::is_sorted(counts, std::less_equal<>()));
    CHECK(counts.back() == book.entries().size());
    CHECK(book.in_profile(RuleId::exception_unused, Profile::records));
    CHECK_FALSE(book.in_profile(RuleId::vacant_role, Profile::records));
    CHECK(book.in_profile(RuleId::vacant_role, Profile::described));
    CHECK_FALSE(book.in_profile(RuleId::supplier_unevaluated, Profile::described));
    CHECK(book.in_profile(RuleId::supplier_unevaluated, Profile::integrated));
    CHECK_FALSE(book.in_profile(RuleId::audit_gap, Profile::integrated));
    // Errors of families that look at more.
    CHECK(book.in_profile(RuleId::unknown_clause, Profile::records));
    CHECK(book.in_profile(RuleId::rto_beyond_mtpd, Profile::records));
}

TEST_CASE("what is true of nearly all records is said once, with the one act that mends it") {
    const RuleBook book = RuleBook::built_in();
    CHECK(book[RuleId::obligation_unowned].everywhere_says == "obligations do not say who owns them");
    CHECK(book[RuleId::obligation_unowned].everywhere_mend ==
          "name one owner for all[[ under `defaults` in ims.yaml (`defaults: {{obligation: {{owner: …}}}}`), and let "
          "single records name another|, and another for single ones where that fits better]]");
    CHECK(book[RuleId::never_reviewed].everywhere_says == "{1} were never reviewed");
    CHECK(book[RuleId::policy_missing].everywhere_says.empty());
    CHECK(book[RuleId::obligation_not_met].everywhere_says.empty());
    for (const RuleEntry& rule : book.entries()) {
        CAPTURE(rule.name);
        CHECK(rule.everywhere_says.empty() == rule.everywhere_mend.empty());
        if (!rule.everywhere_says.empty()) CHECK_FALSE(rule.about_system);
    }
}

TEST_CASE("a family that follows from a rule stands there rule by rule, without the rule itself and without errors") {
    const RuleBook book = RuleBook::built_in();
    const auto explains = book[RuleId::nothing_in_force].explains;
    const auto follows = [&](RuleId rule) {
        return std::ranges::find(explains, rule, &Explanation::rule) != explains.end();
    };
    CHECK(follows(RuleId::role_misses_discipline));
    CHECK(follows(RuleId::audit_gap));
    CHECK_FALSE(follows(RuleId::nothing_in_force));
    CHECK_FALSE(follows(RuleId::unexplained_exclusion));
    CHECK_FALSE(follows(RuleId::supplier_unevaluated));
    CHECK(std::ranges::all_of(explains, [](const Explanation& each) { return each.on == Same::system; }));
}
