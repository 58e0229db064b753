// What the folders below tests/rules cannot show of the rules about leadership: one finding that names all that is
// missing, and what is told to mend it.
#include <doctest/doctest.h>

#include "assess/folder.h"
#include "diagnostics/rules.h"

using namespace ims;
using test::Folder;

namespace {

constexpr std::string_view kThree =
    "# file: ims.yaml\norganisation: Example\ndisciplines: {quality: {}, environment: {}, energy: {}}\n";

std::string of_reviews(const std::string& reviews) {
    return Folder(std::string(kThree) + "# file: reviews.yaml\n" + reviews, RuleId::management_review_incomplete)
        .findings();
}

}  // namespace

TEST_CASE("one finding names all disciplines that nobody leads") {
    CHECK(Folder("# file: ims.yaml\norganisation: Example\ndisciplines: {quality: {lead: owner}, environment: {}, "
                 "energy: {}}\n# file: roles.yaml\nrole: owner\ntitle: Owner\n",
                 RuleId::unassigned_lead)
              .findings() == "high nobody leads environment and energy\n");
}

TEST_CASE("one finding names all disciplines without a policy, and says what the nearest policy lacks") {
    const auto told = [](const std::string& documents) {
        return Folder(std::string(kThree) + "# file: documents.yaml\n" + documents, RuleId::policy_missing)
            .placed_findings();
    };
    CHECK(told("role: owner\ntitle: Owner\n") ==
          "ims.yaml:2 policy-missing: no approved policy serves quality, environment and energy; write a policy, one "
          "may serve all: `document: policy`, `type: policy`, `disciplines: [quality, environment, energy]`, "
          "`approved: {by: ROLE, date: 2026-06-01}`\n");
    CHECK(told("document: here\ntitle: Policy\ntype: policy\napproved: {date: 2026-01-01}\n") ==
          "ims.yaml:2 policy-missing: no approved policy serves quality, environment and energy; add to policy `here` "
          "those that it serves: `disciplines: [quality, environment, energy]`\n");
    CHECK(told("document: here\ntitle: Policy\ntype: policy\ndisciplines: [energy]\n") ==
          "ims.yaml:2 policy-missing: no approved policy serves quality, environment and energy; let top management "
          "approve policy `here`, and say so: `approved: {by: ROLE, date: 2026-06-01}`\n");
}

TEST_CASE("one finding a review names all that is missing") {
    CHECK(of_reviews("role: owner\ntitle: Owner\n") == "high no management review was held\n");
    const std::string review =
        "management_review: r\ntitle: Review\ndate: 2026-05-01\ninputs: {actions: a, context: c, parties: p, "
        "performance: {quality: q}, nonconformities: n, audits: a, objectives: o, improvement: i}\n";
    CHECK(of_reviews(review) ==
          "high management review `r` is incomplete: no input on the topic `risks`; no input on environment and "
          "energy; no conclusion\n");
    CHECK(of_reviews(review + "decisions: [{what: One}, {what: Two, due: 2026-07-01}]\n") ==
          "high management review `r` is incomplete: no input on the topic `risks`; no input on environment and "
          "energy; no conclusion; 2 open decisions without an owner or a day\n");
    CHECK(of_reviews("management_review: r\ntitle: Review\ndate: 2025-05-01\n") ==
          "high the management review after `r` was due on 2026-05-01\n");
}
