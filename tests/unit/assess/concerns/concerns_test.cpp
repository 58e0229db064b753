// What concerns processes, through parts and needs.
#include "assess/concerns/concerns.h"

#include <doctest/doctest.h>

#include "assess/folder.h"

using namespace ims;
using test::Folder;

namespace {

// "risk/fire via site/shop, objective/x"
std::string concerns(const Folder& folder, std::string_view process, std::string_view discipline) {
    std::string text;
    for (const Concern& concern : folder.facts().concerns(folder.id(process), folder.discipline(discipline))) {
        text += (text.empty() ? "" : ", ") + folder.graph()[concern.record].name().text();
        if (concern.via.known()) text += " via " + folder.graph()[concern.via].name().text();
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

}  // namespace

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
    CHECK(folder.names(folder.facts().parts().all(folder.id("process/sell"))) == "process/weigh, process/tare");
}

TEST_CASE("processes that are parts of each other in a circle carry what any of them does") {
    const Folder folder(R"(process: whole
title: Whole
---
process: a
title: A
part_of: c
sites: [shop]
---
process: b
title: B
part_of: a
---
process: c
title: C
part_of: b
risks: [loss]
---
process: outside
title: Part of the whole, and of nothing in the circle
part_of: whole
---
site: shop
title: Shop
risks: [fire]
---
risk: fire
title: Fire
disciplines: [health-and-safety]
---
risk: loss
title: Loss
disciplines: [quality]
)");
    for (const std::string_view name : {"process/a", "process/b", "process/c"})
        CHECK(concerned(folder, name) == "quality, health-and-safety");
    CHECK(concerns(folder, "process/b", "quality") == "risk/loss via process/c");
    CHECK(concerns(folder, "process/b", "health-and-safety") == "risk/fire via site/shop");
    CHECK(concerned(folder, "process/whole").empty());
    CHECK(folder.names(folder.facts().parts().all(folder.id("process/a"))) == "process/b, process/c");
    CHECK(folder.names(folder.facts().parts().all(folder.id("process/whole"))) == "process/outside");
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
