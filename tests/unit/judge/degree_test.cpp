// The degree of integration: each of the seven criteria by itself, then all together.
#include "judge/degree.h"

#include <doctest/doctest.h>

#include "judge/cell_of.h"

using namespace ims;

namespace {

// "50: 1 of 2 …", or "-: why it could not be counted".
std::string score(const std::string& records, Criterion criterion) {
    const auto folder = analyzed("# file: records.yaml\n" + records);
    Arena arena;
    const CriterionScore score = judge_integration(judged(*folder), arena)[criterion];
    return (score.percent ? std::to_string(*score.percent) : "-") + ": " + said(*folder, score.counted);
}

// Without what was counted.
Integration integration_of(const Analysis& analysis) {
    Arena unsaid;
    Integration integration = judge_integration(judged(analysis), unsaid);
    for (CriterionScore& each : integration.criteria) each.counted = {};
    return integration;
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

TEST_CASE("processes: who is responsible answers for each discipline, and a record serves two") {
    const auto risk = [](const std::string& id, const std::string& disciplines, const std::string& process) {
        return "---\nrisk: " + id + "\ntitle: R\ndisciplines: [" + disciplines + "]\nprocesses: [" + process + "]\n";
    };
    const auto process = [](const std::string& id, const std::string& role) {
        return "---\nprocess: " + id + "\ntitle: P\nresponsible: " + role + "\n";
    };
    const auto role = [](const std::string& id, const std::string& disciplines, const std::string& more = "") {
        return "---\nrole: " + id + "\ntitle: R\n" + more + "responsibilities: [{does: D, disciplines: [" +
               disciplines + "]}]\n";
    };
    const std::string one = "processes with two disciplines or more are run as one";
    const auto processes = [&](const std::string& records) { return score(kRole + records, Criterion::processes); };
    const std::string both = process("a", "x") + risk("r", "quality, environment", "a");
    CHECK(processes(both + role("x", "quality, environment")).starts_with("100: 1 of 1 " + one));
    CHECK(processes(both + role("x", "quality")).starts_with("0: 0 of 1"));
    // What is taken over is everyone's, and so nobody's.
    CHECK(
        processes(both + role("x", "quality", "includes: [y]\n") + role("y", "environment")).starts_with("0: 0 of 1"));
    // Nobody has to write that the lead answers for what it leads; without a part in the process it does not count.
    const std::string led = "# file: ims.yaml\norganisation: O\ndisciplines: {quality: {}, environment: {lead: x}}\n";
    CHECK(processes(both + role("x", "quality") + led).starts_with("100: 1 of 1"));
    CHECK(processes(process("a", "r") + risk("r", "quality, environment", "a") + role("x", "quality") + led)
              .starts_with("0: 0 of 1"));
    // No record serves both.
    const std::string apart = process("a", "x") + risk("q", "quality", "a") + risk("e", "environment", "a");
    CHECK(processes(apart + role("x", "quality, environment")).starts_with("0: 0 of 1"));
    // One discipline alone is nothing to be integrated.
    CHECK(processes(process("a", "x") + risk("q", "quality", "a") + role("x", "quality")) ==
          "-: no process carries two disciplines");
    CHECK(processes("") == "-: no process is in force");
}

TEST_CASE("improvement: in how many disciplines each bad result has a cause and an action") {
    const auto found = [](const std::string& id, const std::string& discipline, const std::string& more) {
        return "---\nnonconformity: " + id + "\ntitle: N\ndate: 2026-01-10\ngrade: minor\ndisciplines: [" + discipline +
               "]\n" + more;
    };
    const std::string treated = "cause: C\naction: {does: D, owner: r, due: 2026-09-01}\n";
    const std::string uncaused = "action: {does: D, owner: r, due: 2026-09-01}\n";
    const std::string four = found("a", "quality", treated) + found("b", "quality", treated) +
                             found("c", "environment", treated) + found("d", "environment", uncaused);
    CHECK(score(kRole + four, Criterion::improvement) == "-: 4 bad results: too few to tell, it takes 5");
    CHECK(score(kRole, Criterion::improvement) == "-: no bad result: too few to tell, it takes 5");
    CHECK(score(kRole + four + found("e", "quality", treated), Criterion::improvement)
              .starts_with("50: 1 of 2 disciplines with a bad result"));
    // Bad results of every kind count: an objective that was missed, and nobody does anything.
    CHECK(score(kRole + four +
                    "---\nobjective: o\ntitle: O\nmeasure: M\ndisciplines: [quality]\ntarget: 5\ndirection: at-most\n"
                    "due: 2026-05-01\nmeasurements: [{date: 2026-04-30, value: 9}]\n",
                Criterion::improvement)
              .starts_with("0: 0 of 2"));
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

TEST_CASE("the degree is the mean of what is counted, and of no fewer than five criteria") {
    const std::string four = kRole + document("a", "procedure", "quality, environment", "owner: r\n") +
                             document("b", "procedure", "quality", "owner: r\n") +
                             audit("x", kAll, "done: 2026-01-12\n") + objective("o", "quality, environment");
    const auto few = analyzed("# file: records.yaml\n" + four);
    CHECK(integration_of(*few).judged == 4);
    CHECK(!integration_of(*few).degree);
    const auto enough = analyzed("# file: records.yaml\n" + four +
                                 "---\nmanagement_review: m\ntitle: M\n"
                                 "date: 2026-01-12\ninputs: {quality: Q}\n");
    const Integration integration = integration_of(*enough);
    CHECK(integration.judged == 5);
    CHECK(integration.degree == 64);  // of 50, 20, 100, 50 and 100
}

TEST_CASE("it takes two disciplines to integrate, and something to count") {
    const auto alone = analyzed(
        "# file: ims.yaml\norganisation: O\ndisciplines: {quality: {}}\n# file: r.yaml\nprocess: p\ntitle: P\n");
    Arena arena;
    const Integration integration = judge_integration(judged(*alone), arena);
    CHECK(!integration.degree);
    CHECK(integration.judged == 0);
    CHECK(said(*alone, integration[Criterion::processes].counted) == "fewer than two disciplines are in force");
    CHECK(!integration_of(*analyzed(kRole)).degree);
}

TEST_CASE("the bands of the degree") {
    CHECK(band(0).text() == "corresponding");
    CHECK(band(29).text() == "corresponding");
    CHECK(band(30).text() == "coordinated");
    CHECK(band(69).text() == "coordinated");
    CHECK(band(70).text() == "integrated");
    CHECK(band(100).text() == "integrated");
}
