#include "assess/overview/due_dates.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "assess/folder.h"

using namespace ims;
using test::Folder;

namespace {

// "2026-05-31! review risk/fire; never exercise plan/fire": `!` for what is overdue. Management reviews are left out.
std::string due(const std::string& records) {
    const Folder folder(records);
    std::string text;
    Arena arena;
    const auto duties = duties_to_notify(folder.graph(), folder.facts().disciplines());
    for (const DueDate& date : due_dates(folder.graph(), folder.facts(), duties, arena)) {
        if (date.kind == DueKind::management_review) continue;
        text += fmt::format("{}{}{} {} {}", text.empty() ? "" : "; ",
                            date.due ? to_string(*date.due) : std::string(date.never ? "never" : "undated"),
                            date.overdue ? "!" : "", folder.said(in_words(date.kind)),
                            folder.graph()[date.record].name().text());
    }
    return text;
}

}  // namespace

// The folder's today is 2026-06-01, and `review.every` is 12 months.
TEST_CASE("due today is not overdue") {
    const std::string process = "process: p\ntitle: P\nreview: {next: ";
    CHECK(due(process + "2026-05-31}\n") == "2026-05-31! review process/p");
    CHECK(due(process + "2026-06-01}\n") == "2026-06-01 review process/p");
}

TEST_CASE("a review is asked for only of what has to be reviewed, or says so") {
    CHECK(due("process: p\ntitle: P\n") == "");
    CHECK(due("process: p\ntitle: P\nreview: {every: 1 y}\n") == "never review process/p");
    CHECK(due("risk: r\ntitle: R\ndisciplines: [quality]\n") == "never review risk/r");
    CHECK(due("risk: r\ntitle: R\nstatus: draft\ndisciplines: [quality]\n") == "");
    CHECK(due("document: d\ntitle: D\ntype: record\n") == "");
}

TEST_CASE("a supplier's disciplines that were looked at together are due together") {
    const std::string supplier = "supplier: s\ntitle: S\nprovides: Things\n";
    CHECK(due(supplier) == "never evaluation supplier/s");
    CHECK(due(supplier + "evaluations: [{disciplines: [quality, environment], date: 2025-01-01, result: approved}, "
                         "{disciplines: [environment], date: 2026-01-01, result: approved}]\n") ==
          "2026-01-01! evaluation supplier/s; 2027-01-01 evaluation supplier/s");
}

TEST_CASE("an exercise that is planned is due on its day, until it is held") {
    const std::string plan = "plan: p\ntitle: P\nactivation: x\nreview: {next: 2027-01-01}\n---\n";
    const std::string exercise = "exercise: e\ntitle: E\ntests: [p]\n";
    CHECK(due(plan + exercise + "planned: 2026-07-01\n") ==
          "2026-07-01 exercise exercise/e; 2027-01-01 review plan/p; never exercise plan/p");
    CHECK(due(plan + exercise + "planned: 2026-05-01\n") ==
          "2026-05-01! exercise exercise/e; 2027-01-01 review plan/p; never exercise plan/p");
    CHECK(due(plan + exercise + "planned: 2026-05-01\ndate: 2026-05-08\nresult: passed\n") ==
          "2027-01-01 review plan/p; 2027-05-08 exercise plan/p");
}

TEST_CASE("upkeep counts only with an interval of its own") {
    CHECK(due("asset: a\ntitle: A\nmaintenance: {last: 2020-01-01}\n") == "");
    CHECK(due("asset: a\ntitle: A\nmaintenance: {every: 1 y, last: 2020-01-01}\n") ==
          "2021-01-01! maintenance asset/a");
    CHECK(due("asset: a\ntitle: A\ncalibration: {every: 1 y}\n") == "never calibration asset/a");
}

TEST_CASE("an acceptance is due again where the risk is over the appetite, or nobody can tell") {
    const std::string reviewed = "review: {last: 2026-05-01, every: 5 y}\n";
    const auto accepted = [&](const std::string& rating) {
        return due("risk: r\ntitle: R\nlikelihood: 4\nconsequence: 4\ncontrols: [c]\n" + rating + reviewed +
                   "accepted: {by: owner, date: 2026-01-01, until: 2026-07-01, reason: rare}\n"
                   "---\nrole: owner\ntitle: Owner\n"
                   "---\ncontrol: c\ntitle: C\nimplementation: in-place\nassets: [a]\n"
                   "verifications: [{date: 2026-05-01, result: effective}]\nverify_every: 5 y\n"
                   "---\nasset: a\ntitle: A\ntype: equipment\ncalibration: {every: 1 y, last: 2025-01-01}\n");
    };
    const std::string rest = "2026-01-01! calibration asset/a; 2026-07-01 end of the acceptance risk/r; ";
    const std::string later = "2031-05-01 review risk/r; 2031-05-01 verification control/c";
    CHECK(accepted("") == rest + later);
    CHECK(accepted("residual: {likelihood: 1}\n") == rest + later);
    CHECK(accepted("current: {likelihood: 1}\n") == "2026-01-01! calibration asset/a; " + later);
}

TEST_CASE("what is settled is not due") {
    const std::string audit = "audit: a\ntitle: A\ndisciplines: [quality]\nplanned: 2026-05-01\n";
    CHECK(due(audit) == "2026-05-01! audit audit/a");
    CHECK(due(audit + "done: 2026-05-02\n") == "");
    const std::string control = "control: c\ntitle: C\nimplementation: ";
    CHECK(due(control + "planned\ndue: 2026-07-01\n") == "2026-07-01 action control/c");
    CHECK(due(control + "in-place\ndue: 2026-05-01\n") == "never verification control/c");
    CHECK(due("obligation: o\ntitle: O\nsource: law\nrequires: It.\napplies: no\nwhy_not: Because.\n") == "");
}

TEST_CASE("a person's competence is told of their role, and not once they have left") {
    const std::string records =
        "competence: c\ntitle: C\n---\nperson: p\ntitle: P\ncompetences: [{competence: c, valid_until: 2026-06-30}]\n";
    const std::string role = "---\nrole: r\ntitle: R\npeople: [p]\n";
    CHECK(due(records) == "");  // nobody else's business
    CHECK(due(records + role) == "2026-06-30 end of the competence role/r");
    CHECK(due(records + "left: 2026-05-01\n" + role) == "");
}
