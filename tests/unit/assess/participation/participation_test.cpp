// Who takes part in processes and answers for what there.
#include "assess/participation/participation.h"

#include <doctest/doctest.h>

#include "assess/folder.h"

using namespace ims;
using test::Folder;

namespace {

const ProcessFacts& process(const Folder& folder, std::string_view name) {
    const ProcessFacts* facts = folder.facts().process(folder.id(name));
    REQUIRE(facts != nullptr);
    return *facts;
}

// "role/a: owner link, role/b: responsible"
std::string participants(const Folder& folder, std::string_view name) {
    constexpr std::pair<Part, std::string_view> kParts[] = {{Part::owner, "owner"},
                                                            {Part::responsible, "responsible"},
                                                            {Part::accountable, "accountable"},
                                                            {Part::link, "link"},
                                                            {Part::responsibility, "responsibility"}};
    std::string text;
    for (const Participant& each : process(folder, name).participants) {
        text += (text.empty() ? "" : ", ") + folder.graph()[each.role].name().text() + ":";
        for (const auto& [part, word] : kParts) {
            if (each.as(part)) text += " " + std::string(word);
        }
    }
    return text;
}

std::string_view answer(const Folder& folder, std::string_view role, std::string_view process_name,
                        std::string_view discipline) {
    switch (folder.facts().answer(folder.id(role), folder.id(process_name), folder.discipline(discipline))) {
        case Answer::none: return "none";
        case Answer::generic: return "generic";
        case Answer::specific: return "specific";
    }
    return "";
}

}  // namespace

TEST_CASE("who takes part in a process, and as what") {
    const Folder folder(R"(# file: roles.yaml
role: owner
title: Owner
deputies: [deputy]
---
role: doer
title: Doer
---
role: packer
title: Packer
---
role: decider
title: Decider
---
role: linked
title: Linked from its own side
processes: [sell]
---
role: named
title: Named by a responsibility
responsibilities: [{does: Counts the till, processes: [sell]}]
---
role: asked
title: Asked
responsibilities: [{does: Is asked, processes: [sell], level: consulted}]
---
role: told
title: Told
responsibilities: [{does: Is told, processes: [sell], level: informed}]
---
role: deputy
title: Deputy
---
role: staff
title: Everyone, whose responsibility another role takes over
responsibilities: [{does: Locks the door, processes: [close]}]
---
role: includer
title: Includer
includes: [staff]
---
role: to-come
title: A role to come
status: draft
processes: [sell]
---
role: gone
title: Gone
status: retired
processes: [sell]
---
person: p-01
title: Somebody
# file: processes.yaml
process: sell
title: Sell
owner: owner
responsible: [doer, owner]
consulted: [asked]
informed: [told]
activities:
  - {name: Pack, responsible: [packer], accountable: [decider], consulted: [asked], informed: [told]}
  - {name: Wrap, responsible: [packer, decider]}
---
process: close
title: Close
owner: person/p-01
)");
    CHECK(participants(folder, "process/sell") ==
          "role/owner: owner responsible, role/doer: responsible, role/packer: responsible, "
          "role/decider: responsible accountable, role/linked: link, role/named: responsibility");
    CHECK(participants(folder, "process/close") == "role/staff: responsibility");
    const auto processes = folder.facts().processes_of(folder.id("role/packer"));
    REQUIRE(processes.size() == 1);
    CHECK(folder.graph()[processes[0]].id() == "sell");
    CHECK(folder.facts().processes_of(folder.id("role/deputy")).empty());
    CHECK(folder.facts().processes_of(folder.id("role/to-come")).empty());
}

TEST_CASE("a responsibility answers specifically, in general, elsewhere, or not at all") {
    const Folder folder(R"(# file: roles.yaml
role: here
title: For this process
responsibilities: [{does: Greets, disciplines: [quality], processes: [sell]}]
---
role: about
title: About a risk
responsibilities: [{does: Looks at each note, about: [risk/false-note]}]
---
role: general
title: For none in particular
responsibilities: [{does: Cares, disciplines: [quality]}]
---
role: elsewhere
title: For another process
responsibilities: [{does: Bakes, disciplines: [quality], processes: [bake]}]
---
role: included
title: By an included role
includes: [staff]
---
role: both
title: In general, and by itself
includes: [staff]
responsibilities: [{does: Greets, disciplines: [quality], about: [risk/false-note]}]
---
role: asked
title: Asked and told
responsibilities:
  - {does: Is asked, disciplines: [quality], processes: [sell], level: consulted}
  - {does: Is told, disciplines: [quality], level: informed}
---
role: accountable
title: Accountable
responsibilities: [{does: Decides, disciplines: [quality], processes: [sell], level: accountable}]
---
role: drafted
title: By an included role that is a draft
includes: [staff-to-come]
---
role: staff
title: Everyone
includes: [team]
responsibilities: [{does: Says what went wrong, disciplines: [quality], processes: [sell]}]
---
role: team
title: The team
responsibilities: [{does: Sorts waste, disciplines: [environment]}]
---
role: staff-to-come
title: Everyone, one day
status: draft
responsibilities: [{does: Says what went wrong, disciplines: [quality]}]
---
role: outside
title: Does not take part
responsibilities: [{does: Cares, disciplines: [quality]}]
# file: others.yaml
process: sell
title: Sell
roles: [here, about, general, elsewhere, included, both, asked, accountable, drafted]
---
process: bake
title: Bake
---
risk: false-note
title: A false note
disciplines: [quality, information-security]
processes: [sell]
)");
    CHECK(answer(folder, "role/here", "process/sell", "quality") == "specific");
    CHECK(answer(folder, "role/here", "process/sell", "environment") == "none");
    // Without disciplines of its own, a responsibility has those of what it is about.
    CHECK(answer(folder, "role/about", "process/sell", "quality") == "specific");
    CHECK(answer(folder, "role/about", "process/sell", "information-security") == "specific");
    CHECK(answer(folder, "role/general", "process/sell", "quality") == "generic");
    CHECK(answer(folder, "role/elsewhere", "process/sell", "quality") == "none");
    CHECK(answer(folder, "role/elsewhere", "process/bake", "quality") == "specific");
    CHECK(answer(folder, "role/included", "process/sell", "quality") == "generic");
    CHECK(answer(folder, "role/included", "process/sell", "environment") == "generic");
    CHECK(answer(folder, "role/both", "process/sell", "quality") == "specific");
    CHECK(answer(folder, "role/both", "process/sell", "information-security") == "none");
    CHECK(answer(folder, "role/both", "process/sell", "environment") == "generic");
    CHECK(answer(folder, "role/asked", "process/sell", "quality") == "none");
    CHECK(answer(folder, "role/accountable", "process/sell", "quality") == "specific");
    CHECK(answer(folder, "role/drafted", "process/sell", "quality") == "none");
    CHECK(answer(folder, "role/outside", "process/sell", "quality") == "none");
    CHECK(folder.names(process(folder, "process/sell").answered) == "quality, environment, information-security");
}

TEST_CASE("includes that go round in a circle end") {
    const Folder folder(R"(role: a
title: A
includes: [b]
processes: [sell]
---
role: b
title: B
includes: [a]
responsibilities: [{does: Cares, disciplines: [quality]}]
---
process: sell
title: Sell
)");
    CHECK(folder.facts().responsibilities().all(folder.id("role/a")).size() == 1);
    CHECK(answer(folder, "role/a", "process/sell", "quality") == "generic");
}

TEST_CASE("who takes over from a circle answers for what any of it says, there and nowhere else") {
    const Folder folder(R"(role: top
title: Takes over from a circle
includes: [a]
processes: [sell, buy]
---
role: a
title: A
includes: [b]
processes: [sell]
---
role: b
title: B
includes: [c]
responsibilities:
- {does: Cares, disciplines: [quality], processes: [sell]}
- {does: Is told, disciplines: [information-security], processes: [sell], level: informed}
---
role: c
title: C
includes: [a, retired, drafted]
responsibilities: [{does: Sorts, disciplines: [environment]}]
---
role: retired
title: Retired
status: retired
responsibilities: [{does: Locks, disciplines: [information-security]}]
---
role: drafted
title: A draft
status: draft
responsibilities: [{does: Locks, disciplines: [information-security], processes: [sell]}]
---
process: sell
title: Sell
---
process: buy
title: Buy
)");
    for (const std::string_view role : {"role/top", "role/a"}) {
        CHECK(answer(folder, role, "process/sell", "quality") == "generic");
        CHECK(answer(folder, role, "process/sell", "environment") == "generic");
        CHECK(answer(folder, role, "process/sell", "information-security") == "none");
    }
    CHECK(answer(folder, "role/top", "process/buy", "quality") == "none");
    CHECK(answer(folder, "role/top", "process/buy", "environment") == "generic");
    const Responsibilities& said = folder.facts().responsibilities();
    const auto disciplines = [&](DisciplineSet set) { return folder.names(set); };
    CHECK(disciplines(said.answers(folder.id("role/b"), folder.id("process/sell")).own()) == "quality");
    CHECK(disciplines(said.answers(folder.id("role/b"), folder.id("process/sell")).all()) == "quality, environment");
    CHECK(disciplines(said.answers(folder.id("role/b"), folder.id("process/buy")).own()).empty());
    CHECK(said.any(folder.id("role/top")));
    CHECK(said.own(folder.id("role/retired")).empty());
    std::string order;
    for (const Responsibility& each : said.all(folder.id("role/a")))
        order += std::string(folder.graph()[each.stated_by].id()) + " ";
    CHECK(order == "b b c ");
}

TEST_CASE("a responsibility that names a process many times names it once") {
    const Folder folder(R"(role: seller
title: Seller
responsibilities:
- &care {does: Cares, disciplines: [quality], processes: [sell, buy, sell]}
- *care
- {does: Hears, processes: [sell], level: informed}
---
role: buyer
title: Buyer
responsibilities: [{does: Sorts, disciplines: [environment], processes: [buy]}]
---
process: sell
title: Sell
---
process: buy
title: Buy
)");
    const Responsibilities& said = folder.facts().responsibilities();
    CHECK(said.naming(folder.id("process/sell")).size() == 3);
    CHECK(said.naming(folder.id("process/buy")).size() == 3);
    CHECK(participants(folder, "process/sell") == "role/seller: responsibility");
    CHECK(participants(folder, "process/buy") == "role/seller: responsibility, role/buyer: responsibility");
    CHECK(answer(folder, "role/seller", "process/buy", "quality") == "specific");
    CHECK(answer(folder, "role/buyer", "process/buy", "quality") == "none");
}

TEST_CASE("owners of concerns and controls, and the team of a plan, answer specifically") {
    const Folder folder(R"(# file: roles.yaml
role: of-risk
title: Owns a risk of the site
---
role: of-draft
title: Owns a draft
---
role: of-control
title: Owns a control of the risk
---
role: of-draft-control
title: Owns a control that is a draft
---
role: of-own-control
title: Owns a control of the process
---
role: of-duty
title: Owns an obligation
---
role: of-objective
title: Owns an objective
---
role: in-team
title: In the team of a plan for the process
---
role: in-risk-team
title: In the team of a plan for a risk of the process
---
role: in-draft-team
title: In the team of a plan that is a draft
---
role: in-other-team
title: In the team of a plan for something else
# file: others.yaml
process: sell
title: Sell
sites: [shop]
controls: [lock]
plans: [reopen]
objectives: [content]
obligations: [law]
roles: [of-risk, of-draft, of-control, of-draft-control, of-own-control, of-duty, of-objective, in-team, in-risk-team,
        in-draft-team, in-other-team]
---
site: shop
title: Shop
risks: [fire]
---
risk: fire
title: Fire
owner: of-risk
disciplines: [health-and-safety]
---
risk: drafted
title: Drafted
status: draft
owner: of-draft
disciplines: [health-and-safety]
processes: [sell]
---
risk: elsewhere
title: Elsewhere
disciplines: [environment]
---
control: alarm
title: Alarm
owner: of-control
risks: [fire]
---
control: sprinkler
title: Sprinkler, one day
status: draft
owner: of-draft-control
risks: [fire]
---
control: lock
title: Lock
owner: of-own-control
disciplines: [information-security]
---
obligation: law
title: Law
source: law
requires: receipts
owner: of-duty
disciplines: [quality]
---
objective: content
title: Content
measure: complaints
owner: of-objective
disciplines: [environment]
---
plan: reopen
title: Reopen
activation: closed
team: [in-team]
---
plan: out
title: Everybody out
activation: smoke
disciplines: [quality]
risks: [fire]
team: [in-risk-team]
---
plan: someday
title: Someday
status: draft
activation: smoke
risks: [fire]
team: [in-draft-team]
---
plan: other
title: Other
activation: spill
risks: [elsewhere]
team: [in-other-team]
)");
    const auto specific = [&](std::string_view role) {
        const Participant* participant = process(folder, "process/sell").participant(folder.id(role));
        REQUIRE(participant != nullptr);
        CHECK(folder.names(participant->generic) == "");
        return folder.names(participant->specific);
    };
    CHECK(specific("role/of-risk") == "health-and-safety");
    CHECK(specific("role/of-draft") == "");
    CHECK(specific("role/of-control") == "health-and-safety");
    CHECK(specific("role/of-draft-control") == "");
    CHECK(specific("role/of-own-control") == "information-security");
    CHECK(specific("role/of-duty") == "quality");
    CHECK(specific("role/of-objective") == "environment");
    CHECK(specific("role/in-team") == "business-continuity");
    CHECK(specific("role/in-risk-team") == "quality, health-and-safety, business-continuity");
    CHECK(specific("role/in-draft-team") == "");
    CHECK(specific("role/in-other-team") == "");
}

TEST_CASE("a level that cannot be read takes no answer away") {
    const Folder folder(R"(role: cashier
title: Cashier
processes: [sell]
responsibilities: [{does: Greets, disciplines: [quality], level: responsable}]
---
process: sell
title: Sell
)",
                        Folder::Records::faulty);
    CHECK(answer(folder, "role/cashier", "process/sell", "quality") == "generic");
}
