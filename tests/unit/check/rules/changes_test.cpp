// What the folders below tests/rules cannot show of the rules about changes: grades.
#include <doctest/doctest.h>

#include "assess/folder.h"
#include "diagnostics/rules.h"

using namespace ims;
using test::Folder;

namespace {

// An approved change that says only what it means for quality, and that affects `affected`.
std::string unassessed(const std::string& affected, const std::string& more,
                       const std::string& approved = "approved: {by: boss, date: 2026-05-01}\n") {
    return Folder(
               "# file: ims.yaml\ndisciplines: {quality: {}, health-and-safety: {}}\n"
               "# file: records.yaml\nchange: bike\ntitle: A cargo bike\nreason: R\neffects: {quality: Better}\n"
               "affects: [" +
                   affected + "]\n" + approved +
                   "---\nrole: boss\ntitle: Boss\n---\nprocess: deliver\ntitle: Deliver\nassets: [van]\n"
                   "responsible: [boss]\n---\nprocess: sell\ntitle: Sell\n---\nasset: van\ntitle: Van\n---\n" +
                   more,
               RuleId::change_unassessed)
        .findings();
}

const std::string kMedium = "medium change `bike` does not say what it means for health-and-safety\n";
const std::string kHigh = "high change `bike` does not say what it means for health-and-safety\n";
const std::string kHighHazard =
    "risk: traffic\ntitle: Traffic\ntype: hazard\ndisciplines: [health-and-safety]\nlikelihood: 4\nconsequence: 4\n";
const std::string kDuty =
    "obligation: helmets\ntitle: Helmets\nrequires: R\ndisciplines: [health-and-safety]\nsource: ";

}  // namespace

TEST_CASE("a change that was approved without a thought for what weighs where it reaches is grave") {
    CHECK(unassessed("process/deliver", kHighHazard + "processes: [deliver]\n") == kHigh);
    CHECK(unassessed("process/deliver", kDuty + "law\nprocesses: [deliver]\n") == kHigh);
    CHECK(unassessed("process/deliver", kDuty + "permit\nassets: [van]\n") == kHigh);
    CHECK(unassessed("process/deliver",
                     "risk: noise\ntitle: Noise\ntype: aspect\nsignificant: yes\ndisciplines: [health-and-safety]\n"
                     "processes: [deliver]\n") == kHigh);
    SUBCASE("through what it names") {
        for (const char* affected : {"asset/van", "role/boss", "risk/traffic", "process/sell, asset/van"})
            CHECK(unassessed(affected, kHighHazard + "processes: [deliver]\n") == kHigh);
    }
}

TEST_CASE("what does not weigh, is not reached or not approved yet leaves it at medium") {
    CHECK(unassessed("process/sell", kHighHazard + "processes: [deliver]\n") == kMedium);
    CHECK(unassessed("process/deliver", kHighHazard + "processes: [deliver]\n", "") == kMedium);
    CHECK(unassessed("process/deliver", kHighHazard + "status: draft\nprocesses: [deliver]\n") == kMedium);
    CHECK(unassessed("process/deliver", kDuty + "contract\nprocesses: [deliver]\n") == kMedium);
    CHECK(unassessed("process/deliver", kDuty + "law\napplies: no\nwhy_not: W\nprocesses: [deliver]\n") == kMedium);
    CHECK(unassessed("process/deliver",
                     "risk: traffic\ntitle: Traffic\ntype: hazard\ndisciplines: [health-and-safety]\nlikelihood: 1\n"
                     "consequence: 2\nprocesses: [deliver]\n") == kMedium);
    // What it says something about may weigh as much as it likes.
    CHECK(unassessed("process/deliver",
                     "risk: wrong\ntitle: Wrong\ndisciplines: [quality]\nlikelihood: 5\nconsequence: 5\n"
                     "processes: [deliver]\n") == kMedium);
}

TEST_CASE("an exception of a change that is grave here is held to have an end") {
    const std::string accepted =
        "approved: {by: boss, date: 2026-05-01}\nexceptions: [{rule: change-unassessed, reason: R, by: boss}]\n";
    CHECK(unassessed("process/deliver", kHighHazard + "processes: [deliver]\n", accepted) == "");
    const Folder folder(
        "# file: ims.yaml\ndisciplines: {quality: {}, health-and-safety: {}}\n# file: records.yaml\n"
        "change: bike\ntitle: A cargo bike\nreason: R\neffects: {quality: Better}\n" +
            accepted +
            "affects: [process/deliver]\n---\nrole: boss\ntitle: Boss\n---\nprocess: deliver\ntitle: D\n---\n" +
            kHighHazard + "processes: [deliver]\n",
        RuleId::exception_incomplete);
    CHECK(folder.findings() == "error this exception lacks `until`\n");
}
