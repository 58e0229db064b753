#include "compare/forecast.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "analyzed.h"
#include "base/parallel.h"
#include "diagnostics/rules.h"

using namespace ims;

namespace {

const Foreseen* first_of(const Forecast& forecast, RuleId rule) {
    const auto found =
        std::ranges::find(forecast.foreseen, rule, [](const Foreseen& each) { return each.finding.rule; });
    return found == forecast.foreseen.end() ? nullptr : &*found;
}

constexpr std::string_view kReviewed = R"(# file: process.yaml
process: sell
title: Sell
owner: keeper
review: {last: 2025-06-20, every: 12 months}
# file: role.yaml
role: keeper
title: Keeper
)";

}  // namespace

TEST_CASE("a review that falls due turns red on the day after, and its reminder is gone then") {
    const auto analysis = analyzed(kReviewed, "2026-05-01");
    const Forecast forecast = foresee(*analysis, 90, Jobs(1));
    const Foreseen* const overdue = first_of(forecast, RuleId::review_overdue);
    REQUIRE(overdue != nullptr);
    CHECK(to_string(overdue->day) == "2026-06-21");
    CHECK_FALSE(overdue->until);
    const Foreseen* const reminder = first_of(forecast, RuleId::review_due_soon);
    REQUIRE(reminder != nullptr);
    CHECK(to_string(reminder->day) == "2026-05-21");
    REQUIRE(reminder->until);
    CHECK(*reminder->until == overdue->day);
    CHECK(to_string(forecast.last) == "2026-07-30");
}

TEST_CASE("what is found today is not foreseen, and nothing is beyond the last day") {
    const auto analysis = analyzed(kReviewed, "2026-07-01");
    CHECK(first_of(foresee(*analysis, 90, Jobs(1)), RuleId::review_overdue) == nullptr);
    const auto earlier = analyzed(kReviewed, "2026-05-01");
    CHECK(first_of(foresee(*earlier, 50, Jobs(1)), RuleId::review_overdue) == nullptr);
    CHECK(first_of(foresee(*earlier, 51, Jobs(1)), RuleId::review_overdue) != nullptr);
}

TEST_CASE("an exception that ends lets its finding return") {
    const auto analysis = analyzed(R"(# file: process.yaml
process: sell
title: Sell
outputs: [{item: goods}]
exceptions: [{rule: process-without-owner, reason: the keeper leaves, by: keeper, until: 2026-06-10}]
# file: role.yaml
role: keeper
title: Keeper
)",
                                   "2026-06-01");
    const Forecast forecast = foresee(*analysis, 30, Jobs(1));
    const Foreseen* const returned = first_of(forecast, RuleId::process_without_owner);
    REQUIRE(returned != nullptr);
    CHECK(to_string(returned->day) == "2026-06-11");
}

TEST_CASE("where nothing comes, few days are looked at") {
    const auto analysis = analyzed("# file: role.yaml\nrole: keeper\ntitle: Keeper\n");
    const Forecast forecast = foresee(*analysis, 364, Jobs(1));
    CHECK(forecast.foreseen.empty());
    CHECK(forecast.days_looked_at == 53);
}

TEST_CASE("days end with the calendar") {
    const auto analysis = analyzed("# file: role.yaml\nrole: keeper\ntitle: Keeper\n", "9999-12-30");
    CHECK(to_string(foresee(*analysis, 90, Jobs(1)).last) == "9999-12-31");
}
