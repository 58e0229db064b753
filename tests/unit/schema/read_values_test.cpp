// How values are read by their field's type, and what is said of those that do not fit.
#include "schema/read_values.h"

#include <doctest/doctest.h>

#include <string>

#include "assess/folder.h"
#include "schema/fields.h"

using namespace ims;
using test::Folder;

namespace {

std::string findings_of(const std::string& records) {
    return Folder(records, Folder::Records::faulty).placed_findings();
}

// One record's fields below a head of two lines.
void check(const std::string& head, const std::string& fields, const std::string& expected) {
    CAPTURE(fields);
    CHECK(findings_of(head + fields) == expected);
}

}  // namespace

TEST_CASE("scalars are read by the field's type, never by YAML's guess") {
    const Folder folder(
        "role: no\ntitle: 1.10\npurpose: 2026-01-01\nholders: \"2\"\n---\n"
        "process: p\ntitle: null\ncontinuity: {prioritised: \"YES\", rto: 90 min, rpo: 0 h}\n---\n"
        "objective: o\ntitle: O\nmeasure: ~m\ntarget: -1.5\n---\n"
        "risk: r\ntitle: R\ntype: hazard\nlikelihood: likely\nconsequence: {quality: 2}\nconditions: routine\n");
    const RecordView role = folder["role/no"];
    CHECK(role.title() == "1.10");
    CHECK(role[fields::role::purpose].text() == "2026-01-01");
    CHECK(role[fields::role::holders].number() == 2);
    const FieldView continuity = folder["process/p"][fields::process::continuity];
    CHECK(folder["process/p"].title() == "null");
    CHECK(continuity[fields::process::continuity.prioritised].yes() == true);
    CHECK(continuity[fields::process::continuity.rto].duration()->minutes == 90);
    CHECK(continuity[fields::process::continuity.rpo].duration()->minutes == 0);
    CHECK(folder["objective/o"][fields::objective::target].number() == -1.5);
    const RecordView risk = folder["risk/r"];
    CHECK(risk[fields::risk::likelihood].step() == 4);
    CHECK(risk.word(fields::risk::type) == "hazard");
    for (const FieldView entry : risk[fields::risk::consequence].children()) {
        CHECK(entry.key() == "quality");
        CHECK(entry.step() == 2);
    }
    for (const FieldView condition : risk[fields::risk::conditions].children()) CHECK(condition.word() == "normal");
}

TEST_CASE("a single value is a list of one, an empty one is none") {
    const Folder folder(
        "role: r\ntitle: R\ntags: one\nauthority:\ndeputies: []\nresponsibilities: {does: A}\n"
        "competences:\n  -\n  - competence: c\n---\ncompetence: c\ntitle: C\n");
    const RecordView role = folder["role/r"];
    CHECK(role[fields::tags].children().size() == 1);
    CHECK_FALSE(role.has(fields::role::authority));
    CHECK_FALSE(role.has(fields::role::deputies));
    CHECK(role[fields::role::responsibilities].children().size() == 1);
    CHECK(role[fields::role::competences].children().size() == 1);
}

TEST_CASE("the values of an alias are those of what it names; a fault in them is told once") {
    const Folder folder(
        "process: p\ntitle: P\nactivities:\n  - &a {name: A, responsible: r}\n  - *a\n---\nrole: r\ntitle: R\n");
    CHECK(folder["process/p"][fields::process::activities].children().size() == 2);
    CHECK(folder["process/p"].linked(fields::process::activities.responsible).size() == 1);
    CHECK(findings_of("process: p\ntitle: P\nactivities:\n  - &a {name: A, oops: r}\n  - *a\n") ==
          "records.yaml:4 unknown-field: an entry of `activities` has no field `oops`; it has `name`, `accountable`, "
          "`responsible`, `consulted` and `informed`; a field of your own begins with `x_`\n");
}

TEST_CASE("keys of the user's own are kept at any depth and judged nowhere") {
    const Folder folder(
        "process: p\ntitle: P\nx_a: {b: [c, {d: 2026-13-45}]}\ncontinuity: {x_b: maybe, rto: 4 h}\n"
        "activities: [{name: A, x_c: role/none}]\nnot_applicable: {x_d: 1, quality: Because.}\n");
    const RecordView process = folder["process/p"];
    CHECK(process[fields::process::continuity].children().size() == 1);
    CHECK(process[fields::process::not_applicable].children().size() == 1);
}

TEST_CASE("a value that does not fit is neither known nor missing") {
    const Folder folder("process: p\ntitle: P\nowner: [r]\ntype: Core\ncontinuity: {rto: 4}\n",
                        Folder::Records::faulty);
    const RecordView process = folder["process/p"];
    CHECK(process[fields::owner].invalid());
    CHECK_FALSE(process.lacks(fields::owner));
    CHECK(process[fields::process::type].invalid());
    CHECK(process.word(fields::process::type).empty());
    CHECK(process[fields::process::continuity][fields::process::continuity.rto].invalid());
    CHECK_FALSE(process[fields::process::continuity][fields::process::continuity.rto].duration().has_value());
}

TEST_CASE("what is said of a value of the wrong form") {
    const std::string role = "role: r\ntitle: R\n";
    check(role, "holders: two\n", "records.yaml:3 wrong-type: `two` is no number; write a whole number: `2`\n");
    check(role, "reports_to: [s]\n",
          "records.yaml:3 wrong-type: `reports_to` takes the id of a role, not a list; write `reports_to: …`\n");
    check(role, "responsibilities: sells\n",
          "records.yaml:3 wrong-type: an entry of `responsibilities` is the fields `does`, `disciplines`, `processes`, "
          "`about` and `level`, not one value; write `- does: …`\n");
    check(role, "purpose:\n  text: x\n",
          "records.yaml:3 wrong-type: `purpose` takes one text, not fields of its own; write `purpose: …`\n");
    check(
        role, "deputies: a, b\n",
        "records.yaml:3 wrong-type: `a, b` cannot be the id of a record; write the id of a role or `person/…`; several "
        "go into a list: `[first, second]`\n");
    check(
        role, "clauses: 8.4\n",
        "records.yaml:3 wrong-type: clause `8.4` of which standard?; write the standard's id, a colon and the clause's "
        "number: `iso-9001-2026:8.4.1`\n");
}

TEST_CASE("what is said of a word, number, date or duration that does not fit") {
    const std::string process = "process: p\ntitle: P\n";
    const std::string risk = "risk: r\ntitle: R\n";
    const std::string incident = "incident: i\ntitle: I\ntype: incident\n";
    check(process, "type: cor\n", "records.yaml:3 unknown-value: `type` cannot be `cor`; did you mean `core`?\n");
    check(process, "type: main\n",
          "records.yaml:3 unknown-value: `type` cannot be `main`; write one of `management`, `core` and `support`\n");
    check(process, "continuity: {prioritised: maybe}\n",
          "records.yaml:3 unknown-value: `prioritised` is either `yes` or `no`, not `maybe`; write `yes` or `no`\n");
    check(risk, "likelihood: 6\n",
          "records.yaml:3 out-of-range: `likelihood` cannot be `6`: the scale in ims.yaml has steps 1 to 5; write a "
          "number "
          "from 1 to 5, or one of `rare`, `unlikely`, `possible`, `likely` and `almost certain`\n");
    check(risk, "likelihood: rarely\n",
          "records.yaml:3 unknown-value: `likelihood` cannot be `rarely`: the scale in ims.yaml has no such step; did "
          "you "
          "mean `rare`?\n");
    check(process, "continuity: {impact: {after: 4 h, level: 6}}\n",
          "records.yaml:3 out-of-range: `level` cannot be `6`; write a whole number from 1 to 5\n");
    check(incident, "date: 31.03.2026\n", "records.yaml:4 invalid-date: `31.03.2026` is no date; write `2026-03-31`\n");
    check(incident, "date: 2026-02-29\n",
          "records.yaml:4 invalid-date: there is no day `2026-02-29`; the last day of that month is `2026-02-28`\n");
    check(incident, "date: 2026-31-03\n",
          "records.yaml:4 invalid-date: there is no day `2026-31-03`; the months are `01` to `12`, and the year comes "
          "first\n");
    check(incident, "date: soon\n",
          "records.yaml:4 invalid-date: `soon` is no date; write the day as year, month and day, and a time behind it if "
          "it matters: `2026-03-31 14:30`\n");
    check(
        process, "continuity: {rto: 4}\n",
        "records.yaml:3 invalid-duration: `4` has no unit: minutes, hours, days?; write a number and a unit: `30 min`, "
        "`4 h`, `2 d`, `1 w`, `6 months` or `1 y`\n");
    check(process, "review: {every: yearly}\n",
          "records.yaml:3 invalid-duration: `yearly` is no duration; write `1 y`\n");
    check(risk, "disciplines: [qualty]\n",
          "records.yaml:3 unknown-discipline: `qualty` is no discipline in force here; did you mean `quality`?\n");
    check(risk, "disciplines: energy\n",
          "records.yaml:3 unknown-discipline: discipline `energy` is not in force here; write one of `quality`, "
          "`environment`, `health-and-safety`, `information-security` and `business-continuity`, or put it in force "
          "under "
          "`disciplines` in ims.yaml\n");
}

TEST_CASE("what is said of a field that is unknown or missing") {
    check("role: r\ntitle: R\n", "deputys: [s]\n",
          "records.yaml:3 unknown-field: a role has no field `deputys`; did you mean `deputies`?\n");
    check("asset: a\ntitle: A\n", "colour: red\n",
          "records.yaml:3 unknown-field: an asset has no field `colour`; `ims explain asset` lists the fields; a field "
          "of your "
          "own begins with `x_`\n");
    check("process: p\ntitle: P\n", "continuity: {prioritized: no}\n",
          "records.yaml:3 unknown-field: `continuity` has no field `prioritized`; did you mean `prioritised`?\n");
    check(
        "supplier: s\ntitle: S\n", "",
        "records.yaml:1 missing-field: `supplier/s` has no `provides`; add `provides: …` — what it provides, in a few "
        "words\n");
    check("process: p\ntitle: P\n", "outputs:\n  - to: process/p\n",
          "records.yaml:4 missing-field: an entry of `outputs` has no `item`; add `item: …` — what goes out: a few "
          "words, or "
          "document/ID or asset/ID\n");
}
