// What becomes of a file's documents: records with their defaults, and what is known of those that cannot be read.
#include "model/records.h"

#include <doctest/doctest.h>

#include <string>

#include "assess/folder.h"
#include "schema/fields.h"

using namespace ims;
using test::Folder;

namespace {

std::string findings_of(const std::string& files) { return Folder(files, Folder::Records::faulty).placed_findings(); }

const std::string kDefaults =
    "# file: ims.yaml\n"
    "disciplines: {quality: {}}\n"
    "defaults:\n"
    "  process:\n"
    "    owner: boss\n"
    "    tags: [a, b]\n"
    "    review: {every: 6 months, by: boss}\n"
    "    continuity: {prioritised: no, reason: R}\n"
    "  obligation: {source: law}\n"
    "  role: {status: draft, reports_to: boss}\n";

}  // namespace

TEST_CASE("defaults hold where a record says nothing: maps merge, lists and scalars replace") {
    const Folder folder(kDefaults +
                        "# file: a.yaml\nprocess: p\ntitle: P\ntags: c\nreview: {last: 2026-01-01, every: 1 y}\n---\n"
                        "process: q\ntitle: Q\nowner: r\n---\n"
                        "role: r\ntitle: R\nstatus: active\n---\nrole: boss\ntitle: B\n---\n"
                        "obligation: o\ntitle: O\nrequires: X\n");
    const RecordView p = folder["process/p"];
    CHECK(p[fields::owner].text() == "boss");
    CHECK(p[fields::owner].inherited());
    CHECK(p[fields::owner].target() == folder.id("role/boss"));
    CHECK(p[fields::tags].children().size() == 1);
    const FieldView review = p[fields::review];
    CHECK_FALSE(review.inherited());
    CHECK(review[fields::review.every].duration() == parse_duration("1 y"));
    CHECK(review[fields::review.last].date() == parse_date("2026-01-01"));
    CHECK(review[fields::review.by].text() == "boss");
    CHECK(review[fields::review.by].inherited());
    CHECK(p[fields::process::continuity][fields::process::continuity.prioritised].yes() == false);
    const RecordView q = folder["process/q"];
    CHECK(q[fields::owner].text() == "r");
    CHECK(q[fields::tags].children().size() == 2);
    CHECK(q.linked(fields::owner).size() == 1);
    CHECK(folder["role/r"].status() == Status::active);
    CHECK(folder["role/boss"].status() == Status::draft);
    CHECK(folder["obligation/o"].word(fields::obligation::source) == "law");
}

TEST_CASE("a default stands in ims.yaml, and there is where it is shown") {
    const Folder folder(kDefaults + "# file: a.yaml\nprocess: p\ntitle: P\n---\nrole: boss\ntitle: B\n");
    const FieldView owner = folder["process/p"][fields::owner];
    CHECK(folder.graph().sources()[owner.span().file].path == "ims.yaml");
    CHECK(folder.graph().sources().text(owner.span()) == "boss");
}

TEST_CASE("a default that names the record itself is meant for the others") {
    const Folder folder(kDefaults + "# file: a.yaml\nrole: boss\ntitle: B\n---\nrole: r\ntitle: R\n");
    CHECK(folder["role/boss"].linked(fields::role::reports_to).empty());
    CHECK(folder["role/r"].linked(fields::role::reports_to).size() == 1);
}

TEST_CASE("a document without a kind, with a misspelt one, or with two") {
    CHECK(
        findings_of("title: T\n") ==
        "records.yaml:1 no-kind: this document does not say which kind of record it is; begin it with its kind and id, "
        "such as `process: take-orders`; or, if the file belongs to another program, write `ignore: [records.yaml]` in "
        "ims.yaml\n");
    CHECK(
        findings_of("title: T\npurpose: P\n") ==
        "records.yaml:1 no-kind: this document does not say which kind of record it is; begin it with its kind and id, "
        "such as `process: take-orders`\n");
    CHECK(
        findings_of("- role: r\n") ==
        "records.yaml:1 no-kind: this document is a list, not a record; write each record by itself, with a line `---` "
        "between two: `process: take-orders`; or, if the file belongs to another program, write `ignore: "
        "[records.yaml]` "
        "in ims.yaml\n");
    CHECK(findings_of("rol: r\ntitle: R\n") ==
          "records.yaml:1 unknown-kind: `rol` is no kind of record; did you mean `role`?\n");
    CHECK(
        findings_of("role: r\ntitle: R\nprocess: p\n") ==
        "records.yaml:3 several-kinds: this record is a role and a process at once; put a line `---` before the second "
        "record; or, if a link is meant, write `processes: [p]`\n");
    CHECK(findings_of("---\n---\n# nothing\n---\n{}\n") == "");
}

TEST_CASE("a forgotten line between two records is one mistake") {
    CHECK(findings_of("site: a\ntitle: A\naddress: X\nsite: b\ntitle: B\naddress: Y\n") ==
          "records.yaml:4 several-kinds: a second site begins here, in the same record; put a line `---` before the "
          "second "
          "record\n");
    // What was doubled before is another one.
    CHECK(findings_of("site: a\ntitle: A\ntitle: C\nsite: b\n") ==
          "records.yaml:3 duplicate-key: key `title` stands twice in one mapping; delete one of the two, or put both "
          "values "
          "below one key\n"
          "records.yaml:4 several-kinds: a second site begins here, in the same record; put a line `---` before the "
          "second "
          "record\n");
}

TEST_CASE("an id that cannot be one is told once, with what it could be") {
    CHECK(
        findings_of("role: The driver\ntitle: T\n") ==
        "records.yaml:1 invalid-id: `The driver` cannot be an id; an id begins with a letter or digit and goes on with "
        "letters, digits, `.`, `_` and `-`; for example `the-driver`\n");
    CHECK(findings_of("role:\ntitle: T\n") ==
          "records.yaml:1 invalid-id: this role has no id; write `role: a-short-name`\n");
    CHECK(findings_of("role: [a]\ntitle: T\n") ==
          "records.yaml:1 invalid-id: the id of this role is not one word; write `role: a-short-name`\n");
    CHECK(
        findings_of("role: a/b\n") ==
        "records.yaml:1 invalid-id: `a/b` cannot be an id; an id begins with a letter or digit and goes on with "
        "letters, "
        "digits, `.`, `_` and `-`; for example `a-b`\n"
        "records.yaml:1 missing-field: this role has no `title`; add `title: …` — what people call it, in one line\n");
}

TEST_CASE("what cannot be read exists all the same: references to it resolve, and its kind is not certain to lack") {
    const Folder folder(
        "process: p\ntitle: P\nowner: driver\nresponsible: [the-boss, second]\nrisks: []\n---\n"
        "role: driver\ntitle: \"Open\n",
        Folder::Records::faulty);
    const std::string found = folder.placed_findings();
    CHECK(found.find("invalid-yaml") != std::string::npos);
    CHECK(found.find("there is no role `driver`") == std::string::npos);
    CHECK(found.find("there is no role `the-boss`") != std::string::npos);
    const RecordView process = folder["process/p"];
    CHECK(process[fields::owner].target() == folder.id("role/driver"));
    CHECK(folder["role/driver"].unread());
    CHECK(process.linked(fields::owner).empty());
    CHECK_FALSE(target_of(folder.graph(), process[fields::owner]).has_value());
    CHECK(folder.graph().may_be_unread(kinds::role));
    CHECK_FALSE(folder.graph().may_be_unread(kinds::risk));
    CHECK(process.lacks(fields::process::risks));
    CHECK_FALSE(process.lacks(fields::process::roles));
    CHECK(folder.graph().broken_files() == 1);
}

TEST_CASE("of records with a wrong id, kind or two kinds, neither what is written nor what is meant is unknown") {
    const Folder folder(
        "process: p\ntitle: P\nowner: the-boss\nresponsible: [van, helper]\n---\nrole: The boss\ntitle: T\n---\n"
        "role: van\ntitle: V\nasset: van\n---\nrol: helper\ntitle: H\n",
        Folder::Records::faulty);
    CHECK(folder.placed_findings().find("there is no") == std::string::npos);
    CHECK(folder.graph().may_be_unread(kinds::asset));
    CHECK(Folder("role:\ntitle: T\n", Folder::Records::faulty).graph().may_be_unread(kinds::role));
}

TEST_CASE("of a broken file that names no record at all, nothing is certain to lack") {
    const Folder folder("# file: a.yaml\nprocess: p\ntitle: P\n# file: b.yaml\n\"open\n", Folder::Records::faulty);
    CHECK(folder.graph().may_be_unread(kinds::risk));
    CHECK_FALSE(folder["process/p"].lacks(fields::process::risks));
}

TEST_CASE("an id that is proposed for a wrong one keeps the letters of any script") {
    const auto proposed = [](const std::string& id) {
        const std::string found = findings_of("role: " + id + "\ntitle: R\n");
        const std::size_t begin = found.find("for example `");
        if (begin == std::string::npos) return std::string("none");
        const std::size_t word = begin + std::string_view("for example `").size();
        return found.substr(word, found.find('`', word) - word);
    };
    CHECK(proposed("Take Orders!") == "take-orders");
    CHECK(proposed("Übergabe prüfen") == "übergabe-prüfen");
    CHECK(proposed("'-ölwechsel!'") == "ölwechsel");
    CHECK(proposed("Приём заказов") == "приём-заказов");
    CHECK(proposed("日本 語") == "日本-語");
    CHECK(proposed("'!?'") == "none");
}
