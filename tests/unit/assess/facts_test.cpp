// What processes need, carry and who answers for it: the words that rules and reports are built on.
#include "assess/facts.h"

#include <doctest/doctest.h>

#include "assess/folder.h"

using namespace ims;
using test::Folder;

namespace {

std::string needs(const Folder& folder, std::string_view record) {
    return folder.names(folder.facts().needs(folder.id(record)));
}

// "risk/fire via site/shop, objective/x"
std::string concerns(const Folder& folder, std::string_view process, std::string_view discipline) {
    std::string text;
    for (const Concern& concern : folder.facts().concerns(folder.id(process), folder.discipline(discipline))) {
        text += (text.empty() ? "" : ", ") + folder.graph()[concern.record].name();
        if (concern.via.known()) text += " via " + folder.graph()[concern.via].name();
    }
    return text;
}

const ProcessFacts& process(const Folder& folder, std::string_view name) {
    const ProcessFacts* facts = folder.facts().process(folder.id(name));
    REQUIRE(facts != nullptr);
    return *facts;
}

std::string concerned(const Folder& folder, std::string_view name) {
    return folder.names(process(folder, name).concerned);
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
        text += (text.empty() ? "" : ", ") + folder.graph()[each.role].name() + ":";
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

TEST_CASE("a process needs its assets, sites and suppliers, and what those need, to any depth") {
    const Folder folder(R"(process: sell
title: Sell
assets: [till]
sites: [shop]
inputs: [{item: sweets, from: [supplier/wholesaler, process/buy]}, {item: money, from: [interested_party/customers]}]
needs: [{what: process/clean, alternatives: [process/buy]}, {what: role/cashier}]
---
process: buy
title: Buy
---
process: clean
title: Clean
assets: [mop]
---
asset: till
title: Till
provider: web-host
location: cellar
needs: [{what: asset/router}]
---
asset: router
title: Router
---
asset: mop
title: Mop
---
asset: scanner
title: Scanner, which names the process itself
processes: [sell]
---
supplier: wholesaler
title: Wholesaler
provides: sweets
alternatives: [grower]
---
supplier: grower
title: Grower
provides: sweets
---
supplier: web-host
title: Web host
provides: the till's software
needs: [{what: site/data-centre}]
---
site: shop
title: Shop
needs: [{what: supplier/power}]
---
site: cellar
title: Cellar
---
site: data-centre
title: Data centre
---
supplier: power
title: Power
provides: power
---
interested_party: customers
title: Customers
---
role: cashier
title: Cashier
)");
    CHECK(needs(folder, "process/sell") ==
          "process/clean, asset/till, asset/scanner, supplier/wholesaler, site/shop, role/cashier, asset/mop, "
          "asset/router, supplier/web-host, supplier/power, site/data-centre");
    CHECK(needs(folder, "asset/till") == "asset/router, supplier/web-host, site/data-centre");
    CHECK(needs(folder, "site/shop") == "supplier/power");
    CHECK(needs(folder, "role/cashier") == "");
}

TEST_CASE("needs that go round in a circle end") {
    const Folder folder(R"(asset: a
title: A
needs: [{what: asset/b}]
---
asset: b
title: B
needs: [{what: asset/c}, {what: site/s}]
---
asset: c
title: C
needs: [{what: asset/a}]
---
site: s
title: S
---
process: p
title: P
assets: [c]
---
process: q
title: Q
needs: [{what: process/p}]
---
process: r
title: R
sites: [s]
---
risk: flood
title: Flood
disciplines: [quality]
sites: [s]
---
risk: theft
title: Theft
disciplines: [information-security]
assets: [a]
---
risk: late
title: Late
disciplines: [business-continuity]
processes: [p]
)");
    CHECK(needs(folder, "asset/a") == "asset/b, asset/c, site/s");
    CHECK(needs(folder, "process/p") == "asset/c, asset/a, asset/b, site/s");
    // Every asset of the circle carries what any of them carries; the site does not carry it back.
    CHECK(concerned(folder, "process/p") == "quality, information-security, business-continuity");
    CHECK(concerned(folder, "process/q") == "quality, information-security");
    CHECK(concerned(folder, "process/r") == "quality");
}

TEST_CASE("concerns are told with what they come by, direct ones first and each once") {
    const Folder folder(R"(process: sell
title: Sell
assets: [till]
sites: [shop]
inputs: [{item: sweets, from: [supplier/wholesaler]}]
risks: [wrong-change]
---
process: weigh
title: Weigh, a part
part_of: sell
assets: [scales]
---
process: tare
title: Tare, a part of the part
part_of: weigh
obligations: [calibration-law]
---
process: bake
title: Bake, which needs the sale
needs: [{what: process/sell}]
---
asset: till
title: Till
provider: web-host
---
asset: scales
title: Scales
---
site: shop
title: Shop
---
supplier: wholesaler
title: Wholesaler
provides: sweets
---
supplier: web-host
title: Web host
provides: software
---
risk: wrong-change
title: Wrong change
disciplines: [quality]
assets: [till]
---
risk: till-down
title: The till is down
disciplines: [quality]
assets: [till]
---
risk: rotten
title: Rotten goods
disciplines: [quality]
suppliers: [wholesaler]
---
risk: host-gone
title: The host is gone
disciplines: [quality]
suppliers: [web-host]
---
risk: fire
title: Fire
type: hazard
disciplines: [quality]
sites: [shop]
---
risk: wrong-weight
title: Wrong weight
disciplines: [quality]
assets: [scales]
---
obligation: calibration-law
title: Calibration
source: law
requires: scales are right
disciplines: [quality]
---
objective: content
title: Content customers
measure: complaints
disciplines: [quality]
processes: [sell]
)");
    CHECK(concerns(folder, "process/sell", "quality") ==
          "risk/wrong-change, objective/content, obligation/calibration-law via process/tare, "
          "risk/till-down via asset/till, risk/fire via site/shop, risk/rotten via supplier/wholesaler, "
          "risk/host-gone via supplier/web-host, risk/wrong-weight via asset/scales");
    CHECK(concerns(folder, "process/tare", "quality") == "obligation/calibration-law");
    CHECK(concerns(folder, "process/sell", "environment") == "");
    // Who needs a process needs what it needs; its own concerns stay its own.
    CHECK(concerns(folder, "process/bake", "quality") ==
          "risk/wrong-change via asset/till, risk/till-down via asset/till, risk/fire via site/shop, "
          "risk/rotten via supplier/wholesaler, risk/host-gone via supplier/web-host");
    CHECK(folder.names(folder.facts().parts(folder.id("process/sell"))) == "process/weigh, process/tare");
}

TEST_CASE("draft and retired records, and obligations that do not apply, are no concern") {
    const Folder folder(R"(process: sell
title: Sell
---
process: planned
title: Not in force yet
status: draft
risks: [open]
---
process: part-to-come
title: A part to come
status: draft
part_of: sell
risks: [open]
---
risk: open
title: Open
disciplines: [environment]
---
risk: drafted
title: Drafted
status: draft
disciplines: [quality]
processes: [sell]
---
risk: gone
title: Gone
status: retired
disciplines: [quality]
processes: [sell]
---
obligation: not-ours
title: Not ours
source: law
requires: nothing of us
applies: no
why_not: we are too small
disciplines: [quality]
processes: [sell]
---
obligation: ours
title: Ours
source: law
requires: something
disciplines: [information-security]
processes: [sell]
---
objective: someday
title: Someday
status: draft
measure: none
disciplines: [quality]
processes: [sell]
)");
    CHECK(concerned(folder, "process/sell") == "information-security");
    CHECK(concerns(folder, "process/sell", "quality") == "");
    CHECK(folder.facts().process(folder.id("process/planned")) == nullptr);
    CHECK(folder.facts().processes().size() == 1);
}

TEST_CASE("a continuity block is a concern by itself") {
    const Folder folder(R"(process: sell
title: Sell
continuity: {prioritised: no, reason: it can wait}
---
process: weigh
title: Weigh
part_of: sell
---
process: bake
title: Bake
---
process: knead
title: Knead
part_of: bake
continuity: {prioritised: no, reason: it can wait}
)");
    CHECK(concerned(folder, "process/sell") == "business-continuity");
    CHECK(concerned(folder, "process/weigh") == "");
    CHECK(concerned(folder, "process/bake") == "business-continuity");
}

TEST_CASE("a control without disciplines serves those of its risks and obligations") {
    const Folder folder(R"(control: derived
title: Derived
risks: [fire]
---
control: named
title: Named
disciplines: [environment]
risks: [fire]
---
control: idle
title: Idle
---
control: of-retired
title: Of something retired
risks: [gone]
---
risk: fire
title: Fire
disciplines: [health-and-safety, business-continuity]
---
risk: gone
title: Gone
status: retired
disciplines: [quality]
---
obligation: fire-law
title: Fire law
source: law
requires: exits
disciplines: [quality]
controls: [derived]
)");
    const auto disciplines = [&](std::string_view name) {
        return folder.names(folder.facts().disciplines(folder.id(name)));
    };
    CHECK(disciplines("control/derived") == "quality, health-and-safety, business-continuity");
    CHECK(disciplines("control/named") == "environment");
    CHECK(disciplines("control/idle") == "");
    CHECK(disciplines("control/of-retired") == "");
    CHECK(disciplines("risk/fire") == "health-and-safety, business-continuity");
}

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
    CHECK(folder.facts().responsibilities(folder.id("role/a")).size() == 1);
    CHECK(answer(folder, "role/a", "process/sell", "quality") == "generic");
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

TEST_CASE("what is excluded, and what a process of its type must address") {
    const Folder folder(R"(# file: ims.yaml
organisation: Example
disciplines:
  quality: {}
  environment: {processes: [core, support]}
  health-and-safety: {processes: core}
# file: records.yaml
process: lead
title: Lead
type: management
not_applicable: {environment: nothing is used up}
---
process: sell
title: Sell
type: core
---
process: clean
title: Clean
type: support
---
process: untyped
title: Without a type
---
process: misspelt
title: With a type that cannot be read
type: cor
)",
                        Folder::Records::faulty);
    const auto must = [&](std::string_view name) { return folder.names(process(folder, name).must_address); };
    CHECK(must("process/lead") == "quality");
    CHECK(must("process/sell") == "quality, environment, health-and-safety");
    CHECK(must("process/clean") == "quality, environment");
    CHECK(must("process/untyped") == "quality, environment, health-and-safety");
    CHECK(must("process/misspelt") == "quality");
    CHECK(folder.names(process(folder, "process/lead").not_applicable) == "environment");
    CHECK(folder.names(process(folder, "process/sell").not_applicable) == "");
}

TEST_CASE("when a review is due") {
    const Folder folder(R"(# file: ims.yaml
organisation: Example
disciplines: {quality: {}}
review: {every: 6 months}
# file: records.yaml
risk: next
title: Next
review: {last: 2026-01-31, every: 1 y, next: 2026-02-02}
---
risk: every
title: Every
review: {last: 2026-01-31, every: 1 month}
---
risk: house
title: As everywhere in the house
review: {last: 2026-01-31}
---
risk: never
title: Never
---
risk: broken
title: Cannot be read
review: {last: 2020-01-01, next: soon}
)",
                        Folder::Records::faulty);
    const auto due = [&](std::string_view name) {
        const auto date = folder.facts().review_due(folder[name]);
        return date ? to_string(*date) : "none";
    };
    CHECK(due("risk/next") == "2026-02-02");
    CHECK(due("risk/every") == "2026-02-28");
    CHECK(due("risk/house") == "2026-07-31");
    CHECK(due("risk/never") == "none");
    CHECK(due("risk/broken") == "none");
}
