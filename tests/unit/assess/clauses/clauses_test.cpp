#include "assess/clauses/clauses.h"

#include <doctest/doctest.h>

#include <fmt/format.h>

#include "assess/clauses/applicability.h"
#include "assess/clauses/reuse.h"
#include "assess/clauses/transition.h"
#include "assess/folder.h"

using namespace ims;
using ims::test::Folder;

namespace {

// A small standard of every sort of clause, followed by one discipline of two.
constexpr std::string_view kHouse = R"(# file: ims.yaml
organisation: Example
disciplines:
  quality: {standards: [house-2026]}
  environment: {}
# file: house.yaml
standard: house-2026
title: House rules
discipline: quality
clauses:
  - {number: "4", title: Heading, group: yes}
  - {number: "4.1", title: Issues, evidence: [issue], harmonised: hs:4.1, theme: context}
  - {number: "4.2", title: Policy, evidence: [document], document_type: policy, harmonised: hs:5.2, theme: policy}
  - {number: "8.1", title: Operation, evidence: [process, control], harmonised: hs:8.1, theme: operations}
  - {number: "8.4", title: Suppliers, group: yes}
  - {number: "8.4.1", title: Choice, evidence: [supplier], harmonised: hs:8.1, theme: supplier, extension: yes}
  - {number: "8.4.2", title: Orders, evidence: [control], harmonised: hs:8.1, theme: supplier, extension: yes}
  - {number: "A.1.1", title: Doors, annex: yes, evidence: [control]}
  - {number: "A.1.2", title: Windows, annex: yes, evidence: [control]}
  - {number: "A.2", title: Visitors, annex: yes}
)";

const StandardFacts& house(const Folder& folder) {
    const StandardFacts* found = folder.facts().clauses().find(folder.id("standard/house-2026"));
    REQUIRE(found != nullptr);
    return *found;
}

std::string_view word(ClauseState state) {
    switch (state) {
        case ClauseState::heading: return "heading";
        case ClauseState::annex: return "annex";
        case ClauseState::excluded: return "excluded";
        case ClauseState::named: return "named";
        case ClauseState::by_kind: return "by kind";
        case ClauseState::unjudged: return "unjudged";
        case ClauseState::none: return "none";
    }
    return "";
}

// "4.1 by kind (2), 8.1 named [process/sell]": of the clauses that count.
std::string states(const Folder& folder, const StandardFacts& standard) {
    std::string out;
    for (const Clause& clause : standard.clauses) {
        if (!clause.counts()) continue;
        out += fmt::format("{}{} {}", out.empty() ? "" : ", ", clause.number, word(clause.state));
        if (clause.state == ClauseState::by_kind) out += fmt::format(" ({})", clause.by_kind);
        if (!clause.named.empty()) out += fmt::format(" [{}]", folder.names(clause.named));
    }
    return out;
}

std::string states_with(std::string_view records) {
    const Folder folder(std::string(kHouse) + std::string(records));
    return states(folder, house(folder));
}

// The numbers that a number stands for.
std::string meant(const StandardFacts& standard, std::string_view number) {
    std::string out;
    for (const std::size_t index : standard.meant(number))
        out += fmt::format("{}{}", out.empty() ? "" : " ", standard.clauses[index].number);
    return out;
}

}  // namespace

TEST_CASE("a clause without any record of its kinds has no evidence") {
    CHECK(states_with("") == "4.1 none, 4.2 none, 8.1 none, 8.4.1 none, 8.4.2 none");
}

TEST_CASE("a record of a listed kind is evidence by its kind") {
    CHECK(states_with("# file: a.yaml\nissue: a\ntitle: A\norigin: internal\ndisciplines: [quality]\n") ==
          "4.1 by kind (1), 4.2 none, 8.1 none, 8.4.1 none, 8.4.2 none");
    // Several kinds count together; what carries no disciplines serves every one.
    CHECK(states_with("# file: a.yaml\nprocess: a\ntitle: A\n---\nprocess: b\ntitle: B\n---\ncontrol: c\ntitle: "
                      "C\ndisciplines: [quality]\n") ==
          "4.1 none, 4.2 none, 8.1 by kind (3), 8.4.1 none, 8.4.2 by kind (1)");
}

TEST_CASE("what serves another discipline, is a draft or is retired is no evidence by its kind") {
    CHECK(states_with("# file: a.yaml\nissue: a\ntitle: A\norigin: internal\ndisciplines: [environment]\n---\nissue: "
                      "c\ntitle: C\norigin: internal\ndisciplines: "
                      "[quality]\nstatus: draft\n---\nsupplier: d\ntitle: D\nprovides: E\nstatus: retired\n") ==
          "4.1 none, 4.2 none, 8.1 none, 8.4.1 none, 8.4.2 none");
    // A control serves the disciplines of its risks where it names none.
    CHECK(states_with("# file: a.yaml\ncontrol: a\ntitle: A\nrisks: [b]\n---\nrisk: b\ntitle: B\ndisciplines: "
                      "[quality]\n") == "4.1 none, 4.2 none, 8.1 by kind (1), 8.4.1 none, 8.4.2 by kind (1)");
}

TEST_CASE("an exercise is evidence once it was held") {
    const auto with = [](const std::string& exercise) {
        const Folder folder(
            "# file: ims.yaml\norganisation: Example\ndisciplines:\n  quality: {standards: [drill-2026]}\n"
            "# file: drill.yaml\nstandard: drill-2026\ntitle: Drills\ndiscipline: quality\nclauses:\n"
            "  - {number: \"8.5\", title: Exercises, evidence: [exercise]}\n"
            "# file: a.yaml\nplan: p\ntitle: P\nactivation: A\n---\nexercise: e\ntitle: E\ntests: [p]\n" +
            exercise);
        const StandardFacts& drills = *folder.facts().clauses().find(folder.id("standard/drill-2026"));
        return fmt::format(
            "{}; {}, {}", states(folder, drills),
            evidence_by_kind(folder.graph(), folder.facts().disciplines(), drills, drills.clauses[0]).size(),
            undisciplined_evidence(folder.graph(), folder.facts().disciplines(), drills.clauses[0]).size());
    };
    const std::string held = "date: 2026-05-01\nresult: passed\n";
    const std::string planned = "planned: 2026-07-01\n";
    const std::string named = "clauses: [drill-2026:8.5]\n";
    const std::string quality = "disciplines: [quality]\n";
    CHECK(with(quality + held) == "8.5 by kind (1); 1, 0");
    CHECK(with(quality + planned) == "8.5 none; 0, 0");
    CHECK(with(held) == "8.5 unjudged; 0, 1");
    CHECK(with(planned) == "8.5 none; 0, 0");
    CHECK(with(held + named) == "8.5 named [exercise/e]; 0, 1");
    CHECK(with(planned + named) == "8.5 none; 0, 0");
}

TEST_CASE("where what could be evidence names no discipline, nobody can tell whether it is") {
    CHECK(states_with("# file: a.yaml\nissue: a\ntitle: A\norigin: internal\n---\ncontrol: b\ntitle: B\n") ==
          "4.1 unjudged, 4.2 none, 8.1 unjudged, 8.4.1 none, 8.4.2 unjudged");
    // One that names another discipline is none, and one that names this is enough.
    CHECK(states_with("# file: a.yaml\nissue: a\ntitle: A\norigin: internal\n---\nissue: b\ntitle: B\norigin: "
                      "internal\ndisciplines: [quality]\n") ==
          "4.1 by kind (1), 4.2 none, 8.1 none, 8.4.1 none, 8.4.2 none");
}

TEST_CASE("a document is evidence by its kind only if it is of the type that is asked for") {
    CHECK(states_with("# file: a.yaml\ndocument: a\ntitle: A\ntype: procedure\ndisciplines: [quality]\n") ==
          "4.1 none, 4.2 none, 8.1 none, 8.4.1 none, 8.4.2 none");
    CHECK(states_with("# file: a.yaml\ndocument: a\ntitle: A\ntype: policy\ndisciplines: [quality, environment]\n") ==
          "4.1 none, 4.2 by kind (1), 8.1 none, 8.4.1 none, 8.4.2 none");
}

TEST_CASE("a record that names a clause is evidence, of whatever kind and discipline it is") {
    CHECK(states_with("# file: a.yaml\nrole: a\ntitle: A\nclauses: [house-2026:4.1, house-2026:8.4.1]\n---\nrisk: "
                      "b\ntitle: B\ndisciplines: [environment]\nclauses: house-2026:4.1\n") ==
          "4.1 named [role/a, risk/b], 4.2 none, 8.1 none, 8.4.1 named [role/a], 8.4.2 none");
    CHECK(states_with("# file: a.yaml\nrole: a\ntitle: A\nstatus: draft\nclauses: [house-2026:4.1]\n") ==
          "4.1 none, 4.2 none, 8.1 none, 8.4.1 none, 8.4.2 none");
    // What was not met is no evidence.
    CHECK(states_with("# file: a.yaml\nnonconformity: a\ntitle: A\ngrade: minor\ndate: 2026-01-01\nclause: "
                      "house-2026:4.1\n") == "4.1 none, 4.2 none, 8.1 none, 8.4.1 none, 8.4.2 none");
}

TEST_CASE("a heading that is named stands for what a record of that kind usually shows below it") {
    CHECK(states_with("# file: a.yaml\nsupplier: a\ntitle: A\nprovides: B\nclauses: [house-2026:8.4]\n") ==
          "4.1 none, 4.2 none, 8.1 none, 8.4.1 named [supplier/a], 8.4.2 none");
    CHECK(states_with("# file: a.yaml\ncontrol: a\ntitle: A\ndisciplines: [environment]\nclauses: [house-2026:8, "
                      "house-2026:8.4.2]\n") ==
          "4.1 none, 4.2 none, 8.1 named [control/a], 8.4.1 none, 8.4.2 named [control/a]");
}

TEST_CASE("a clause that a statement of applicability leaves out for a reason is excluded") {
    constexpr std::string_view kStatement =
        "# file: a.yaml\napplicability: a\ntitle: A\nagainst: house-2026\ndecisions:\n";
    CHECK(states_with(std::string(kStatement) + "  8.4: {applies: no, reason: we buy nothing}\n") ==
          "4.1 none, 4.2 none, 8.1 none, 8.4.1 excluded, 8.4.2 excluded");
    // The decision on the clause itself counts.
    CHECK(states_with(std::string(kStatement) +
                      "  8.4: {applies: no, reason: we buy nothing}\n  8.4.2: {applies: yes, reason: but orders}\n") ==
          "4.1 none, 4.2 none, 8.1 none, 8.4.1 excluded, 8.4.2 none");
    CHECK(states_with(std::string(kStatement) + "  8.4.1: {applies: no, reason: ' '}\n") ==
          "4.1 none, 4.2 none, 8.1 none, 8.4.1 none, 8.4.2 none");
    CHECK(states_with("# file: a.yaml\napplicability: a\ntitle: A\nagainst: house-2026\nstatus: draft\ndecisions: "
                      "{8.4.1: {applies: no, reason: we buy nothing}}\n") ==
          "4.1 none, 4.2 none, 8.1 none, 8.4.1 none, 8.4.2 none");
}

TEST_CASE("headings and controls of an annex are told apart from clauses") {
    const Folder folder(std::string(kHouse) + "# file: a.yaml\ncontrol: a\ntitle: A\nclauses: [house-2026:A.1.1]\n");
    const StandardFacts& standard = house(folder);
    CHECK(standard.has_annex);
    CHECK(standard.clauses[0].state == ClauseState::heading);
    CHECK(standard.clauses[7].state == ClauseState::annex);
    CHECK(folder.names(standard.clauses[7].named) == "control/a");
    CHECK(fmt::format("{}", fmt::join(standard.parts, " ")) == "4 8 A");
}

TEST_CASE("a number stands for the clauses that are meant by it") {
    const Folder folder(kHouse);
    const StandardFacts& standard = house(folder);
    CHECK(meant(standard, "8.1") == "8.1");
    CHECK(meant(standard, "4") == "4.1 4.2");
    CHECK(meant(standard, "8") == "8.1 8.4.1 8.4.2");
    CHECK(meant(standard, "8.4") == "8.4.1 8.4.2");
    CHECK(meant(standard, "A.1") == "A.1.1 A.1.2");
    CHECK(meant(standard, "A") == "A.1.1 A.1.2 A.2");
    CHECK(meant(standard, "8.1 a)") == "8.1");
    CHECK(meant(standard, "8.1.a") == "8.1");
    CHECK(meant(standard, "8.1b") == "8.1");
    CHECK(meant(standard, "8.4 a)") == "");
    CHECK(meant(standard, "8.1.1") == "");
    CHECK(meant(standard, "8.4.3") == "");
    CHECK(meant(standard, "9") == "");
    CHECK(meant(standard, "") == "");
    CHECK(meant(standard, "a") == "");
    CHECK(meant(standard, "8.") == "");
}

TEST_CASE("where a catalogue is coarse, a paragraph stands for its clause") {
    const Folder folder(
        "standard: coarse-1\ntitle: Coarse\ncoarse: yes\nclauses:\n  - {number: '7.1', title: A}\n  - {number: "
        "'7.1.6', "
        "title: B}\n  - {number: '7.2', title: C}\n  - {number: '7.3', title: D, group: yes}\n  - {number: '7.3.1', "
        "title: "
        "E}\n");
    const StandardFacts& standard = *folder.facts().clauses().find(folder.id("standard/coarse-1"));
    CHECK(meant(standard, "7.2.4.1") == "7.2");
    CHECK(meant(standard, "7.2.4.1 b)") == "7.2");
    CHECK(meant(standard, "7.1.6.2") == "7.1.6");
    CHECK(meant(standard, "7.1") == "7.1");
    CHECK(meant(standard, "7.1.5") == "");  // its siblings are listed, so it would be too
    CHECK(meant(standard, "7.3.2") == "");
    CHECK(meant(standard, "8.1") == "");
}

TEST_CASE("numbers are condensed to headings where all below them are told") {
    const Folder folder(kHouse);
    const StandardFacts& standard = house(folder);
    const auto condensed = [&](std::vector<std::size_t> clauses) {
        return fmt::format("{}", fmt::join(standard.condensed(clauses), " "));
    };
    CHECK(condensed({1, 2, 3, 5, 6}) == "4.1 4.2 8.1 8.4");
    CHECK(condensed({5}) == "8.4.1");
    CHECK(condensed({7, 8, 9}) == "A.1 A.2");
    CHECK(condensed({}) == "");
}

TEST_CASE("evidence is looked for in the disciplines that follow a standard, or else in its own") {
    const Folder followed(
        "# file: ims.yaml\norganisation: A\ndisciplines:\n  quality: {}\n  hygiene: {standards: "
        "[s]}\n# file: a.yaml\nstandard: s\ntitle: S\ndiscipline: quality\n");
    CHECK(followed.facts().clauses().standards()[0].in_force());
    CHECK(followed.names(followed.facts().clauses().standards()[0].disciplines) == "hygiene");
    const Folder other(
        "# file: ims.yaml\norganisation: A\ndisciplines:\n  quality: {}\n  hygiene: {}\n# file: "
        "a.yaml\nstandard: s\ntitle: S\ndiscipline: quality\n");
    CHECK_FALSE(other.facts().clauses().standards()[0].in_force());
    CHECK(other.names(other.facts().clauses().standards()[0].disciplines) == "quality");
}

TEST_CASE("the records that count by their kind can be listed") {
    const Folder folder(std::string(kHouse) +
                        "# file: a.yaml\nprocess: a\ntitle: A\n---\ncontrol: c\ntitle: C\ndisciplines: "
                        "[quality]\n---\ncontrol: d\ntitle: D\ndisciplines: [environment]\n---\ndocument: p\ntitle: "
                        "P\ntype: policy\ndisciplines: [quality]\n---\ndocument: q\ntitle: Q\ntype: form\ndisciplines: "
                        "[quality]\n");
    const StandardFacts& standard = house(folder);
    CHECK(folder.names(evidence_by_kind(folder.graph(), folder.facts().disciplines(), standard, standard.clauses[3])) ==
          "process/a, control/c");
    CHECK(folder.names(evidence_by_kind(folder.graph(), folder.facts().disciplines(), standard, standard.clauses[2])) ==
          "document/p");
}

TEST_CASE("what puts a control into practice") {
    const Folder folder(
        std::string(kHouse) +
        "# file: a.yaml\napplicability: s\ntitle: S\nagainst: house-2026\ndecisions:\n  A.1: {applies: yes, reason: "
        "R}\n  "
        "A.1.2: {applies: yes, reason: R, controls: [locks], documents: [plan]}\n  A.2: {applies: yes, reason: R, "
        "controls: [old]}\n---\ncontrol: locks\ntitle: L\n---\ncontrol: old\ntitle: O\nstatus: retired\n---\ndocument: "
        "plan\ntitle: P\ntype: plan\nstatus: draft\n---\ncontrol: bars\ntitle: B\nclauses: house-2026:A.1.2\n");
    const StandardFacts& standard = house(folder);
    const auto practice = [&](std::size_t index) {
        const Clause& clause = standard.clauses[index];
        return folder.names(put_into_practice(folder.graph(), clause.decision, clause));
    };
    CHECK(practice(7) == "");
    CHECK(practice(8) == "control/locks, control/bars");
    CHECK(practice(9) == "");
    std::string open;
    const auto longest = longest_numbers(folder.graph(), standard, folder.id("applicability/s"));
    for (const ClauseNaming& naming : standard.namings_of(folder.id("applicability/s"))) {
        for (const std::size_t index : not_in_practice(folder.graph(), standard, naming, longest))
            open += fmt::format("{} by {} ", standard.clauses[index].number, naming.number);
    }
    CHECK(open == "A.1.1 by A.1 A.2 by A.2 ");
    CHECK(undecided(folder.graph(), standard, folder.id("applicability/s")).empty());
}

TEST_CASE("what is shown for several standards is joined by meaning, never by number") {
    const Folder folder(R"(# file: ims.yaml
organisation: Example
disciplines:
  quality: {standards: [q]}
  environment: {standards: [e]}
# file: q.yaml
standard: q
title: Q
clauses:
  - {number: "9.1", title: Review, evidence: [management_review], harmonised: hs:9.3.1, theme: review}
  - {number: "9.2", title: Inputs, evidence: [management_review], harmonised: hs:9.3.2, theme: review}
  - {number: "6.1", title: Law, evidence: [obligation], harmonised: hs:4.2, theme: legal, extension: yes}
  - {number: "6.2", title: Own, evidence: [asset], harmonised: hs:7.1, theme: production, extension: yes}
# file: e.yaml
standard: e
title: E
clauses:
  - {number: "5", title: Review, evidence: [management_review], harmonised: hs:9.3, theme: review}
  - {number: "6.1", title: Risk, evidence: [risk], harmonised: hs:6.1, theme: risk}
  - {number: "6.3", title: Law, evidence: [obligation], harmonised: hs:6.1, theme: legal, extension: yes}
# file: records.yaml
management_review: m
title: M
date: 2026-01-01
clauses: [q:9.1, q:9.2, e:5]
---
obligation: o
title: O
source: law
requires: P
disciplines: [quality]
clauses: [q:6.1]
)");
    std::string out;
    for (const SharedTopic& topic : shared_topics(folder.facts().clauses())) {
        out += fmt::format("{}/{}:", topic.harmonised, topic.theme);
        for (const ClauseOf& each : topic.clauses) out += fmt::format(" {}:{}", each.standard->id, each.clause->number);
        out += fmt::format("; shared {}; served {} of {}; e could use {}\n", folder.names(topic.shared),
                           topic.served.size(), topic.concerned.size(),
                           folder.names(topic.elsewhere(*folder.facts().clauses().find(folder.id("standard/e")))));
    }
    CHECK(out ==
          "hs:9.3/review: e:5 q:9.1 q:9.2; shared management_review/m; served 2 of 2; e could use \n"
          "/legal: e:6.3 q:6.1; shared ; served 0 of 2; e could use obligation/o\n");
}

TEST_CASE("two editions of a standard are not two standards") {
    const Folder folder(R"(# file: ims.yaml
organisation: Example
disciplines:
  quality: {standards: [q-1, q-2]}
# file: q.yaml
standard: q-1
title: Q1
replaced_by: q-2
clauses:
  - {number: "10.3", title: Better, evidence: [objective], harmonised: hs:10.1, theme: improvement}
---
standard: q-2
title: Q2
clauses:
  - {number: "10.1", title: Better, evidence: [objective], harmonised: hs:10.1, theme: improvement}
# file: records.yaml
objective: o
title: O
measure: M
disciplines: [quality]
clauses: [q-1:10.3, q-2:10.1]
)");
    CHECK(shared_topics(folder.facts().clauses()).empty());
    const auto standards = folder.facts().clauses().standards();
    CHECK(&folder.facts().clauses().newest(standards[0]) == &standards[1]);
    CHECK(&folder.facts().clauses().newest(standards[1]) == &standards[1]);
}

TEST_CASE("a new edition is compared with the old one by what clauses mean") {
    const Folder folder(R"(# file: ims.yaml
organisation: Example
disciplines:
  quality: {standards: [q-1]}
# file: q.yaml
standard: q-1
title: Q1
replaced_by: q-2
clauses:
  - {number: "7.1", title: People, evidence: [role], harmonised: hs:7.1, theme: resources}
  - {number: "7.2", title: Tools, evidence: [asset], harmonised: hs:7.1, theme: resources}
  - {number: "9.3", title: Review, evidence: [management_review], harmonised: hs:9.3, theme: review}
  - {number: "10.1", title: General, evidence: [objective], harmonised: hs:10.1, theme: improvement}
  - {number: "10.3", title: Improvement, evidence: [objective], harmonised: hs:10.1, theme: improvement}
  - {number: "8.9", title: Stamps, evidence: [asset], harmonised: hs:8.1, theme: stamps}
---
standard: q-2
title: Q2
clauses:
  - {number: "7.1", title: Tools, evidence: [asset], harmonised: hs:7.1, theme: resources}
  - {number: "7.2", title: PEOPLE, evidence: [role], harmonised: hs:7.1, theme: resources}
  - {number: "6.3", title: Changes, evidence: [change], harmonised: hs:6.3, theme: change}
  - {number: "9.3.1", title: Inputs, evidence: [management_review], harmonised: hs:9.3.1, theme: review}
  - {number: "10.1", title: Improvement, evidence: [objective], harmonised: hs:10.1, theme: improvement, edition_change: merged}
# file: records.yaml
role: r
title: R
clauses: [q-1:7.1, q-1:7.2, q-2:7.2]
---
management_review: m
title: M
date: 2026-01-01
clauses: [q-1:9.3]
)");
    const auto standards = folder.facts().clauses().standards();
    const Transition transition = compare_editions(standards[0], standards[1]);
    std::string out;
    for (const ClauseMove& move : transition.moves) {
        out += fmt::format("{}{} from", move.clause->number, move.changed() ? "*" : "");
        for (const Clause* each : move.before) out += fmt::format(" {}", each->number);
        out += fmt::format("; {}\n", folder.names(move.carried));
    }
    for (const Clause* each : transition.dropped) out += fmt::format("dropped {}\n", each->number);
    CHECK(out ==
          "7.1 from 7.2; role/r\n"
          "7.2 from 7.1; \n"
          "6.3* from; \n"
          "9.3.1 from 9.3; management_review/m\n"
          "10.1* from 10.1 10.3; \n"
          "dropped 8.9\n");
}

TEST_CASE("the newest edition of a long row of them is the last, and of a ring one of its own") {
    std::string text = "# file: ims.yaml\norganisation: O\ndisciplines: {quality: {}}\n# file: a.yaml\n";
    const auto add = [&](const std::string& id, const std::string& next) {
        text += "---\nstandard: " + id + "\ntitle: T\ndiscipline: quality\n" +
                (next.empty() ? "" : "replaced_by: " + next + "\n") + "clauses: [{number: \"4.1\", title: C}]\n";
    };
    constexpr int kEditions = 300;
    for (int edition = 0; edition < kEditions; ++edition)
        add("row-" + std::to_string(edition), edition + 1 < kEditions ? "row-" + std::to_string(edition + 1) : "");
    add("ring-a", "ring-b");
    add("ring-b", "ring-a");
    const Folder folder(text, Folder::Records::faulty);
    const ClauseFacts& clauses = folder.facts().clauses();
    for (const int edition : {0, 1, kEditions - 2, kEditions - 1})
        CHECK(clauses.newest(*clauses.find(folder.id("standard/row-" + std::to_string(edition)))).id == "row-299");
    const std::string_view ring = clauses.newest(*clauses.find(folder.id("standard/ring-a"))).id;
    CHECK(ring.starts_with("ring-"));
    CHECK(clauses.newest(*clauses.find(folder.id("standard/ring-b"))).id != ring);
}
