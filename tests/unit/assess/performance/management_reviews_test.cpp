// What a management review heard, and when the next one is due.
#include "assess/performance/management_reviews.h"

#include <doctest/doctest.h>

#include "assess/folder.h"
#include "assess/performance/policies.h"

using namespace ims;
using test::Folder;

namespace {

const Date kToday = *parse_date("2026-06-01");

std::string topics(const Folder& folder, const Heard& heard) {
    std::string text;
    const auto all = review_topics(folder.graph().schema());
    for (std::size_t index = 0; index < all.size(); ++index) {
        if (heard.topics[index]) text += (text.empty() ? "" : ", ") + std::string(all[index]);
    }
    return text;
}

std::string next_of(const std::string& fields) {
    const Folder folder("management_review: r\ntitle: R\ndate: 2026-01-31\n" + fields);
    return to_string(next_management_review(folder["management_review/r"]).value());
}

}  // namespace

TEST_CASE("a review heard of topics and disciplines with words beside them") {
    const Folder folder(R"(management_review: r
title: R
date: 2026-01-31
inputs:
  quality: Fine
  actions: Done
  context:
  risks: {quality: }
  performance: {environment: Fine, health-and-safety: }
)");
    const Heard heard = heard_in(folder["management_review/r"]);
    CHECK(heard.certain);
    CHECK(topics(folder, heard) == "actions, performance");
    CHECK(folder.names(heard.disciplines) == "quality, environment");
}

TEST_CASE("reviews that were held, the latest first") {
    const Folder folder(R"(management_review: first
title: First
date: 2025-01-31
---
management_review: today
title: Today
date: 2026-06-01
---
management_review: tomorrow
title: Tomorrow
date: 2026-06-02
---
management_review: draft
title: Draft
status: draft
date: 2026-01-31
)");
    std::string names;
    for (const RecordView& review : held_management_reviews(folder.graph(), kToday))
        names += review.name().text() + ' ';
    CHECK(names == "management_review/today management_review/first ");
}

TEST_CASE("when the next review is due") {
    CHECK(next_of("") == "2027-01-31");
    CHECK(next_of("review: {every: 6 months}\n") == "2026-07-31");
    CHECK(next_of("review: {every: 6 months, next: 2026-09-01}\n") == "2026-09-01");
}

TEST_CASE("only an active document of type policy that was approved is a policy") {
    const Folder folder(R"(document: policy
title: Policy
type: policy
approved: {date: 2026-01-31}
---
document: unapproved
title: Unapproved
type: policy
---
document: draft
title: Draft
type: policy
status: draft
approved: {date: 2026-01-31}
---
document: procedure
title: Procedure
type: procedure
approved: {date: 2026-01-31}
)");
    CHECK(is_approved_policy(folder["document/policy"]));
    CHECK_FALSE(is_approved_policy(folder["document/unapproved"]));
    CHECK_FALSE(is_approved_policy(folder["document/draft"]));
    CHECK_FALSE(is_approved_policy(folder["document/procedure"]));
}
