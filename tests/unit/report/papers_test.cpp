// Papers that are handed over: what stands in them, and what must not.
#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "analyzed.h"
#include "judge/pictures.h"

using namespace ims;

namespace {

constexpr std::string_view kWorks = R"(# file: ims.yaml
organisation: Works
disciplines: {quality: {}, health-and-safety: {lead: chief}, information-security: {}}
# file: records.yaml
process: pickle
title: Pickle
owner: chief
responsible: operator
sites: [yard]
continuity: {rto: 2 d, mtpd: 1 w, mbco: Spare parts}
---
process: sell
title: Sell
owner: chief
informed: operator
continuity: {rto: 4 h}
---
process: think
title: Think
owner: chief
---
role: staff
title: Staff
responsibilities:
  - does: Locks the screen
    disciplines: [information-security]
---
role: chief
title: Chief
holders: 1
---
role: operator
title: Operator
purpose: Pickles.
reports_to: chief
includes: staff
people: [p-1]
responsibilities:
  - does: Never opens a bath alone
    disciplines: [health-and-safety, quality]
    processes: [pickle, sell]
authority: Stops the line
competences: {competence: acids}
conflicts_with: {role: chief, compensated_by: lids}
---
competence: acids
title: Handling acids
renew_every: 12 months
---
person: p-1
title: Ann Lee
competences: {competence: acids, evidence: Course of spring, valid_until: 2026-01-31}
---
site: yard
title: The yard
address: Quay Road 31
---
control: gloves
title: Long gloves
hierarchy: ppe
implementation: in-place
risks: [splash]
---
control: lids
title: Lids on the baths
hierarchy: engineering
implementation: in-place
risks: [splash]
---
risk: splash
title: A splash of acid
type: hazard
effect: Burns of whoever stands there
likelihood: 3
consequence: 4
measures: A talk at the gate
processes: [pickle]
---
risk: ladder
title: A fall from the ladder
type: hazard
sites: [yard]
---
plan: spill
title: Acid on the floor
risks: [splash]
activation: A leak
ends: The floor is dry
processes: [pickle, sell]
sites: [yard]
team: [operator]
calls:
  - {who: person/p-1, how: Shift telephone}
  - {who: chief}
steps:
  - Everybody out
  - {does: Shut the outlet, by: operator, within: 5 min}
---
plan: burn
title: Somebody is burnt
risks: [splash]
processes: [think]
steps: Cold water
---
obligation: permit
title: Permit
source: permit
reference: Permit 114
requires: Tell the river board
disciplines: [quality]
everywhere: yes
from: board
notify_within: 2 h
---
interested_party: board
title: River board
needs: {need: Clean water, met_by: obligation/permit}
---
incident: leak
title: A leak
type: breach
date: 2026-05-01 10:00
known: 2026-05-01 11:00
disciplines: [quality]
processes: [pickle]
downtime: 6 h
owner: chief
lessons: The probe was forgotten
nonconformities: [probe]
---
nonconformity: probe
title: Probe unplugged
grade: minor
date: 2026-05-02
cause: Nobody looked
correction: Basin pumped back
action: {does: An outlet that shuts by itself, owner: chief, due: 2026-07-01}
)";

std::string paper(const Analysis& analysis, std::string_view report, std::string_view subject,
                  ReportFor made_for = ReportFor::everyone) {
    ReportInput input{analysis, subject.empty() ? RecordId() : id_of(analysis, subject)};
    input.made_for = made_for;
    return test::written(find_report(report)->build(input), *find_document_format("text"));
}

std::size_t count(std::string_view text, std::string_view words) {
    std::size_t found = 0;
    for (std::size_t at = text.find(words); at != std::string_view::npos; at = text.find(words, at + 1)) ++found;
    return found;
}

void check_order(const std::string& text, std::initializer_list<std::string_view> words) {
    std::size_t before = 0;
    for (const std::string_view each : words) {
        const std::size_t at = text.find(each, before);
        CHECK_MESSAGE(at != std::string::npos, std::string(each), " comes later in:\n", text);
        if (at != std::string::npos) before = at;
    }
}

}  // namespace

TEST_CASE("a job description tells each duty once, and nothing of whoever holds the role") {
    const auto analysis = analyzed(kWorks);
    const std::string text = paper(*analysis, "role", "role/operator");
    CHECK(count(text, "Never opens a bath alone") == 1);
    check_order(text, {"Never opens a bath alone", "quality", "also in Sell", "As part of Staff", "Locks the screen"});
    for (const std::string_view there : {"Pickles.", "Chief", "is told after", "Shut the outlet", "within 5 minutes",
                                         "Stops the line", "Lids on the baths", "12 months", "Signature"})
        CHECK_MESSAGE(count(text, there) > 0, std::string(there));
    for (const std::string_view not_there : {"Ann Lee", "expired", "2026-01-31", "Course of spring", "1 person"})
        CHECK_MESSAGE(count(text, not_there) == 0, std::string(not_there));
}

TEST_CASE("a job description for a manager tells the holders, what they are able to do, and what is missing") {
    const auto analysis = analyzed(kWorks);
    const std::string text = paper(*analysis, "role", "role/operator", ReportFor::manager);
    for (const std::string_view there : {"Ann Lee", "expired", "2026-01-31", "Course of spring", "1 person"})
        CHECK_MESSAGE(count(text, there) > 0, std::string(there));
}

TEST_CASE("the page of a person says for whom it is, and tells all roles once") {
    const auto analysis = analyzed(kWorks);
    const std::string text = paper(*analysis, "person", "person/p-1");
    check_order(text, {"For this person", "Operator", "Handling acids", "Course of spring", "2026-01-31",
                       "Never opens a bath alone", "Is called: Shift telephone"});
    CHECK(count(text, "Never opens a bath alone") == 1);
}

TEST_CASE("a plan can be taken along") {
    const auto analysis = analyzed(kWorks);
    const std::string text = paper(*analysis, "plan", "plan/spill");
    check_order(text, {"A leak", "The floor is dry", "a holder of “Operator”", "Shift telephone", "Everybody out",
                       "Shut the outlet", "5 minutes", "4 hours", "2 days", "Spare parts", "no evidence found"});
    CHECK(count(text, "Ann Lee") == 0);
}

TEST_CASE("a plan says once that nobody says how soon its processes come back") {
    const auto analysis = analyzed(kWorks);
    const std::string text = paper(*analysis, "plan", "plan/burn");
    check_order(text, {"Cold water", "What comes back", "Nobody says how soon, so no order is known", "Think"});
    CHECK(count(text, "in this order") == 0);
    CHECK(count(text, "At the very latest") == 0);
}

TEST_CASE("a step in words alone stands with the other steps") {
    const auto analysis = analyzed(kWorks);
    const Document document = find_report("record")->build({*analysis, id_of(*analysis, "plan/spill")});
    for (const Block& block : document.blocks) {
        const Table* const table = std::get_if<Table>(&block);
        if (table == nullptr || table->key != "steps") continue;
        REQUIRE(table->rows.size() == 2);
        CHECK(table->columns.front().key == "does");
        CHECK(table->rows[0][0].words.plain() == "Everybody out");
        CHECK(table->rows[1][0].words.plain() == "Shut the outlet");
        return;
    }
    FAIL("no table of steps");
}

TEST_CASE("an authority gets the facts of a notice alone") {
    const auto analysis = analyzed(kWorks);
    const std::string inside = paper(*analysis, "incident", "incident/leak");
    check_order(inside, {"2026-05-01 10:00", "Permit 114", "River board", "2 hours", "2026-05-01 13:00", "overdue",
                         "The probe was forgotten", "Nobody looked"});
    const std::string text = paper(*analysis, "incident", "incident/leak", ReportFor::authority);
    for (const std::string_view there : {"2026-05-01 10:00", "2026-05-01 11:00", "Pickle", "6 hours", "not recorded",
                                         "Chief", "Basin pumped back", "An outlet that shuts by itself", "River board"})
        CHECK_MESSAGE(count(text, there) > 0, std::string(there));
    for (const std::string_view not_there : {"The probe was forgotten", "Nobody looked", "overdue", "Probe unplugged"})
        CHECK_MESSAGE(count(text, not_there) == 0, std::string(not_there));
}

TEST_CASE("hazards are told with what is done, the strongest first, and where nothing is recorded") {
    const auto analysis = analyzed(kWorks);
    const std::string text = paper(*analysis, "hazards", "");
    check_order(text,
                {"A fall from the ladder", "Not rated", "A splash of acid", "Burns of whoever", "Lids on the baths",
                 "Long gloves", "If it happens: Acid on the floor", "not verified", "A talk at the gate", "By process",
                 "Pickle", "A splash of acid", "Think", "cannot be judged: nothing is recorded", "By site"});
}

TEST_CASE("the page of a site tells what to do there") {
    const auto analysis = analyzed(kWorks);
    const std::string text = paper(*analysis, "site", "site/yard");
    check_order(text, {"Quay Road 31", "Acid on the floor", "A leak", "Everybody out", "Shift telephone",
                       "Somebody is burnt", "Cold water", "nobody is named", "A fall from the ladder"});
    CHECK(count(text, "Ann Lee") == 0);
}

TEST_CASE("who does what is told by process, in lists") {
    const auto analysis = analyzed(kWorks);
    const Document document = find_report("roles")->build({*analysis, {}});
    for (const Block& block : document.blocks) {
        const Table* const table = std::get_if<Table>(&block);
        if (table == nullptr || table->key != "raci") continue;
        CHECK(table->columns.size() == 5);
        REQUIRE(table->rows.size() == 3);
        CHECK(table->rows[0][1].words.plain() == "Chief");
        CHECK(table->rows[0][2].words.plain() == "Operator");
    }
}
