// What papers say of what cannot be relied on: controls without effect, people who have left, what is not in force.
#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "analyzed.h"
#include "judge/pictures.h"

using namespace ims;

namespace {

constexpr std::string_view kYard = R"(# file: ims.yaml
organisation: Works
scope: All of the works
disciplines: {quality: {}, health-and-safety: {lead: chief}, information-security: {}}
# file: records.yaml
role: chief
title: Chief
people: [p-1]
deputies: [person/p-2]
responsibilities:
  - {does: Leads the  yard, disciplines: [quality], processes: [pickle]}
  - {does: "Leads the yard ", disciplines: [information-security], processes: [pickle]}
  - {does: Sweeps, processes: [dream]}
  - {does: Counts, disciplines: [quality], processes: [pickle]}
  - {does: Counts, disciplines: [quality], processes: [sell]}
  - {does: Writes, disciplines: [quality], processes: [pickle]}
  - {does: Writes, disciplines: [information-security], processes: [sell]}
---
role: porter
title: Porter
status: retired
replaced_by: chief
---
person: p-1
title: Ann Lee
---
person: p-2
title: Bo Ray
left: 2020-01-31
---
process: pickle
title: Pickle
type: core
owner: chief
sites: [yard]
plans: [spill]
continuity: {rto: 2 d, mtpd: 1 d}
---
process: sell
title: Sell
owner: chief
outputs: [{item: Rods, to: [interested_party/customers]}]
---
process: dream
title: Dream
status: draft
type: core
sites: [yard]
plans: [spill]
---
site: yard
title: The yard
---
asset: press
title: Press
location: yard
---
control: gloves
title: Long gloves
hierarchy: ppe
implementation: in-place
verifications: [{date: 2020-05-01, what: Holes, result: ineffective}]
---
control: lids
title: Lids
hierarchy: engineering
implementation: in-place
verifications:
  - {date: 2020-05-01, what: Gaps, result: ineffective}
  - {date: 2020-06-01, what: Gaps, result: effective}
---
risk: splash
title: A splash
type: hazard
likelihood: 3
consequence: 4
processes: [pickle]
controls: [gloves, lids]
---
risk: crush
title: A crush
type: hazard
assets: [press]
---
plan: spill
title: Spill
activation: A leak
steps: [{does: Run, by: ghost}]
calls: [{who: porter, how: Bell}]
team: [porter]
---
plan: pinch
title: Pinched hand
activation: A scream
risks: [crush]
---
interested_party: office
title: Data office
---
interested_party: customers
title: Customers
---
obligation: data
title: Data law
source: law
requires: Tell
disciplines: [information-security]
everywhere: yes
notices:
  - {what: Notice, within: 72 h, to: office, for: breach}
  - {what: Word to people, within: 1 w, to: customers, for: breach}
---
obligation: deal
title: The deal
source: contract
requires: Tell too
disciplines: [information-security]
everywhere: yes
notices: [{what: Call, within: 1 h, to: customers, for: breach}]
---
incident: lost
title: Lost list
type: breach
date: 2026-05-01
disciplines: [information-security]
---
incident: odd
title: Something
date: 2026-05-02
disciplines: [quality]
)";

Document document_of(const Analysis& analysis, std::string_view report, std::string_view subject,
                     ReportFor made_for = ReportFor::everyone) {
    ReportInput input{analysis, subject.empty() ? RecordId() : id_of(analysis, subject)};
    input.commit = "0123abc";
    input.made_for = made_for;
    return find_report(report)->build(input);
}

std::string text_of_paper(const Analysis& analysis, std::string_view report, std::string_view subject = {},
                          ReportFor made_for = ReportFor::everyone, std::string_view format = "text") {
    return test::written(document_of(analysis, report, subject, made_for), *find_document_format(format));
}

std::size_t times(std::string_view text, std::string_view words) {
    std::size_t found = 0;
    for (std::size_t at = text.find(words); at != std::string_view::npos; at = text.find(words, at + 1)) ++found;
    return found;
}

const Table& table_of(const Document& document, std::string_view key) {
    for (const Block& block : document.blocks) {
        const Table* const table = std::get_if<Table>(&block);
        if (table != nullptr && table->key == key) return *table;
    }
    FAIL("no table ", std::string(key));
    std::abort();
}

}  // namespace

TEST_CASE("a control that was found ineffective says so wherever it protects") {
    const auto analysis = analyzed(kYard);
    for (const std::string& text : {text_of_paper(*analysis, "hazards"), text_of_paper(*analysis, "site", "site/yard"),
                                    text_of_paper(*analysis, "process", "process/pickle")}) {
        CHECK_MESSAGE(times(text, "Long gloves (found ineffective on 2020-05-01)") > 0, text);
        CHECK_MESSAGE(times(text, "Lids (") == 0, text);
    }
}

TEST_CASE("a site takes the hazards of what stands and is done there, and the plans for them") {
    const auto analysis = analyzed(kYard);
    const Document site = document_of(*analysis, "site", "site/yard");
    const Table& hazards = table_of(site, "hazards");
    REQUIRE(hazards.rows.size() == 2);
    CHECK(hazards.columns[3].key == "rating");
    CHECK(hazards.rows[0][3].words.plain() == "Not rated");
    const std::string text = text_of_paper(*analysis, "site", "site/yard");
    CHECK_MESSAGE(times(text, "A scream") == 1, text);
    CHECK_MESSAGE(times(text, "Dream (draft)") == 1, text);
    const Document all = document_of(*analysis, "hazards", {});
    const Table& by_site = table_of(all, "by-site");
    REQUIRE(by_site.rows.size() == 1);
    const std::string through = by_site.rows[0][2].words.plain();
    CHECK_MESSAGE(times(through, "A splash") + times(through, "A crush") == 2, through);
}

TEST_CASE("where records could not be read, a site says what may be missing") {
    const auto analysis = analyzed(std::string(kYard) + "# file: broken.yaml\nrisk: broken\ntitle: \"open\n");
    const std::string text = text_of_paper(*analysis, "site", "site/yard");
    CHECK_MESSAGE(times(text, "hazards may be missing here") == 1, text);
    const auto whole = analyzed(kYard);
    CHECK(times(text_of_paper(*whole, "site", "site/yard"), "may be missing") == 0);
}

TEST_CASE("whoever has left stands in for nobody") {
    const auto analysis = analyzed(kYard);
    CHECK(times(text_of_paper(*analysis, "role", "role/chief"), "nobody who is named is there") == 1);
    CHECK(times(text_of_paper(*analysis, "roles"), "nobody who is named is there") == 1);
    CHECK(times(text_of_paper(*analysis, "person", "person/p-2"), "Stands in for") == 0);
}

TEST_CASE("a duty in the same words is told once, with all that it is for") {
    const auto analysis = analyzed(kYard);
    for (const std::string& text :
         {text_of_paper(*analysis, "role", "role/chief"), text_of_paper(*analysis, "person", "person/p-1")}) {
        CHECK_MESSAGE(times(text, "Leads the") == 1, text);
        CHECK_MESSAGE(times(text, "quality, information security") == 1, text);
        CHECK_MESSAGE(times(text, "Counts") == 1, text);
        // Not that it writes for both in both.
        CHECK_MESSAGE(times(text, "Writes — quality; also in Sell — information security") == 1, text);
        const std::size_t idle = text.find("not in force, or not known");
        REQUIRE_MESSAGE(idle != std::string::npos, text);
        CHECK(text.find("Sweeps") > idle);
    }
}

TEST_CASE("a plan tells what contradicts itself, and who is retired or not known") {
    const auto analysis = analyzed(kYard);
    const std::string text = text_of_paper(*analysis, "plan", "plan/spill");
    for (const std::string_view there : {"contradicts the very latest of 1 day", "ghost (not known)",
                                         "Porter (retired: Chief takes its place)", "Dream (draft)"})
        CHECK_MESSAGE(times(text, there) > 0, std::string(there), " in:\n", text);
}

TEST_CASE("an authority is not told of notices to others, nor how the organisation is run") {
    const auto analysis = analyzed(kYard);
    const std::string text = text_of_paper(*analysis, "incident", "incident/lost", ReportFor::authority);
    CHECK_MESSAGE(times(text, "Data office") == 1, text);
    for (const std::string_view not_there : {"Word to people", "The deal", "Customers"})
        CHECK_MESSAGE(times(text, not_there) == 0, std::string(not_there));
    for (const std::string_view format : {"csv", "json"}) {
        const std::string data = text_of_paper(*analysis, "incident", "incident/lost", ReportFor::authority, format);
        for (const std::string_view not_there : {"All of the works", "information-security", "0123abc"})
            CHECK_MESSAGE(times(data, not_there) == 0, std::string(not_there), " in ", std::string(format));
    }
    CHECK(times(text_of_paper(*analysis, "incident", "incident/lost", ReportFor::everyone, "json"), "0123abc") == 0);
    CHECK(times(text_of_paper(*analysis, "incidents", {}, ReportFor::everyone, "json"), "0123abc") > 0);
}

TEST_CASE("counts by type leave out nothing in silence") {
    const auto analysis = analyzed(kYard);
    const Document incidents = document_of(*analysis, "incidents", {});
    const Table& by_type = table_of(incidents, "by-type");
    REQUIRE(by_type.rows.size() == 2);
    CHECK(by_type.rows[1][0].words.plain() == "Type not stated, or not readable");
    CHECK(times(text_of_paper(*analysis, "processes"), "1 without a known type") == 1);
}
