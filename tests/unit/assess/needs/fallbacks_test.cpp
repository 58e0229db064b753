// Which alternatives can stand in, and what keeps the others from it.
#include "assess/needs/fallbacks.h"

#include <doctest/doctest.h>

#include <string>

#include "assess/folder.h"
#include "assess/needs/need_graph.h"

using namespace ims;
using test::Folder;

namespace {

std::string told(const Folder& folder, const Alternative& alternative) {
    const std::string id(folder.graph()[alternative.what].id());
    switch (alternative.unfit) {
        case Unfit::no: return id;
        case Unfit::retired: return id + " retired";
        case Unfit::draft: return id + " draft";
        case Unfit::itself: return id + " itself";
        case Unfit::rejected: return id + " rejected";
        case Unfit::needs_it: return id + " needs it";
        case Unfit::needed: return id + " needed";
        case Unfit::shared: return id + " shares " + std::string(folder.graph()[alternative.shared].id());
    }
    return {};
}

// "spare, other draft": of a need.
std::string alternatives(const Folder& folder, std::string_view user, std::string_view what) {
    const Need* const need = folder.facts().needs().need(folder.id(user), folder.id(what));
    REQUIRE(need != nullptr);
    std::string out;
    for (const Alternative& each : need->alternatives()) out += (out.empty() ? "" : ", ") + told(folder, each);
    return out;
}

}  // namespace

TEST_CASE("alternatives of a need and of its supplier are judged alike") {
    const Folder folder(R"(process: bake
title: Bake
sites: [yard]
needs:
  - {what: supplier/mill, alternatives: [supplier/second-mill]}
  - {what: asset/oven, alternatives: [asset/stove, asset/grill, asset/hearth, process/bake]}
---
process: sell
title: Sell
needs: [{what: supplier/mill}, {what: asset/oven, alternatives: [asset/stove]}, {what: supplier/well},
  {what: asset/scale, alternatives: [supplier/lender]}]
---
supplier: mill
title: Mill
provides: flour
alternatives: [second-mill, third-mill, fourth-mill, reseller]
---
supplier: second-mill
title: Second mill
provides: flour
---
supplier: third-mill
title: Third mill
status: draft
provides: flour
---
supplier: fourth-mill
title: Fourth mill
provides: flour
evaluations: [{disciplines: [quality], date: 2026-01-01, result: rejected}]
---
supplier: reseller
title: Reseller
provides: flour
needs: [{what: supplier/mill}]
---
asset: oven
title: Oven
location: yard
needs: [{what: supplier/power}, {what: asset/lighter}]
---
asset: stove
title: Stove
location: yard
needs: [{what: asset/lighter}]
---
asset: grill
title: Grill
needs: [{what: asset/cable}]
---
asset: cable
title: Cable
provider: power
---
asset: hearth
title: Hearth
needs: [{what: supplier/power, workaround: 1 d}]
---
asset: lighter
title: Lighter
provider: shop
needs: [{what: supplier/gas}]
---
supplier: well
title: Well
provides: water
alternatives: [tanker]
---
supplier: tanker
title: Tanker
provides: water
needs: [{what: supplier/well}]
---
asset: scale
title: Scale
provider: lender
---
supplier: lender
title: Lender
provides: scales
---
supplier: power
title: Power
provides: power
---
supplier: gas
title: Gas
provides: gas
alternatives: [second-mill]
---
supplier: shop
title: Shop
provides: lighters
---
site: yard
title: Yard
)",
                        Folder::Records::faulty);
    // The reseller needs a mill, and that is no hard need, since another could take its place.
    const std::string of_mill = "second-mill, third-mill draft, fourth-mill rejected, reseller";
    CHECK(alternatives(folder, "process/bake", "supplier/mill") == of_mill);
    CHECK(alternatives(folder, "process/sell", "supplier/mill") == of_mill);
    // The yard is needed anyway, the lighter and its shop are not.
    CHECK(alternatives(folder, "process/bake", "asset/oven") ==
          "stove shares lighter, grill shares power, hearth, bake itself");
    CHECK(alternatives(folder, "process/sell", "asset/oven") == "stove shares lighter");
    CHECK(alternatives(folder, "process/sell", "supplier/well") == "tanker needs it");
    CHECK(alternatives(folder, "process/sell", "asset/scale") == "lender needed");
    // Its own supplier's need of it has no alternative beside itself.
    CHECK(alternatives(folder, "supplier/reseller", "supplier/mill") ==
          "second-mill, third-mill draft, fourth-mill rejected, reseller itself");
}

TEST_CASE("what a supplier names is known though every need of it names its own, or nothing needs it") {
    const Folder folder(R"(process: bake
title: Bake
needs: [{what: supplier/mill, alternatives: [supplier/third-mill]}]
---
supplier: mill
title: Mill
provides: flour
alternatives: [second-mill]
---
supplier: second-mill
title: Second mill
provides: flour
alternatives: [third-mill]
---
supplier: third-mill
title: Third mill
provides: flour
)");
    const auto named = [&](std::string_view supplier) {
        std::string out;
        for (const Alternative& each : folder.facts().needs().alternatives(folder.id(supplier)))
            out += told(folder, each);
        return out;
    };
    CHECK(named("supplier/mill") == "second-mill");
    CHECK(named("supplier/second-mill") == "third-mill");
    CHECK(named("supplier/third-mill").empty());
    CHECK(alternatives(folder, "process/bake", "supplier/mill") == "third-mill, second-mill");
}

TEST_CASE("an input from another process is a need where an rto asks for it, and nothing else gives it") {
    const Folder folder(R"(process: eat
title: Eat
continuity: {rto: 8 h}
inputs:
  - {item: bread, from: process/bake}
  - {item: milk, from: [process/milk, supplier/dairy]}
  - {item: eggs, from: process/hens}
  - {item: eggs, from: process/ducks}
  - {item: crumbs, from: process/eat}
needs: [{what: process/bake, workaround: 3 d}]
---
process: wait
title: Wait
inputs: [{item: bread, from: process/bake}]
---
process: cook
title: Cook
continuity: {rto: 8 h}
inputs: [{item: Eggs, from: process/hens}]
---
process: bake
title: Bake
---
process: milk
title: Milk
---
process: hens
title: Hens
---
process: ducks
title: Ducks
---
supplier: dairy
title: Dairy
provides: milk
)");
    const NeedGraph& needs = folder.facts().needs();
    const auto told_needs = [&](std::string_view user) {
        std::string out;
        for (const Need& need : needs.needs(folder.id(user))) {
            out += (out.empty() ? "" : ", ") + folder.graph()[need.what].name().text();
            if (need.input) out += " by input";
        }
        return out;
    };
    CHECK(told_needs("process/eat") == "process/bake by input, supplier/dairy");
    CHECK(told_needs("process/wait") == "");
    CHECK(told_needs("process/cook") == "process/hens by input");
    // It is a need for recovery, not for what concerns the process.
    CHECK(needs.direct(folder.id("process/cook")).empty());
}
