// How things stand: what is known is told as it is, and what is not as not known, never as good nor as bad.
#include "assess/standing/standing.h"

#include <doctest/doctest.h>

#include <fmt/format.h>

#include "assess/folder.h"

using namespace ims;
using test::Folder;

namespace {

// "good: met, on 2026-05-01"; "unknown: no target".
std::string told(const Folder& folder, const Standing& standing) {
    constexpr std::array<std::string_view, 7> kKinds = {"good", "fair", "poor", "bad", "none", "out", "unknown"};
    const std::string_view kind = kKinds[static_cast<std::size_t>(standing.kind)];
    // What is counted has no holes, and people read no less.
    CHECK(standing.words.arguments().empty());
    const std::string told = folder.said(standing.told);
    CHECK(told.starts_with(folder.said(standing.words)));
    if (standing.known()) return fmt::format("{}: {}", kind, told);
    CHECK(told == "cannot be judged");
    return fmt::format("{}: {}", kind, folder.said(standing.why));
}

std::string of(const Folder& folder, std::string_view name) {
    Arena arena;
    return told(folder, standing_of(folder[name], folder.facts(), arena));
}

// Of a record with these lines in a folder, with whatever else there is.
std::string stands(std::string_view begin, std::string_view lines, std::string_view others = {}) {
    const std::string files = fmt::format("{}{}{}{}", begin, lines, others.empty() ? "" : "---\n", others);
    const Folder folder(files, Folder::Records::faulty);
    const std::size_t colon = begin.find(':');
    const std::size_t end = begin.find('\n');
    return of(folder, fmt::format("{}/{}", begin.substr(0, colon), begin.substr(colon + 2, end - colon - 2)));
}

std::string objective(std::string_view lines) { return stands("objective: o\ntitle: O\nmeasure: M\n", lines); }
std::string obligation(std::string_view lines) {
    return stands("obligation: o\ntitle: O\nsource: law\nrequires: R\n", lines);
}
std::string asset(std::string_view lines) { return stands("asset: a\ntitle: A\n", lines); }
std::string audit(std::string_view lines) { return stands("audit: a\ntitle: A\n", lines); }

constexpr std::string_view kBroken = "# file: broken.yaml\nnonconformity: x\ntitle: [\n---\nexercise: y\ntitle: [\n";

}  // namespace

TEST_CASE("what takes no part says so, and a kind without a state says nothing") {
    CHECK(objective("status: draft\n") == "out: draft");
    CHECK(objective("status: retired\n") == "out: retired");
    CHECK(stands("role: r\ntitle: R\n", "") == "none: ");
}

TEST_CASE("an objective stands as its newest measurement says") {
    const std::string least = "target: 98\ndirection: at-least\nmeasured_every: 1 month\n";
    CHECK(objective("") == "unknown: no target");
    CHECK(objective(least) == "unknown: never measured");
    CHECK(objective(least + "measurements: [{date: 2026-04-20, value: 99}, {date: 2026-05-20, value: 60}]\n") ==
          "bad: target missed");
    CHECK(objective(least + "measurements: [{date: 2026-04-20, value: 60}, {date: 2026-05-20, value: 98}]\n") ==
          "good: target met");
    CHECK(objective(least + "measurements: {date: 2026-04-20, value: 99}\n") ==
          "unknown: last measured on 2026-04-20, and due again by 2026-05-20");
    CHECK(objective(least + "due: 2026-12-31\nmeasurements: {date: 2026-05-20, value: 60}\n") ==
          "unknown: it takes two measurements to see whether the target will be reached");
    CHECK(objective(least + "due: 2026-12-31\nmeasurements: [{date: 2026-04-20, value: 80}, {date: 2026-05-20, value: "
                            "90}]\n") == "good: on course");
    CHECK(objective(least + "due: 2026-06-15\nmeasurements: [{date: 2026-04-20, value: 80}, {date: 2026-05-20, value: "
                            "81}]\n") == "poor: off course");
    CHECK(objective("target: 98\nmeasurements: {date: 2026-05-20, value: 60}\n") ==
          "unknown: it does not say which side of the target is good");
}

TEST_CASE("of an objective nothing is told that could not be read") {
    const std::string least = "direction: at-least\nmeasurements: {date: 2026-05-20, value: 60}\n";
    CHECK(objective(least + "target: many\n") == "unknown: its target could not be read");
    CHECK(objective(least + "target: 98\ndue: 2026-13-01\n") == "unknown: the day of its target could not be read");
    CHECK(objective(least + "target: 98\nmeasured_every: often\n") ==
          "unknown: the interval of its measurements could not be read");
    CHECK(objective("target: 98\ndirection: up\nmeasurements: {date: 2026-05-20, value: 60}\n") ==
          "unknown: its direction could not be read");
    CHECK(objective("target: 98\ndirection: at-least\nmeasurements: [{date: 2026-05-20, value: 99}, {date: 2026-5, "
                    "value: 60}]\n") == "unknown: a measurement has no day that could be read");
    CHECK(objective("target: 98\ndirection: at-least\nmeasurements: {date: 2026-05-20, value: good}\n") ==
          "unknown: the value of 2026-05-20 could not be read");
    CHECK(objective("target: 98\ndirection: at-least\nmeasurements: {date: 2026-06-02, value: 99}\n") ==
          "unknown: no measurement up to today");
}

TEST_CASE("an obligation stands as it was last found, as long as that holds") {
    CHECK(obligation("") == "unknown: never evaluated");
    CHECK(obligation("since: 2026-05-01\n") == "unknown: not evaluated yet, due by 2027-05-01");
    CHECK(obligation("since: 2024-05-01\n") == "unknown: never evaluated, and due since 2025-05-01");
    CHECK(obligation("since: 2026-07-01\n") == "none: not binding yet, from 2026-07-01");
    CHECK(obligation("applies: no\nwhy_not: W\n") == "out: said not to apply");
    CHECK(obligation("evaluations: {date: 2026-05-01, result: met}\n") == "good: met, on 2026-05-01");
    CHECK(obligation("evaluations: {date: 2024-05-01, result: met}\n") ==
          "unknown: last found met on 2024-05-01, and due again by 2025-05-01");
    // What was found wrong stays so until somebody finds it right.
    CHECK(obligation("evaluations: {date: 2024-05-01, result: not-met}\n") == "bad: not met, on 2024-05-01");
    CHECK(obligation("evaluations: {date: 2026-05-01, result: partly-met}\n") == "poor: partly met, on 2026-05-01");
}

TEST_CASE("of an obligation nothing good is told that could not be read") {
    const std::string met = "evaluations: {date: 2026-05-01, result: met}\n";
    CHECK(obligation("applies: perhaps\n" + met) == "unknown: whether it applies could not be read");
    CHECK(obligation("evaluate_every: often\n" + met) == "unknown: the interval of its evaluations could not be read");
    CHECK(obligation("evaluations: {date: 2026-05-01, result: fine}\n") ==
          "unknown: the evaluation of 2026-05-01 has no result that could be read");
    CHECK(obligation("evaluations: [{date: 2026-05-01, result: met}, {date: soon, result: met}]\n") ==
          "unknown: the day of an evaluation could not be read");
    CHECK(obligation("evaluations: {date: 2026-06-02, result: met}\n") == "unknown: no evaluation up to today");
}

TEST_CASE("a supplier stands as the worst of its disciplines, and where one is missing it cannot be told") {
    const auto supplier = [](std::string_view lines) {
        return stands("supplier: s\ntitle: S\nprovides: P\nevaluate_every: 1 y\n", lines,
                      "process: p\ntitle: P\ninputs: {item: I, from: supplier/s}\n---\nrisk: r\ntitle: R\ndisciplines: "
                      "[quality, health-and-safety]\nprocesses: p\n");
    };
    CHECK(supplier("") == "unknown: never evaluated");
    CHECK(supplier("evaluations: {disciplines: quality, date: 2026-05-01, result: approved}\n") ==
          "unknown: not evaluated in health and safety");
    CHECK(supplier("evaluations: {disciplines: quality, date: 2026-05-01, result: approved}\nnot_applicable: "
                   "{health-and-safety: W}\n") == "good: approved");
    CHECK(supplier("evaluations: {disciplines: [quality, health-and-safety], date: 2026-05-01, result: approved}\n") ==
          "good: approved");
    CHECK(supplier("evaluations: [{disciplines: quality, date: 2026-05-01, result: conditional}, {disciplines: "
                   "health-and-safety, date: 2026-05-01, result: approved}]\n") == "fair: approved with conditions");
    CHECK(supplier("evaluations: [{disciplines: quality, date: 2026-05-01, result: approved}, {disciplines: "
                   "health-and-safety, date: 2025-05-01, result: approved}]\n") ==
          "unknown: in health and safety last evaluated on 2025-05-01, and due again by 2026-05-01");
    CHECK(supplier("evaluations: {disciplines: health-and-safety, date: 2020-05-01, result: rejected}\n") ==
          "bad: rejected in health and safety");
    CHECK(supplier("evaluations: {disciplines: [quality, health-and-safety], date: 2026-05-01, result: good}\n") ==
          "unknown: in quality the evaluation of 2026-05-01 has no result that could be read");
    CHECK(supplier("evaluations: [{disciplines: [quality, health-and-safety], date: 2026-05-01, result: approved}, "
                   "{disciplines: qualty, date: 2026-05-02, result: rejected}]\n") ==
          "unknown: the disciplines of an evaluation could not be read");
    CHECK(supplier("evaluations: {disciplines: [quality, health-and-safety], date: 2026-06-02, result: approved}\n") ==
          "unknown: not evaluated in quality and health and safety");
}

TEST_CASE("a plan stands as its last exercise, and one that was never tried cannot be judged") {
    const auto plan = [](std::string_view exercise, std::string_view lines = {}) {
        return stands("plan: p\ntitle: P\nactivation: A\n", lines,
                      exercise.empty() ? exercise : std::string("exercise: e\ntitle: E\ntests: p\n").append(exercise));
    };
    CHECK(plan("") == "unknown: never exercised");
    CHECK(plan("date: 2026-05-01\nresult: passed\n") == "good: exercised");
    CHECK(plan("date: 2026-05-01\nresult: partly\n") == "fair: exercised, partly passed");
    CHECK(plan("date: 2026-05-01\nresult: failed\n") == "bad: exercise failed");
    CHECK(plan("date: 2024-05-01\nresult: passed\n") == "bad: exercise overdue");
    CHECK(plan("date: 2026-05-01\nresult: well\n") ==
          "unknown: the exercise of 2026-05-01 has no result that could be read");
    CHECK(plan("date: soon\nresult: passed\n") == "unknown: the day of an exercise could not be read");
    CHECK(plan("date: 2026-06-02\nresult: passed\n") == "unknown: never exercised");
    CHECK(plan("date: 2026-05-01\nresult: passed\n", "exercise_every: often\n") ==
          "unknown: the interval of its exercises could not be read");
    CHECK(plan({}, std::string("").append("# file: broken.yaml\nexercise: e\ntitle: [\n")) ==
          "unknown: files that could not be read may hold an exercise");
}

TEST_CASE("an asset is kept fit where all that keeps it so passed and is not due again") {
    CHECK(asset("") == "none: no upkeep stated");
    CHECK(asset("maintenance: {every: 1 y, last: 2026-01-01, result: passed}\n") == "good: kept fit");
    CHECK(asset("maintenance: {every: 1 y, last: 2026-01-01, result: failed}\n") == "bad: failed its maintenance");
    CHECK(asset("maintenance: {every: 1 y, last: 2024-01-01, result: passed}\n") == "bad: maintenance overdue");
    CHECK(asset("maintenance: {every: 1 y}\n") == "unknown: no day is known on which it was maintained");
    CHECK(asset("calibration: {every: 1 y, last: 2026-01-01}\n") ==
          "unknown: how its last calibration ended is not stated");
    CHECK(asset("maintenance: {last: 2026-01-01, result: passed}\n") ==
          "unknown: how often it has to be maintained is not stated");
    CHECK(asset("maintenance: {every: 1 y, last: 2026-07-01, result: passed}\n") ==
          "unknown: its last maintenance is on a day to come");
    CHECK(asset("maintenance: {every: often, last: 2026-01-01, result: passed}\n") ==
          "unknown: something about its maintenance could not be read");
    // The worst that is known before what is not.
    CHECK(asset("maintenance: {every: 1 y}\ncalibration: {every: 1 y, last: 2024-01-01, result: passed}\n") ==
          "bad: calibration overdue");
    CHECK(asset("maintenance: {every: 1 y}\ncalibration: {every: 1 y, last: 2026-01-01, result: passed}\n") ==
          "unknown: no day is known on which it was maintained");
}

TEST_CASE("a document is approved where somebody did, on a day that has come") {
    const auto document = [](std::string_view lines) {
        return stands("document: d\ntitle: D\n", lines, "role: boss\ntitle: Boss\n");
    };
    CHECK(document("type: policy\n") == "poor: no approval found");
    CHECK(document("type: record\n") == "none: no approval asked for");
    CHECK(document("type: policy\napproved: {by: boss, date: 2026-01-01}\n") == "good: approved");
    CHECK(document("type: policy\napproved: {by: boss}\n") == "poor: approval not complete");
    CHECK(document("type: policy\napproved: {by: boss, date: 2026-07-01}\n") ==
          "unknown: it is to be approved on a day to come");
    CHECK(document("type: policy\napproved: {by: bos, date: 2026-01-01}\n") ==
          "unknown: who approved it could not be found");
    CHECK(document("type: policy\napproved: {by: boss, date: soon}\n") == "unknown: its approval could not be read");
    CHECK(document("type: rules\n") == "unknown: its type could not be read");
    CHECK(document("type: policy\napproved: {by: boss, date: 2026-01-01}\nsuperseded_by: e\n---\ndocument: e\ntitle: "
                   "E\ntype: policy\n") == "out: superseded");
    CHECK(document("type: policy\nlocation: nowhere.md\napproved: {by: boss, date: 2026-01-01}\n") ==
          "bad: file not found");
    for (const char* elsewhere :
         {"'\\\\server\\papers\\rules.docx'", "../rules.md", "office@example.org", "file:///rules.pdf"}) {
        CHECK(document(std::string("type: policy\nlocation: ") + elsewhere +
                       "\napproved: {by: boss, date: 2026-01-01}\n") ==
              "unknown: its location is no path within the folder, and nobody looks there");
    }
    CHECK(document("type: policy\nkept: Cupboard 3\napproved: {by: boss, date: 2026-01-01}\n") == "good: approved");
}

TEST_CASE("an audit is done, to come, late, or not known") {
    CHECK(audit("planned: 2026-05-01\ndone: 2026-05-02\n") == "good: done on 2026-05-02");
    CHECK(audit("planned: 2019-05-01\ndone: 2019-05-02\n") == "out: done too long ago, on 2019-05-02");
    CHECK(audit("planned: 2026-07-01\n") == "none: planned");
    CHECK(audit("planned: 2036-07-01\n") == "none: planned beyond the cycle");
    CHECK(audit("planned: 2026-05-01\n") == "bad: overdue");
    CHECK(audit("") == "unknown: no day is planned");
    CHECK(audit("planned: soon\n") == "unknown: the day for which it is planned could not be read");
    CHECK(audit("planned: 2026-05-01\ndone: soon\n") == "unknown: the day on which it was done could not be read");
    CHECK(audit("planned: 2026-05-01\ndone: 2026-07-01\n") == "unknown: it is said to be done on a day to come");
}

TEST_CASE("a nonconformity is closed where its action was shown to work") {
    const auto nonconformity = [](std::string_view lines) {
        return stands("nonconformity: n\ntitle: N\ndate: 2026-01-01\n", lines);
    };
    const std::string minor = "grade: minor\n";
    const std::string done = minor + "action: {does: A, due: 2026-03-01, done: 2026-02-01}\n";
    CHECK(nonconformity(minor) == "bad: no action found");
    CHECK(nonconformity("grade: observation\n") == "none: noted");
    CHECK(nonconformity(minor + "action: {does: A, due: 2026-07-01}\n") == "fair: action open");
    CHECK(nonconformity(minor + "action: {does: A, due: 2026-03-01}\n") == "bad: action overdue");
    CHECK(nonconformity(minor + "action: {does: A}\n") == "unknown: no day says when its action is to be done");
    CHECK(nonconformity(done) == "fair: effect not checked yet");
    CHECK(nonconformity(done + "effectiveness: {date: 2026-04-01, result: effective}\n") == "good: closed");
    CHECK(nonconformity(done + "effectiveness: {date: 2026-04-01, result: ineffective}\n") ==
          "bad: action had no effect");
    // Looked at before it was done.
    CHECK(nonconformity(done + "effectiveness: {date: 2026-01-15, result: effective}\n") ==
          "fair: effect not checked yet");
    CHECK(nonconformity(done + "effectiveness: {date: 2026-07-01, result: effective}\n") ==
          "unknown: its effect is said to be checked on a day to come");
    CHECK(nonconformity(done + "effectiveness: {date: 2026-04-01, result: yes}\n") ==
          "unknown: whether its action worked could not be read");
    CHECK(nonconformity(minor + "action: {does: A, due: 2026-03-01, done: soon}\n") ==
          "unknown: whether its action is done could not be read");
    CHECK(nonconformity(minor + "action: {does: A, due: 2026-03-01, done: 2026-07-01}\n") ==
          "unknown: its action is said to be done on a day to come");
    CHECK(nonconformity("grade: small\naction: {does: A, due: 2026-07-01}\n") ==
          "unknown: its grade could not be read");
}

TEST_CASE("an incident stands as what it leads to") {
    const auto incident = [](std::string_view lines, std::string_view others = {}) {
        return stands("incident: i\ntitle: I\ndate: 2026-05-01\ntype: incident\n", lines, others);
    };
    CHECK(incident("") == "bad: nothing learnt found");
    CHECK(incident("lessons: L\n") == "poor: only lessons in words");
    CHECK(incident("risks: r\n", "risk: r\ntitle: R\n") == "good: linked to a risk");
    CHECK(incident("risks: r\n", "risk: r\ntitle: R\nstatus: draft\n") == "fair: taken up in a draft");
    CHECK(incident("", "nonconformity: n\ntitle: N\ngrade: minor\ndate: 2026-05-02\nraised_by: incident/i\n") ==
          "good: taken up as a nonconformity");
    CHECK(incident("risks: q\n") == "unknown: what it leads to could not be found or read, or is retired");
    CHECK(incident("lessons: L\n", kBroken) == "unknown: files that could not be read may hold what it leads to");
}

TEST_CASE("a change stands as it was approved, came and was looked at") {
    const auto change = [](std::string_view lines) {
        return stands("change: c\ntitle: C\nreason: R\n", lines, "role: boss\ntitle: Boss\n");
    };
    const std::string approved = "approved: {by: boss, date: 2026-01-01}\n";
    CHECK(change("") == "poor: no approval found");
    CHECK(change("effective: 2026-07-01\n") == "fair: no approval found");
    CHECK(change("effective: 2026-05-01\n") == "bad: in effect, no approval found");
    CHECK(change("effective: 2026-05-01\napproved: {by: boss}\n") == "bad: in effect, approval not complete");
    CHECK(change(approved) == "unknown: no day says from when it is in effect");
    CHECK(change(approved + "effective: 2026-07-01\n") == "none: approved, to come");
    CHECK(change(approved + "effective: 2026-05-01\n") == "none: in effect");
    CHECK(change(approved + "effective: 2024-05-01\n") == "poor: in effect, not followed up, due 2025-05-01");
    CHECK(change(approved + "effective: 2026-05-01\nreview: {last: 2026-05-20}\n") ==
          "good: in effect and followed up");
    // On the day itself nothing could be seen yet.
    CHECK(change(approved + "effective: 2026-05-01\nreview: {last: 2026-05-01}\n") == "none: in effect");
    CHECK(change("approved: {by: bos, date: 2026-01-01}\n") == "unknown: who approved it could not be found");
    CHECK(change(approved + "effective: soon\n") == "unknown: the day from which it is in effect could not be read");
    CHECK(change(approved + "effective: 2026-05-01\nreview: {last: soon}\n") ==
          "unknown: the day of its review could not be read");
}

TEST_CASE("a clause stands as its evidence") {
    const auto clause = [](std::string_view records) {
        const Folder folder(
            std::string("# file: ims.yaml\norganisation: E\ndisciplines: {quality: {standards: [house]}}\n# file: "
                        "house.yaml\nstandard: house\ntitle: House\nclauses: [{number: \"1\", title: T, evidence: "
                        "[document, supplier], document_type: policy}]\n")
                .append(records),
            Folder::Records::faulty);
        Arena arena;
        return told(folder, standing_of(folder.facts().clauses().standards()[0].clauses[0], folder.graph(), arena));
    };
    const std::string document = "# file: d.yaml\ndocument: d\ntitle: Lunch menu\n";
    CHECK(clause("") == "bad: none found");
    CHECK(clause(document + "type: policy\ndisciplines: [quality]\n") == "fair: by kind only");
    CHECK(clause(document + "type: policy\nclauses: [house:1]\n") == "good: named");
    CHECK(clause(document + "type: policy\n") == "unknown: 1 record of such kinds names no discipline");
    CHECK(clause(document + "type: policy\n---\ndocument: e\ntitle: E\ntype: policy\n") ==
          "unknown: 2 records of such kinds name no discipline");
    // Of another type, a draft, or of a kind that the clause does not list.
    CHECK(clause(document + "type: form\n---\nrisk: r\ntitle: R\n") == "bad: none found");
    CHECK(clause(document + "type: policy\nstatus: draft\n") == "bad: none found");
    // Another record of such a kind is enough to go by.
    CHECK(clause(document + "type: policy\n---\nsupplier: s\ntitle: S\nprovides: P\n") == "fair: by kind only");
    CHECK(clause("# file: broken.yaml\ndocument: d\ntitle: [\n") ==
          "unknown: files that could not be read may hold evidence");
}
