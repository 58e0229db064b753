// What stands around a risk: plans, incidents, objectives, and who may accept it.
#include "assess/risks/risk_links.h"

#include <doctest/doctest.h>

#include "assess/folder.h"
#include "schema/fields.h"

using namespace ims;
using test::Folder;

namespace {

std::string names(const std::vector<RecordView>& records) {
    std::string text;
    for (const RecordView& record : records) text += (text.empty() ? "" : ", ") + record.name().text();
    return text;
}

}  // namespace

TEST_CASE("a lower rating claims a control, that of today one that is more than planned") {
    const auto claims = [](const std::string& fields, const std::string& implementation = {}) {
        const std::string control = "---\ncontrol: c\ntitle: C\nrisks: [x]\n" + implementation;
        const Folder folder("risk: x\ntitle: X\nlikelihood: 3\nconsequence: 3\n" + fields +
                            (implementation.empty() ? "" : control));
        const RiskFacts& facts = folder.facts().risk(folder.id("risk/x"));
        return claims_control(facts) ? "a control" : claims_planned_control(facts) ? "more than a plan" : "nothing";
    };
    const std::string aim = "residual: {likelihood: 1}\n";
    const std::string today = "current: {consequence: 2}\n";
    CHECK(claims(aim) == "a control");
    CHECK(claims(today) == "a control");
    CHECK(claims("current: {likelihood: 3}\n") == "nothing");
    CHECK(claims("type: opportunity\n" + today) == "nothing");
    CHECK(claims(aim, "implementation: planned\n") == "nothing");
    CHECK(claims(today, "implementation: planned\n") == "more than a plan");
    CHECK(claims("type: opportunity\n" + today, "implementation: planned\n") == "nothing");
    CHECK(claims(today, "implementation: partly\n") == "nothing");
    CHECK(claims(today, "implementation: in-place\n") == "nothing");
    CHECK(claims(today, "hierarchy: ppe\n") == "nothing");
}

TEST_CASE("active plans that name a risk") {
    const Folder folder(R"(risk: fire
title: Fire
---
plan: out
title: Out
activation: smoke
risks: [fire]
---
plan: back
title: Back
activation: after
risks: [risk/fire]
---
plan: draft
title: Draft
status: draft
activation: never
risks: [fire]
---
incident: burnt
title: Burnt
date: 2026-01-01
type: incident
risks: [fire]
---
plan: other
title: Other
activation: rain
)");
    CHECK(names(plans_for(folder["risk/fire"])) == "plan/out, plan/back");
}

TEST_CASE("incidents after one day and up to another, earliest first") {
    const auto incident = [](const std::string& id, const std::string& rest) {
        return "---\nincident: " + id + "\ntitle: I\ntype: near-miss\n" + rest;
    };
    const Folder folder("risk: fire\ntitle: Fire\n" + incident("late", "date: 2026-03-02\nrisks: [fire]\n") +
                        incident("early", "date: 2026-02-02\nrisks: [fire]\n") +
                        incident("same-day", "date: 2026-01-26\nrisks: [fire]\n") +
                        incident("future", "date: 2026-06-02\nrisks: [fire]\n") +
                        incident("today", "date: 2026-06-01\nrisks: [fire]\n") +
                        incident("other", "date: 2026-04-02\n") +
                        incident("draft", "date: 2026-04-02\nstatus: draft\nrisks: [fire]\n"));
    CHECK(names(incidents_between(folder["risk/fire"], *parse_date("2026-01-26"), folder.facts().today())) ==
          "incident/early, incident/late, incident/today");
}

TEST_CASE("an objective of the discipline, for a process that the risk meets") {
    const Folder folder(R"(# file: risks.yaml
risk: direct
title: Direct
processes: [weld]
---
risk: by-site
title: By the site
sites: [yard]
---
risk: by-asset
title: By an asset that names the process
assets: [torch]
---
risk: by-supplier
title: By a supplier
suppliers: [gas]
---
risk: elsewhere
title: Elsewhere
processes: [sell]
# file: others.yaml
process: weld
title: Weld
sites: [yard]
inputs: [{item: gas, from: [supplier/gas]}]
---
process: sell
title: Sell
---
site: yard
title: Yard
---
asset: torch
title: Torch
processes: [weld]
---
supplier: gas
title: Gas
provides: gas
---
objective: less-gas
title: Less gas
measure: bottles
disciplines: [environment]
processes: [weld]
---
objective: drafted
title: Drafted
status: draft
measure: none
disciplines: [environment]
processes: [sell]
)");
    DisciplineSet environment;
    environment.add(folder.discipline("environment"));
    for (const char* risk : {"risk/direct", "risk/by-site", "risk/by-asset", "risk/by-supplier"}) {
        CAPTURE(risk);
        const auto objective = objective_for(folder[risk], environment);
        REQUIRE(objective.has_value());
        CHECK(objective->id() == "less-gas");
    }
    CHECK_FALSE(objective_for(folder["risk/elsewhere"], environment).has_value());
    DisciplineSet quality;
    quality.add(folder.discipline("quality"));
    CHECK_FALSE(objective_for(folder["risk/direct"], quality).has_value());
}

TEST_CASE("who may accept a risk") {
    const Folder folder(R"(# file: ims.yaml
organisation: Example
top_management: [director]
disciplines: {quality: {}}
# file: roles.yaml
role: director
title: Director
---
role: florist
title: Florist
---
role: cashier
title: Cashier
people: [p-02]
---
person: p-01
title: A florist
roles: [florist]
---
person: p-02
title: A cashier
---
person: p-03
title: At the top
roles: [director]
# file: risks.yaml
risk: of-florist
title: Of the florist
owner: florist
---
risk: of-person
title: Of a person
owner: person/p-01
---
risk: of-cashier
title: Of a person whom the role names
owner: person/p-02
---
risk: of-nobody
title: Of nobody
)");
    const auto accepts = [&](std::string_view risk, std::string_view role) {
        return may_accept(folder[risk], folder.id(role));
    };
    CHECK(accepts("risk/of-florist", "role/florist") == true);
    CHECK(accepts("risk/of-florist", "role/director") == true);
    CHECK(accepts("risk/of-florist", "role/cashier") == false);
    CHECK(accepts("risk/of-person", "role/florist") == true);
    CHECK(accepts("risk/of-person", "role/cashier") == false);
    CHECK(accepts("risk/of-cashier", "role/cashier") == true);
    CHECK(accepts("risk/of-nobody", "role/director") == true);
    CHECK_FALSE(accepts("risk/of-nobody", "role/florist").has_value());
    // A person as the roles that they hold, from either side of the link.
    CHECK(accepts("risk/of-florist", "person/p-01") == true);
    CHECK(accepts("risk/of-florist", "person/p-02") == false);
    CHECK(accepts("risk/of-florist", "person/p-03") == true);
    CHECK(accepts("risk/of-person", "person/p-01") == true);
    CHECK(accepts("risk/of-person", "person/p-02") == false);
    CHECK(accepts("risk/of-nobody", "person/p-03") == true);
    CHECK_FALSE(accepts("risk/of-nobody", "person/p-02").has_value());
}
