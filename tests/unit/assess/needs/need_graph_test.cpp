// What things need, to any depth.
#include "assess/needs/need_graph.h"

#include <doctest/doctest.h>

#include <span>
#include <vector>

#include "assess/folder.h"

using namespace ims;
using test::Folder;

namespace {

std::string needs(const Folder& folder, std::string_view record) {
    return folder.names(folder.facts().needs(folder.id(record)));
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

TEST_CASE("what a record needs is told once, with what may stand in, and both ways") {
    const Folder folder(R"(process: sell
title: Sell
assets: [till, spare]
sites: [shop]
needs: [{what: asset/till, alternatives: [asset/spare], workaround: 2 h}, {what: role/cashier}]
---
process: to-come
title: To come
status: draft
assets: [till]
---
process: gone
title: Gone
status: retired
assets: [till]
---
asset: till
title: Till
---
asset: spare
title: Spare
---
asset: scrapped
title: Scrapped
status: retired
processes: [sell]
---
site: shop
title: Shop
---
role: cashier
title: Cashier
)");
    const NeedGraph& needs = folder.facts().needs();
    const auto names = [&](std::span<const RecordId> records) {
        return folder.names(std::vector<RecordId>(records.begin(), records.end()));
    };
    const RecordId sell = folder.id("process/sell");
    std::vector<RecordId> told;
    for (const Need& need : needs.needs(sell)) told.push_back(need.what);
    // The entry beats the link, and what stands in is no need beside it.
    CHECK(folder.names(told) == "asset/till, role/cashier, site/shop");
    REQUIRE(needs.needs(sell)[0].alternatives().size() == 1);
    CHECK(needs.needs(sell)[0].alternatives()[0] == Alternative{folder.id("asset/spare")});
    CHECK(needs.needs(sell)[0].workaround == parse_duration("2 h"));
    CHECK_FALSE(needs.needs(sell)[2].entry);
    // A link says all the same that it is used.
    CHECK(names(needs.direct(sell)) == "asset/till, asset/spare, site/shop, role/cashier");
    CHECK(names(needs.users(folder.id("asset/till"))) == "process/sell, process/to-come");
    CHECK(names(needs.users(folder.id("role/cashier"))) == "process/sell");
    CHECK(needs.direct(folder.id("role/cashier")).empty());
    CHECK(needs.needs(folder.id("process/gone")).empty());
}
