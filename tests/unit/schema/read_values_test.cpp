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
        "process: p\ntitle: \"null\"\ncontinuity: {prioritised: \"YES\", rto: 90 min, rpo: 0 h}\n---\n"
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
    check(role, "holders: two\n", "records.yaml:3 wrong-type: `two` is no number; write `2`\n");
    check(role, "reports_to: [s]\n",
          "records.yaml:3 wrong-type: `reports_to` takes the id of a role, not a list; write `s` alone\n");
    check(role, "responsibilities: sells\n",
          "records.yaml:3 wrong-type: an entry of `responsibilities` is the fields `does`, `disciplines`, `processes`, "
          "`about` and `level`, not one value; write `responsibilities: {does: sells}`\n");
    check(role, "purpose:\n  text: x\n",
          "records.yaml:3 wrong-type: `purpose` takes one text, not fields of its own: the `:` in it makes `text` a "
          "field; put it between quotes: `\"text: x\"`\n");
    check(
        role, "deputies: a, b\n",
        "records.yaml:3 wrong-type: `a, b` cannot be the id of a record: several go into a list; write `deputies: [a, "
        "b]`\n");
    check(
        role, "clauses: 8.4\n",
        "records.yaml:3 wrong-type: clause `8.4` of which standard?; write the standard's id, a colon and the clause's "
        "number: `iso-9001-2026:8.4.1`\n");
}

TEST_CASE("a result needs the day on which it came about, planned or not") {
    check("plan: p\ntitle: P\nactivation: A\n---\nexercise: e\ntitle: E\ntests: p\n",
          "planned: 2026-03-01\nresult: passed\n",
          "records.yaml:5 missing-field: `exercise/e` has no `date`, which is needed beside `result`; add `date: …` — "
          "the "
          "day on which it was held, as YYYY-MM-DD\n");
}

TEST_CASE("a comma that cuts a text in a map is told as such") {
    check("role: florist\ntitle: F\n---\nplan: p\ntitle: P\nactivation: A\n",
          "calls: [{who: florist, how: By phone, at night}]\n",
          "records.yaml:7 unknown-field: an entry of `calls` has no field `at night`; a comma within `{…}` begins the "
          "next "
          "field; if this belongs to the text before it, put that text in quotes\n");
}

TEST_CASE("what is said of a word, number, date or duration that does not fit") {
    const std::string process = "process: p\ntitle: P\n";
    const std::string risk = "risk: r\ntitle: R\n";
    const std::string found = "nonconformity: n\ntitle: N\ngrade: minor\n";
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
    check(found, "date: 31.03.2026\n", "records.yaml:4 invalid-date: `31.03.2026` is no date; write `2026-03-31`\n");
    check(found, "date: 2026-02-29\n",
          "records.yaml:4 invalid-date: there is no day `2026-02-29`; the last day of that month is `2026-02-28`\n");
    check(found, "date: 2026-31-03\n",
          "records.yaml:4 invalid-date: there is no day `2026-31-03`; the months are `01` to `12`, and the year comes "
          "first\n");
    check(found, "date: soon\n",
          "records.yaml:4 invalid-date: `soon` is no date; write the day as year, month and day: `2026-03-31`\n");
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

TEST_CASE("what was meant is told instead of what is due, once and at its place") {
    const std::string objective = "objective: o\ntitle: O\nmeasure: m\n";
    check(
        objective, "measurements: [{date: 2026-01-01, value: 98,7}]\n",
        "records.yaml:4 unknown-field: a comma separates entries between braces, so that `7` is read as a field; write "
        "`98.7`\n");
    check(
        objective, "measurements: [{date: 2026-01-01, value: 98, 7}]\n",
        "records.yaml:4 unknown-field: an entry of `measurements` has no field `7`; it has `date` and `value`; a field "
        "of your own begins with `x_`\n");
    // What the field takes is no duration either, and that is not told too.
    check("process: p\ntitle: P\n", "continuity: {rto: 1,5 h}\n",
          "records.yaml:3 unknown-field: a comma separates entries between braces, so that `5 h` is read as a field; "
          "write `1.5 h`\n");
    check("process: p\ntitle: P\n", "owner: a, b\n",
          "records.yaml:3 wrong-type: `owner` takes one, and `a` and `b` are several; write the one that is meant: `a` "
          "or `b`; the others go under `consulted`\n");
    check("process: p\ntitle: P\n", "review: 2026-01-01\n",
          "records.yaml:3 wrong-type: `review` takes the fields `last`, `every`, `next` and `by`, not one value; write "
          "`review: {last: 2026-01-01}` or `review: {next: 2026-01-01}`\n");
    check("risk: r\ntitle: R\n", "disciplines: [\"quality; environment\"]\n",
          "records.yaml:3 unknown-discipline: an entry of `disciplines` is several: `quality` and `environment`; write "
          "each as an entry of its own: `quality` and `environment`\n");
    check(
        "risk: r\ntitle: R\n", "disciplines:\n  quality:\n  environment:\n",
        "records.yaml:4 wrong-type: an entry of `disciplines` is one text, not fields of its own; write `disciplines: "
        "[quality, environment]`\n");
    check(
        "process: p\ntitle: P\n", "risks:\n  - {risk: fire, title: Fire}\n",
        "records.yaml:4 wrong-type: a whole record stands in `risks`, which names records by their ids; records stand "
        "on their own: put it behind a line `---` of its own, beginning with its kind and id, and name it here by its "
        "id: `fire`\n");
}

TEST_CASE("a key in another spelling is told as the field that it names, and is not missing") {
    check("supplier: s\ntitle: S\n", "Provides: flowers\n",
          "records.yaml:3 unknown-field: a supplier has no field `Provides`; write `provides`\n");
    check("supplier: s\ntitle: S\nprovides: flowers\n", "Provides: flowers\n",
          "records.yaml:4 unknown-field: a supplier has no field `Provides`; `provides` stands there already; keep one "
          "of "
          "the two\n");
    check(
        "supplier: s\ntitle: S\n", "pro\u200bvides: flowers\n",
        "records.yaml:3 unknown-field: a supplier has no field `pro\\u{200b}vides`: a zero-width space (U+200B) stands "
        "in it; write `provides`\n");
    check(
        "process: p\ntitle: P\n", "inputs:\n  -item: flour\n",
        "records.yaml:4 unknown-field: an entry of `inputs` has no field `-item`: a blank is missing after `-`; write "
        "`- item: …`\n");
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

TEST_CASE("a field that takes yes, no or records reads either; what is neither yes nor no is the one record") {
    const std::string head = "supplier: s\ntitle: S\nprovides: P\nworks_on_site: ";
    const std::string sites = "\n---\nsite: shop\ntitle: Shop\n---\nsite: store\ntitle: Store\n";
    const auto sites_of = [](const Folder& folder) {
        std::string names;
        for (const RecordView site : folder["supplier/s"].linked(fields::supplier::works_on_site))
            names += std::string(site.id()) + " ";
        return names;
    };
    for (const char* yes : {"yes", "true", "\"Yes\""}) {
        const Folder folder(head + yes + sites);
        CHECK(folder["supplier/s"].says_yes(fields::supplier::works_on_site));
        CHECK(sites_of(folder).empty());
    }
    const Folder no(head + "no" + sites);
    CHECK(no["supplier/s"][fields::supplier::works_on_site].yes() == false);
    for (const char* one : {"shop", "[shop]", "site/shop", "\n  - shop"}) {
        const Folder folder(head + one + sites);
        CAPTURE(one);
        CHECK(folder["supplier/s"][fields::supplier::works_on_site].is(ValueType::list));
        CHECK(sites_of(folder) == "shop ");
    }
    CHECK(sites_of(Folder(head + "[shop, store]" + sites)) == "shop store ");
    CHECK_FALSE(Folder(head + "[]" + sites)["supplier/s"].has(fields::supplier::works_on_site));
    // In a list a word is a record's id, whatever it says.
    check("supplier: s\ntitle: S\nprovides: P\n", "works_on_site: [yes]\n",
          "records.yaml:4 unknown-reference: there is no site `yes`; write the id of a site that exists (`ims list "
          "site` shows them), or "
          "add `site: yes`\n");
}

TEST_CASE("of two fields one has to be there") {
    const std::string exercise = "exercise: e\ntitle: E\ntests: [p]\n";
    const std::string plan = "---\nplan: p\ntitle: P\nactivation: A\n";
    check(
        exercise, plan,
        "records.yaml:1 missing-field: `exercise/e` has neither `planned` nor `date`; add `planned: …` or `date: …` — "
        "the day for which it is planned, as YYYY-MM-DD\n");
    check(exercise, "planned: 2026-07-01\n" + plan, "");
    check(exercise, "date: 2026-05-01\nresult: passed\n" + plan, "");
    check(exercise, "planned: 2026-05-01\ndate: 2026-05-02\nresult: passed\n" + plan, "");
    // One that is needed beside another.
    check(
        exercise, "date: 2026-05-01\n" + plan,
        "records.yaml:1 missing-field: `exercise/e` has no `result`, which is needed beside `date`; add `result: …` — "
        "how it ended; needed once it was held\n");
    // One that could not be read is there all the same.
    check(exercise, "planned: soon\n" + plan,
          "records.yaml:4 invalid-date: `soon` is no date; write the day as year, month and day: `2026-03-31`\n");

    const std::string incident = "incident: i\ntitle: I\ntype: breach\ndate: 2026-05-01\nnotified:\n";
    const std::string duty = "---\nobligation: o\ntitle: O\nsource: law\nrequires: R\n";
    check(
        incident, "  - {obligation: o}\n" + duty,
        "records.yaml:6 missing-field: an entry of `notified` has neither `at` nor `in`; add `at: …` or `in: …` — when "
        "it went out, as YYYY-MM-DD or YYYY-MM-DD HH:MM\n");
    check(incident, "  - {obligation: o, at: 2026-05-02 10:00}\n  - {obligation: o, in: 4 h}\n" + duty, "");
}

TEST_CASE("a default stands for one of two fields") {
    const std::string settings =
        "# file: ims.yaml\ndisciplines: {quality: {}}\ndefaults: {exercise: {planned: 2026-07-01}}\n";
    CHECK(findings_of(settings + "# file: records.yaml\nexercise: e\ntitle: E\ntests: [p]\n---\nplan: p\ntitle: P\n"
                                 "activation: A\n") == "");
}

TEST_CASE("a point in time is a day, or a day with a time and an offset") {
    const std::string head = "incident: i\ntitle: I\ntype: breach\n";
    const Folder folder(head + "date: 2026-03-01\nknown: 2026-03-01 14:30\nclassified: 2026-03-01T14:30:59+01:00\n");
    namespace own = fields::incident;
    const RecordView incident = folder["incident/i"];
    CHECK(incident[own::date].is(ValueType::date));
    CHECK(incident[own::date].point_in_time() == parse_point_in_time("2026-03-01"));
    CHECK(incident[own::known].is(ValueType::point_in_time));
    CHECK(incident[own::known].point_in_time() == parse_point_in_time("2026-03-01 14:30"));
    CHECK(incident[own::known].date() == parse_date("2026-03-01"));
    CHECK(incident[own::classified].point_in_time() == parse_point_in_time("2026-03-01 14:30 +01:00"));
    CHECK(to_string(*incident[own::classified].point_in_time()) == "2026-03-01 14:30 +01:00");

    check(head, "date: 31.03.2026 14:30\n",
          "records.yaml:4 invalid-date: `31.03.2026 14:30` is no date with a time; write `2026-03-31 14:30`\n");
    check(head, "date: 2026-02-29 14:30\n",
          "records.yaml:4 invalid-date: there is no day `2026-02-29`; the last day of that month is `2026-02-28`\n");
    check(head, "date: 2026-03-31 24:30\n",
          "records.yaml:4 invalid-date: `2026-03-31 24:30` is no date with a time; write a day, and behind it the "
          "time from 00:00 to 23:59: `2026-03-31 14:30`; an offset may follow, as in `2026-03-31 14:30 +02:00`\n");
    check(head, "date: soon\n",
          "records.yaml:4 invalid-date: `soon` is no date; write the day as year, month and day, and a time behind it "
          "if it matters: `2026-03-31 14:30`\n");
}
