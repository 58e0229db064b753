#include "assess/people/people.h"

#include "analyzed.h"
#include "schema/fields.h"

using namespace ims;

namespace {

std::string names(const Analysis& analysis, std::span<const RecordId> records) {
    std::string text;
    for (const RecordId each : records) text += (text.empty() ? "" : " ") + std::string(analysis.graph[each].id());
    return text;
}

// Who holds role `r`: "p-1 p-2", "+3" for those without a name, "?" where more is not known, "vacant".
std::string holders(std::string_view text, std::string_view today = "2026-06-01") {
    const auto analysis = analyzed(text, today);
    const Holders& found = analysis->facts.people().holders(id_of(*analysis, "role/r"));
    if (found.vacant()) return "vacant";
    std::string out = names(*analysis, found.people);
    if (found.unnamed > 0) out += (out.empty() ? "+" : " +") + std::to_string(found.unnamed);
    if (!found.known) out += out.empty() ? "?" : " ?";
    return out;
}

const std::string kRole = "role: r\ntitle: R\n";
std::string person(std::string_view id, std::string_view more = "") {
    return "---\nperson: " + std::string(id) + "\ntitle: P\n" + std::string(more);
}

std::string fit(std::string_view asked, std::string_view held, std::string_view competence = "levels: [a, b, c]\n") {
    const auto analysis = analyzed("competence: k\ntitle: K\n" + std::string(competence) +
                                   "---\nrole: r\ntitle: R\ncompetences: [{competence: k" + std::string(asked) +
                                   "}]\n" + person("p", "roles: [r]\ncompetences: [" + std::string(held) + "]\n"));
    const People& people = analysis->facts.people();
    const Match match =
        people.match(id_of(*analysis, "person/p"), *people.required(id_of(*analysis, "role/r")).begin());
    switch (match.fit) {
        case Fit::met: return "met";
        case Fit::missing: return "missing";
        case Fit::expired: return "expired " + to_string(*match.entry[fields::person::competences.valid_until].date());
        case Fit::too_low: return "too low";
        case Fit::level_unknown: return "level unknown";
        case Fit::not_comparable: return "not comparable";
        case Fit::undecided: return "undecided";
    }
    return "";
}

}  // namespace

TEST_CASE("who holds a role: people by the link from either side, and the number beside them") {
    CHECK(holders(kRole) == "?");
    CHECK(holders(kRole + "holders: 0\n") == "vacant");
    CHECK(holders(kRole + "holders: 2\n") == "+2");
    CHECK(holders(kRole + "people: [p-1]\n" + person("p-1") + person("p-2", "roles: [r]\n")) == "p-1 p-2");
    CHECK(holders(kRole + "people: [p-1]\n" + person("p-1", "roles: [r]\n")) == "p-1");
    CHECK(holders(kRole + "holders: 3\npeople: [p-1]\n" + person("p-1")) == "p-1 +2");
    CHECK(holders(kRole + "holders: 1\npeople: [p-1, p-2]\n" + person("p-1") + person("p-2")) == "p-1 p-2");
}

TEST_CASE("who has left, is retired or has not begun holds nothing") {
    CHECK(holders(kRole + "people: [p-1]\n" + person("p-1", "left: 2026-05-31\n")) == "vacant");
    CHECK(holders(kRole + "people: [p-1]\n" + person("p-1", "left: 2026-06-01\n")) == "p-1");
    CHECK(holders(kRole + "people: [p-1]\n" + person("p-1", "status: retired\n")) == "vacant");
    CHECK(holders(kRole + person("p-1", "status: draft\nroles: [r]\n")) == "vacant");
    // The number said one; she was the one.
    CHECK(holders(kRole + "holders: 1\npeople: [p-1]\n" + person("p-1", "left: 2026-05-31\n")) == "vacant");
    CHECK(holders(kRole + "holders: 2\npeople: [p-1]\n" + person("p-1", "left: 2026-05-31\n")) == "+1");
}

TEST_CASE("what cannot be read may hold a role") {
    const std::string broken = "# file: broken.yaml\nperson: p-9\ntitle: [P\n";
    CHECK(holders(kRole + broken) == "?");
    CHECK(holders(kRole + "people: [p-1]\n" + person("p-1", "left: 2026-05-31\n") + broken) == "?");
    CHECK(holders(kRole + "people: [p-9]\n" + broken) == "?");
    CHECK(holders(kRole + "people: [p-1]\n" + person("p-1") + broken) == "p-1 ?");
    CHECK(holders(kRole + "people: [p-3]\n") == "?");
}

TEST_CASE("levels are ordered as the competence lists them") {
    CHECK(fit("", "{competence: k}") == "met");
    CHECK(fit(", level: b", "{competence: k, level: b}") == "met");
    CHECK(fit(", level: b", "{competence: k, level: c}") == "met");
    CHECK(fit(", level: b", "{competence: k, level: a}") == "too low");
    CHECK(fit(", level: b", "{competence: k}") == "level unknown");
    CHECK(fit(", level: b", "{competence: k, level: z}") == "undecided");
    CHECK(fit(", level: z", "{competence: k, level: a}") == "undecided");
    CHECK(fit(", level: b", "{competence: k, level: b}", "") == "met");
    CHECK(fit(", level: b", "{competence: k, level: c}", "") == "not comparable");
    CHECK(fit("", "") == "missing");
}

TEST_CASE("of several entries the best valid one counts") {
    CHECK(fit("", "{competence: k, valid_until: 2026-06-01}") == "met");
    CHECK(fit("", "{competence: k, valid_until: 2026-05-31}") == "expired 2026-05-31");
    CHECK(fit("", "{competence: k, valid_until: 2024-05-31}, {competence: k, valid_until: 2025-05-31}") ==
          "expired 2025-05-31");
    CHECK(fit("", "{competence: k, valid_until: 2025-05-31}, {competence: k, valid_until: 2027-05-31}") == "met");
    CHECK(fit(", level: b", "{competence: k, level: b, valid_until: 2025-05-31}, {competence: k, level: a}") ==
          "expired 2025-05-31");
    CHECK(fit(", level: b", "{competence: k, level: a, valid_until: 2025-05-31}") == "too low");
}

TEST_CASE("a role asks for what it takes over too, at the highest level") {
    const auto analysis = analyzed(R"(competence: k
title: K
levels: [a, b, c]
---
competence: induction
title: Induction
---
role: staff
title: Staff
competences: [{competence: induction}, {competence: k, level: b}]
---
role: r
title: R
includes: [staff]
competences: [{competence: k, level: a}]
)");
    const auto asked = analysis->facts.people().required(id_of(*analysis, "role/r")).all();
    REQUIRE(asked.size() == 2);
    CHECK(analysis->graph[asked[0].competence].id() == "k");
    CHECK(asked[0].level == "b");
    CHECK(asked[0].stated_by == id_of(*analysis, "role/staff"));
    CHECK(analysis->graph[asked[1].competence].id() == "induction");
}

TEST_CASE("how many are able to do something, and how many should be") {
    const auto analysis = analyzed(R"(competence: k
title: K
---
role: r
title: R
people: [able, lapsed, without, left]
competences: [{competence: k}]
---
person: able
title: A
competences: [{competence: k}]
---
person: lapsed
title: L
competences: [{competence: k, valid_until: 2026-01-01}]
---
person: without
title: W
---
person: left
title: L
left: 2026-01-01
competences: [{competence: k}]
---
person: elsewhere
title: E
competences: [{competence: k}]
)");
    const Ability& ability = analysis->facts.people().ability(id_of(*analysis, "competence/k"));
    CHECK(names(*analysis, ability.people) == "able elsewhere");
    CHECK(names(*analysis, ability.expired) == "lapsed");
    CHECK(ability.lacking == 2);
    CHECK(ability.all_named);
}

TEST_CASE("duties are done by those who hold the role, and by those who took it over") {
    const auto analysis = analyzed(R"(role: clerk
title: Clerk
people: [p-2]
---
role: head-clerk
title: Head clerk
includes: [clerk]
people: [p-1]
---
person: p-1
title: P
---
person: p-2
title: P
)");
    const People& people = analysis->facts.people();
    CHECK(names(*analysis, people.doers(id_of(*analysis, "role/clerk"))) == "p-1 p-2");
    CHECK(names(*analysis, people.doers(id_of(*analysis, "role/head-clerk"))) == "p-1");
}

TEST_CASE("behind a role of which nothing is said stand those who take it over, in circles too") {
    const auto behind = [](std::string_view role, std::string_view more = "") {
        const auto analysis = analyzed("role: a\ntitle: A\nincludes: [b]\n---\nrole: b\ntitle: B\nincludes: [a]\n" +
                                       person("p") + person("q") + "---\n" + std::string(more));
        const RecordId one = analysis->facts.people().the_one(id_of(*analysis, role));
        return one.known() ? std::string(analysis->graph[one].id()) : std::string();
    };
    const std::string held = "role: top\ntitle: Top\nincludes: [a]\npeople: [p]\n";
    CHECK(behind("role/a", "role: other\ntitle: Other\n").empty());  // nobody holds any of them
    CHECK(behind("role/a", held) == "p");
    CHECK(behind("role/b", held) == "p");
    const std::string also = "---\nrole: beside\ntitle: Beside\nincludes: [b]\n";
    CHECK(behind("role/a", held + also + "people: [p]\n") == "p");
    CHECK(behind("role/a", held + also + "people: [q]\n").empty());
    CHECK(behind("role/a", held + also + "holders: 0\n") == "p");  // it is vacant
    CHECK(behind("role/a", held + also + "holders: 1\n").empty());
    CHECK(behind("role/a", held + also).empty());  // nothing is said of who holds it
    CHECK(behind("role/a", held + also + "status: draft\n") == "p");
    CHECK(behind("role/b", held + "---\nrole: last\ntitle: Last\n").size() == 1);
}

TEST_CASE("what many competences of one person come to is found by the competence") {
    std::string text = "role: r\ntitle: R\ncompetences:\n";
    std::string held = "roles: [r, s]\ncompetences:\n";
    std::string competences;
    for (int number = 20; number-- > 0;) {
        const std::string id = "k-" + std::to_string(number);
        text += "- {competence: " + id + ", level: b}\n";
        held += "- {competence: " + id + ", level: " + (number % 2 == 0 ? "a" : "c") + "}\n";
        competences += "---\ncompetence: " + id + "\ntitle: K\nlevels: [a, b, c]\n";
    }
    text += "---\nrole: s\ntitle: S\ncompetences: [{competence: k-3, level: c}, {competence: k-4, level: a}]\n";
    const auto analysis = analyzed(text + person("p", held + "- {competence: k-4, level: c}\n") + competences);
    const People& people = analysis->facts.people();
    const RecordId p = id_of(*analysis, "person/p");
    CHECK(people.asked_of(p).all().size() == 20);
    CHECK(people.asked_of(p).begin()->required.competence == id_of(*analysis, "competence/k-19"));
    const auto asked = [&](std::string_view id) { return people.asked_of(p).find(id_of(*analysis, id)); };
    CHECK(asked("competence/k-3")->required.level == "c");
    CHECK(asked("competence/k-3")->role == id_of(*analysis, "role/s"));
    CHECK(asked("competence/k-4")->required.level == "b");
    CHECK(people.match(p, asked("competence/k-2")->required).fit == Fit::too_low);
    CHECK(people.match(p, asked("competence/k-4")->required).fit == Fit::met);
    CHECK(people.match(p, asked("competence/k-5")->required).fit == Fit::met);
}

TEST_CASE("who stands in: anybody else whom a deputy may be") {
    const auto stands_in = [](std::string_view deputies, std::string_view others) {
        const auto analysis = analyzed("role: r\ntitle: R\npeople: [p-1]\ndeputies: [" + std::string(deputies) + "]\n" +
                                       person("p-1") + person("p-2") + std::string(others));
        return analysis->facts.people().may_stand_in(id_of(*analysis, "role/r"), id_of(*analysis, "person/p-1"));
    };
    CHECK_FALSE(stands_in("", ""));
    CHECK(stands_in("person/p-2", ""));
    CHECK_FALSE(stands_in("person/p-1", ""));
    CHECK(stands_in("d", "---\nrole: d\ntitle: D\npeople: [p-1, p-2]\n"));
    CHECK_FALSE(stands_in("d", "---\nrole: d\ntitle: D\npeople: [p-1]\n"));
    CHECK_FALSE(stands_in("d", "---\nrole: d\ntitle: D\nholders: 0\n"));
    // Who holds it is not known: it may be anybody.
    CHECK(stands_in("d", "---\nrole: d\ntitle: D\n"));
    CHECK(stands_in("d", "---\nrole: d\ntitle: D\nholders: 1\n"));
}

TEST_CASE("a role that only others take over, and one that does nothing") {
    const auto analysis = analyzed(R"(role: staff
title: Staff
holders: 8
competences: [{competence: k}]
---
role: cashier
title: Cashier
includes: [staff]
---
role: clerk
title: Clerk
---
role: head-clerk
title: Head clerk
includes: [clerk]
responsibilities: [{does: Keeps the books}]
---
role: adviser
title: Adviser
---
competence: k
title: K
owner: adviser
---
process: sell
title: Sell
responsible: [clerk]
)");
    const People& people = analysis->facts.people();
    const auto text = [&](std::string_view role) {
        const RecordId id = id_of(*analysis, "role/" + std::string(role));
        return std::string(people.only_included(id) ? "included " : "") + (people.idle(id) ? "idle" : "");
    };
    CHECK(text("staff") == "included ");
    CHECK(text("cashier") == "idle");
    CHECK(text("clerk") == "");
    CHECK(text("head-clerk") == "");
    CHECK(text("adviser") == "");
}

TEST_CASE("who answers for how much, and who does what") {
    const auto analysis = analyzed(R"(process: sell
title: Sell
owner: manager
responsible: [cashier]
informed: [florist]
activities:
  - {name: Open, accountable: [florist], responsible: [cashier], consulted: [manager]}
---
process: buy
title: Buy
owner: person/p-1
roles: [cashier]
---
process: bind
title: Bind
activities: [{name: Cut, accountable: [florist]}]
---
role: manager
title: Manager
people: [p-1]
---
role: cashier
title: Cashier
---
role: florist
title: Florist
people: [p-1, p-2]
responsibilities: [{does: Looks on, processes: [buy], level: consulted}]
---
person: p-1
title: P
---
person: p-2
title: P
)");
    const People& people = analysis->facts.people();
    const auto answers = [&](std::string_view who) {
        return names(*analysis, people.accountable_for(id_of(*analysis, who)));
    };
    CHECK(answers("role/manager") == "sell");
    CHECK(answers("role/florist") == "bind");
    CHECK(answers("person/p-1") == "sell buy");
    CHECK(answers("person/p-2") == "");

    const auto raci = [&](std::string_view process) {
        std::string text;
        for (const RaciEntry& each : people.raci(analysis->facts.responsibilities(), id_of(*analysis, process))) {
            text += (text.empty() ? "" : " ") + std::string(analysis->graph[each.who].id()) + ":";
            constexpr std::string_view letters = "RACI";
            for (std::size_t place = 0; place < 4; ++place) {
                if ((each.whole >> place) & 1U) text += letters[place];
            }
            for (std::size_t place = 0; place < 4; ++place) {
                if ((each.part >> place) & 1U) text += static_cast<char>(letters[place] - 'A' + 'a');
            }
        }
        return text;
    };
    CHECK(raci("process/sell") == "manager:Ac cashier:Rr florist:Ia");
    CHECK(raci("process/buy") == "cashier: florist:C p-1:A");
}
