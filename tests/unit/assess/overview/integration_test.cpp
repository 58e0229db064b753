// The degree of integration: each of the seven criteria by itself, then all together.
#include "assess/overview/integration.h"

#include <doctest/doctest.h>

#include "assess/folder.h"

using namespace ims;
using test::Folder;

namespace {

// "50: 1 of 2 …", or "-: why it could not be counted".
std::string score(const std::string& records, Criterion criterion) {
    const Folder folder("# file: records.yaml\n" + records);
    const CriterionScore score = assess_integration(folder.graph(), folder.facts())[criterion];
    return (score.percent ? std::to_string(*score.percent) : "-") + ": " + score.counted;
}

std::string document(const std::string& id, const std::string& type, const std::string& disciplines,
                     const std::string& more = "") {
    return "---\ndocument: " + id + "\ntitle: D\ntype: " + type + "\ndisciplines: [" + disciplines + "]\n" + more;
}

std::string audit(const std::string& id, const std::string& disciplines, const std::string& more) {
    return "---\naudit: " + id + "\ntitle: A\nplanned: 2026-01-10\ndisciplines: [" + disciplines + "]\n" + more;
}

std::string objective(const std::string& id, const std::string& disciplines) {
    return "---\nobjective: " + id + "\ntitle: O\nmeasure: M\ndisciplines: [" + disciplines + "]\n";
}

const std::string kRole = "role: r\ntitle: R\n";
const std::string kApproved = "approved: {by: r, date: 2026-01-10}\n";
const std::string kAll = "quality, environment, health-and-safety, information-security, business-continuity";

}  // namespace

TEST_CASE("documents: how many of those that say how the system is run serve several disciplines") {
    const std::string records = kRole + document("a", "policy", "quality, environment") +
                                document("b", "procedure", "quality") + document("c", "register", "environment") +
                                document("d", "instruction", "quality") +  // one kind of work
                                document("e", "form", "quality, environment", "status: draft\n") +
                                "---\ndocument: f\ntitle: D\ntype: checklist\n";  // of no discipline
    CHECK(score(records, Criterion::documents) ==
          "33: 1 of 3 policies, procedures, forms and registers serve two disciplines or more");
    CHECK(score(kRole + document("d", "instruction", kAll), Criterion::documents).starts_with("-: "));
}

TEST_CASE("management review: how many disciplines the last one heard of") {
    const auto review = [](const std::string& id, const std::string& date, const std::string& inputs) {
        return "---\nmanagement_review: " + id + "\ntitle: R\ndate: " + date + "\ninputs: " + inputs + "\n";
    };
    const std::string all =
        "{quality: Q, environment: E, health-and-safety: H, information-security: I, business-continuity: B}";
    CHECK(score(kRole + review("old", "2025-01-10", all) +
                    review("new", "2026-01-10", "{quality: Q, performance: {environment: E}, risks: All}"),
                Criterion::management_review)
              .starts_with("40: 2 of 5 disciplines"));
    CHECK(score(kRole + review("one", "2026-06-01", all), Criterion::management_review).starts_with("100: 5 of 5"));
    // To come, and a draft: neither was held.
    CHECK(score(kRole + review("next", "2026-06-02", all), Criterion::management_review) ==
          "-: no management review was held");
    CHECK(score(kRole + review("draft", "2026-01-10", all) + "status: draft\n", Criterion::management_review) ==
          "-: no management review was held");
}

TEST_CASE("internal audits: how many of those done within the cycle looked at several disciplines") {
    CHECK(score(kRole + audit("a", "quality, environment", "done: 2026-01-12\n") +
                    audit("b", "quality", "done: 2023-06-01\n") +               // three years ago to the day
                    audit("c", "quality, environment", "done: 2023-05-31\n") +  // out of the cycle
                    audit("d", kAll, "") +                                      // not done
                    audit("e", kAll, "done: 2026-01-12\nstatus: draft\n"),
                Criterion::internal_audits) ==
          "50: 1 of 2 audits within the cycle of 3 y looked at two disciplines or more");
    CHECK(score(kRole + audit("d", kAll, ""), Criterion::internal_audits) ==
          "-: no audit was done within the cycle of 3 y");
}

TEST_CASE("policy and objectives: one policy for all, and shared objectives, half and half") {
    const std::string one = document("p", "policy", kAll, kApproved);
    const std::string shared = objective("a", "quality, environment") + objective("b", "quality") +
                               objective("c", "environment") + objective("d", "quality");
    const Criterion criterion = Criterion::policy_and_objectives;
    CHECK(score(kRole + one + shared, criterion) ==
          "63: one approved policy serves all disciplines; 1 of 4 objectives serve two disciplines or more");
    CHECK(score(kRole + document("p", "policy", kAll) + shared, criterion) ==
          "13: no approved policy; 1 of 4 objectives serve two disciplines or more");
    CHECK(score(kRole + document("p", "policy", "quality", kApproved) + shared, criterion) ==
          "13: no approved policy serves all disciplines; 1 of 4 objectives serve two disciplines or more");
    CHECK(score(kRole + one, criterion) == "100: one approved policy serves all disciplines; no objective");
    CHECK(score(kRole, criterion) == "-: neither an approved policy nor an objective");
}

TEST_CASE("processes: how many carry concerns of several disciplines") {
    const auto risk = [](const std::string& id, const std::string& disciplines, const std::string& processes) {
        return "---\nrisk: " + id + "\ntitle: R\ndisciplines: [" + disciplines + "]\nprocesses: [" + processes + "]\n";
    };
    const std::string processes = "---\nprocess: a\ntitle: P\n---\nprocess: b\ntitle: P\n---\nprocess: c\ntitle: P\n";
    CHECK(score(kRole + processes + risk("x", "quality", "a, b") + risk("y", "environment", "a") +
                    risk("z", "environment", "b") + "status: draft\n",
                Criterion::processes) == "33: 1 of 3 processes carry concerns of two disciplines or more");
    CHECK(score(kRole, Criterion::processes) == "-: no process is in force");
}

TEST_CASE("improvement: how many nonconformities have a cause and an action") {
    const auto found = [](const std::string& id, const std::string& grade, const std::string& more) {
        return "---\nnonconformity: " + id + "\ntitle: N\ndate: 2026-01-10\ngrade: " + grade + "\n" + more;
    };
    const std::string cause = "cause: C\n";
    const std::string action = "action: {does: D, owner: r, due: 2026-09-01}\n";
    CHECK(score(kRole + found("a", "major", cause + action) + found("b", "minor", cause) + found("c", "minor", action) +
                    found("d", "observation", ""),
                Criterion::improvement)
              .starts_with("33: 1 of 3 nonconformities"));
    CHECK(score(kRole + found("d", "observation", cause + action), Criterion::improvement) ==
          "-: no nonconformity is recorded");
}

TEST_CASE("responsibilities: for how many disciplines one and the same does a common task") {
    const std::string roles = kRole + "---\nrole: s\ntitle: S\n";
    const std::string owned_by_r = "owner: r\n";
    // Documents: r for two of three. Audits: one auditor for both.
    CHECK(score(roles + document("a", "procedure", "quality, environment", owned_by_r) +
                    document("b", "procedure", "health-and-safety", "owner: s\n") +
                    audit("x", "quality", "auditors: [s]\n") + audit("y", "environment", "auditors: [s]\n"),
                Criterion::responsibilities) ==
          "84: disciplines for which one and the same does a common task: documents 2 of 3, audits 2 of 2");
    CHECK(score(roles + document("a", "procedure", "quality", owned_by_r), Criterion::responsibilities) ==
          "-: no common task is done for two disciplines");
}

TEST_CASE("the degree is the mean of the criteria that could be counted") {
    const Folder folder("# file: records.yaml\n" + kRole + document("a", "procedure", "quality, environment") +
                        document("b", "procedure", "quality") + audit("x", kAll, "done: 2026-01-12\n"));
    const Integration integration = assess_integration(folder.graph(), folder.facts());
    CHECK(integration.judged == 2);
    CHECK(integration.degree == 75);  // of 50 and 100
}

TEST_CASE("it takes two disciplines to integrate, and something to count") {
    const Folder alone(
        "# file: ims.yaml\norganisation: O\ndisciplines: {quality: {}}\n# file: r.yaml\nprocess: p\ntitle: P\n");
    const Integration integration = assess_integration(alone.graph(), alone.facts());
    CHECK(!integration.degree);
    CHECK(integration.judged == 0);
    CHECK(integration[Criterion::processes].counted == "fewer than two disciplines are in force");
    const Folder empty(kRole);
    CHECK(!assess_integration(empty.graph(), empty.facts()).degree);
}

TEST_CASE("the bands of the degree") {
    CHECK(band(0) == "corresponding");
    CHECK(band(29) == "corresponding");
    CHECK(band(30) == "coordinated");
    CHECK(band(69) == "coordinated");
    CHECK(band(70) == "integrated");
    CHECK(band(100) == "integrated");
}
