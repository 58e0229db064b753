// How a risk stands: every way in which its rating, its controls and what was decided about it can be written.
#include "assess/risks/risk.h"

#include <doctest/doctest.h>

#include "assess/folder.h"

using namespace ims;
using test::Folder;

namespace {

// Levels of the standard settings: score 1 low, 5 medium, 10 high, 15 extreme; appetite medium.
// A copy: the folder is often gone with the line that asks.
RiskFacts facts_of(const Folder& folder, std::string_view risk) {
    return folder.facts().risk(folder.id("risk/" + std::string(risk)));
}

std::string name(const Folder& folder, std::optional<RiskLevel> level) {
    return level ? folder.graph().settings().vocabulary.risk_levels[*level] : "none";
}

// "inherent/residual/counting of appetite"
std::string levels(const Folder& folder, std::string_view risk) {
    const RiskFacts& facts = facts_of(folder, risk);
    return name(folder, facts.inherent) + "/" + name(folder, facts.residual) + "/" + name(folder, facts.counting) +
           " of " + name(folder, facts.appetite);
}

// One risk `x` of quality with these fields, and what else the folder holds.
Folder one(const std::string& fields, const std::string& others = {},
           Folder::Records records = Folder::Records::sound) {
    return Folder("risk: x\ntitle: X\ndisciplines: [quality]\n" + fields + others, records);
}

std::string control(const std::string& id, const std::string& fields) {
    return "---\ncontrol: " + id + "\ntitle: C\nrisks: [x]\n" + fields;
}

std::string levels(const std::string& fields, const std::string& others = {}) {
    return levels(one(fields, others), "x");
}

Treatment treatment(const std::string& fields, const std::string& others = {}) {
    return facts_of(one(fields, others), "x").treatment;
}

}  // namespace

TEST_CASE("levels from likelihood and consequence, by name, number or discipline") {
    CHECK(levels("likelihood: 3\nconsequence: 3\n") == "medium/none/medium of medium");
    CHECK(levels("likelihood: possible\nconsequence: moderate\n") == "medium/none/medium of medium");
    CHECK(levels("likelihood: rare\nconsequence: major\n") == "low/none/low of medium");
    CHECK(levels("likelihood: 2\nconsequence: 5\n") == "high/none/high of medium");
    CHECK(levels("likelihood: 3\nconsequence: 5\n") == "extreme/none/extreme of medium");
    // Of a consequence by discipline the highest counts.
    CHECK(levels("likelihood: 3\nconsequence: {quality: 1, environment: 4}\n") == "high/none/high of medium");
}

TEST_CASE("by levels that contradict themselves nothing is rated, and what would have been cannot be judged") {
    const Folder folder(R"(# file: ims.yaml
organisation: Example
disciplines: {quality: {}}
risk: {levels: {high: 1, medium: 5, low: 10}, appetite: medium}
# file: risks.yaml
risk: rated
title: Rated
disciplines: [quality]
likelihood: 5
consequence: 5
residual: {likelihood: 1}
controls: [c]
accepted: {by: r, date: 2026-01-01, until: 2026-12-31, reason: R}
---
risk: today
title: Rated as it stands today
disciplines: [quality]
current: {likelihood: 5, consequence: 5}
---
risk: unrated
title: Not rated
disciplines: [quality]
likelihood: 5
---
risk: aspect
title: An aspect has no level
type: aspect
significant: yes
disciplines: [environment]
---
control: c
title: C
implementation: in-place
---
role: r
title: R
)",
                        Folder::Records::faulty);
    for (const char* const id : {"rated", "today", "unrated"}) {
        const RiskFacts& facts = facts_of(folder, id);
        CHECK_FALSE(facts.inherent.has_value());
        CHECK_FALSE(facts.residual.has_value());
        CHECK_FALSE(facts.counting.has_value());
        CHECK_FALSE(facts.high());
        CHECK_FALSE(facts.over_appetite());
        CHECK(facts.unjudged == (std::string_view(id) != "unrated"));
    }
    CHECK_FALSE(facts_of(folder, "aspect").unjudged);
    CHECK(facts_of(folder, "rated").acceptance == Acceptance::valid);
}

TEST_CASE("what is not rated or not readable has no level") {
    CHECK(levels("") == "none/none/none of medium");
    CHECK(levels("likelihood: 5\n") == "none/none/none of medium");
    CHECK(levels("consequence: 5\n") == "none/none/none of medium");
    CHECK(levels("residual: {likelihood: 1, consequence: 1}\n") == "none/low/none of medium");
    const Folder folder = one("likelihood: 9\nconsequence: 5\n", "", Folder::Records::faulty);
    CHECK(levels(folder, "x") == "none/none/none of medium");
    const Folder partly =
        one("likelihood: 5\nconsequence: {quality: 9, environment: 1}\n", "", Folder::Records::faulty);
    CHECK(levels(partly, "x") == "none/none/none of medium");
}

TEST_CASE("the residual level counts once every linked control is in place") {
    const std::string rated = "likelihood: 4\nconsequence: 4\nresidual: {likelihood: 1, consequence: 3}\n";
    CHECK(levels(rated) == "extreme/low/extreme of medium");
    CHECK(levels(rated, control("c", "implementation: in-place\n")) == "extreme/low/low of medium");
    CHECK(levels(rated, control("c", "implementation: planned\n")) == "extreme/low/extreme of medium");
    CHECK(levels(rated, control("c", "implementation: partly\n")) == "extreme/low/extreme of medium");
    CHECK(levels(rated, control("c", "")) == "extreme/low/extreme of medium");
    CHECK(levels(rated, control("c", "implementation: in-place\nstatus: draft\n")) == "extreme/low/extreme of medium");
    CHECK(levels(rated, control("c", "implementation: in-place\nstatus: retired\n")) ==
          "extreme/low/extreme of medium");
    const std::string in_place = control("c", "implementation: in-place\n");
    CHECK(levels(rated, in_place + control("d", "implementation: in-place\n")) == "extreme/low/low of medium");
    CHECK(levels(rated, in_place + control("d", "implementation: planned\n")) == "extreme/low/extreme of medium");
    CHECK(levels(rated, in_place + control("d", "implementation: partly\n")) == "extreme/low/extreme of medium");
    // What is no control of the risk, or is not meant yet or any more, keeps nothing from counting.
    CHECK(levels(rated, in_place + control("d", "implementation: planned\nstatus: draft\n")) ==
          "extreme/low/low of medium");
    CHECK(levels(rated, in_place + control("d", "implementation: planned\nstatus: retired\n")) ==
          "extreme/low/low of medium");
    // Measures in words are no control.
    CHECK(levels(rated + "measures: [We take care]\n") == "extreme/low/extreme of medium");
    // Without a residual rating the inherent one counts, whatever is in place.
    CHECK(levels("likelihood: 4\nconsequence: 4\n", in_place) == "extreme/none/extreme of medium");
}

TEST_CASE("a control that its last verification found ineffective keeps the residual level from counting") {
    const std::string rated = "likelihood: 4\nconsequence: 4\nresidual: {likelihood: 1}\n";
    const auto verified = [&](const std::string& entries) {
        return levels(rated, control("c", "implementation: in-place\nverifications: [" + entries + "]\n"));
    };
    CHECK(verified("{date: 2026-05-01, result: effective}") == "extreme/low/low of medium");
    CHECK(verified("{date: 2026-05-01, result: ineffective}") == "extreme/low/extreme of medium");
    CHECK(verified("{date: 2026-05-01, result: ineffective}, {date: 2026-05-02, result: effective}") ==
          "extreme/low/low of medium");
    CHECK(verified("{date: 2026-05-02, result: ineffective}, {date: 2026-05-01, result: effective}") ==
          "extreme/low/extreme of medium");
    // Nobody knows today what will be seen tomorrow.
    CHECK(verified("{date: 2026-05-01, result: effective}, {date: 2026-06-02, result: ineffective}") ==
          "extreme/low/low of medium");
    // One of several is enough.
    CHECK(levels(rated, control("c", "implementation: in-place\n") +
                            control("d",
                                    "implementation: in-place\n"
                                    "verifications: [{date: 2026-05-01, result: ineffective}]\n")) ==
          "extreme/low/extreme of medium");
}

TEST_CASE("a control holds no more than the assets that it leans on") {
    const std::string rated = "likelihood: 4\nconsequence: 4\nresidual: {likelihood: 1}\n";
    const auto asset = [](const std::string& id, const std::string& fields) {
        return "---\nasset: " + id + "\ntitle: A\ntype: equipment\n" + fields;
    };
    const auto with = [&](const std::string& fields) {
        return levels(rated, control("c", "implementation: in-place\nassets: [a]\n") + asset("a", fields));
    };
    CHECK(with("") == "extreme/low/low of medium");
    CHECK(with("calibration: {every: 12 months, last: 2026-01-01, result: passed}\n") == "extreme/low/low of medium");
    CHECK(with("calibration: {every: 12 months, last: 2026-01-01, result: failed}\n") ==
          "extreme/low/extreme of medium");
    CHECK(with("maintenance: {result: failed}\n") == "extreme/low/extreme of medium");
    // Overdue: nobody can tell.
    CHECK(with("calibration: {every: 12 months, last: 2025-05-31, result: passed}\n") == "extreme/low/none of medium");
    CHECK(with("calibration: {every: 12 months, last: 2025-06-01, result: passed}\n") == "extreme/low/low of medium");
    CHECK(with("maintenance: {every: 1 month, last: 2026-01-01}\n") == "extreme/low/none of medium");
    CHECK(with("maintenance: {every: 1 month, last: 2026-01-01}\n"
               "calibration: {every: 12 months, last: 2026-01-01, result: failed}\n") ==
          "extreme/low/extreme of medium");
    // Without an interval, or never done, it is not overdue.
    CHECK(with("maintenance: {last: 2020-01-01}\ncalibration: {every: 1 month}\n") == "extreme/low/low of medium");
    CHECK(with("status: draft\nmaintenance: {result: failed}\n") == "extreme/low/low of medium");
    // What is certain goes before what is not: a planned control keeps the residual level from counting anyway.
    CHECK(levels(rated, control("c", "implementation: in-place\nassets: [a]\n") +
                            control("d", "implementation: planned\n") +
                            asset("a", "maintenance: {every: 1 month, last: 2026-01-01}\n")) ==
          "extreme/low/extreme of medium");
}

TEST_CASE("where nobody can tell whether the residual level is reached, the risk is no lower than that") {
    const std::string overdue = control("c", "implementation: in-place\nassets: [a]\n") +
                                "---\nasset: a\ntitle: A\ntype: equipment\n"
                                "maintenance: {every: 1 month, last: 2026-01-01}\n";
    const RiskFacts within = facts_of(one("likelihood: 4\nconsequence: 4\nresidual: {likelihood: 1}\n", overdue), "x");
    CHECK(within.unjudged);
    CHECK_FALSE(within.over_appetite());
    CHECK(within.treatment == Treatment::undated);
    const Folder folder = one("likelihood: 4\nconsequence: 4\nresidual: {likelihood: 3}\n", overdue);
    const RiskFacts above = facts_of(folder, "x");
    CHECK(above.unjudged);
    CHECK(above.over_appetite());
    Arena arena;
    CHECK(folder.said(standing(above, folder.graph().settings(), arena)) ==
          "at least high, over the appetite of medium");
    // Where the treatment aims at nothing else, nothing hangs on it.
    const RiskFacts same = facts_of(one("likelihood: 4\nconsequence: 4\nresidual: {likelihood: 4}\n", overdue), "x");
    CHECK_FALSE(same.unjudged);
    CHECK(same.basis == Basis::inherent);
}

TEST_CASE("the level of today counts where it is given") {
    const std::string rated = "likelihood: 4\nconsequence: 4\ncurrent: {likelihood: 3}\nresidual: {likelihood: 1}\n";
    const std::string in_place = control("c", "implementation: in-place\n");
    const std::string planned = control("d", "implementation: planned\n");
    CHECK(levels(rated, in_place + planned) == "extreme/low/high of medium");
    CHECK(levels(rated, in_place) == "extreme/low/high of medium");
    CHECK(levels(rated) == "extreme/low/high of medium");
    CHECK(levels("current: {likelihood: 1, consequence: 1}\n") == "none/none/low of medium");
    CHECK(levels("likelihood: 4\ncurrent: {likelihood: 1}\n") == "none/none/none of medium");
    const RiskFacts facts = facts_of(one(rated, in_place + planned), "x");
    CHECK(facts.basis == Basis::current);
    CHECK(facts.current_likelihood == 3);
    CHECK(facts.current_consequence == 4);
    // What is told for some disciplines only is for the others what it was.
    CHECK(levels("likelihood: 2\nconsequence: {quality: 5, environment: 5}\ncurrent: {consequence: {quality: 1}}\n",
                 in_place) == "high/none/high of medium");
    CHECK(levels(one("likelihood: 4\nconsequence: 4\ncurrent: {likelihood: 9}\n", in_place, Folder::Records::faulty),
                 "x") == "extreme/none/none of medium");
}

TEST_CASE("what keeps controls from holding is named, the gravest first") {
    const Folder folder =
        one("", control("planned", "implementation: planned\n") + control("partly", "implementation: partly\n") +
                    control("unsaid", "") + control("leaning", "implementation: in-place\nassets: [bench, gauge]\n") +
                    control("worn", "implementation: in-place\nassets: [gauge]\n") +
                    control("seen",
                            "implementation: in-place\nassets: [bench]\n"
                            "verifications: [{date: 2026-05-11, result: ineffective}]\n") +
                    R"(---
asset: bench
title: Bench
type: equipment
maintenance: {last: 2026-02-03, result: failed}
---
asset: gauge
title: Gauge
type: equipment
calibration: {every: 12 months, last: 2025-03-01, result: passed}
)");
    std::string told;
    Arena arena;
    for (const Shortfall& each : facts_of(folder, "x").shortfalls)
        told += folder.said(ims::told(each, folder.graph(), arena)) + "\n";
    CHECK(told ==
          "control `seen` was found ineffective on 2026-05-11\n"
          "control `leaning` leans on asset `bench`, which failed its maintenance on 2026-02-03\n"
          "control `planned` is planned\n"
          "control `partly` is in place only in part\n"
          "control `unsaid` is not said to be in place\n"
          "control `worn` leans on asset `gauge`, whose calibration was due on 2026-03-01\n");
}

TEST_CASE("a residual rating with one factor keeps the other") {
    const std::string in_place = control("c", "implementation: in-place\n");
    CHECK(levels("likelihood: 4\nconsequence: 4\nresidual: {likelihood: 1}\n", in_place) ==
          "extreme/low/low of medium");
    CHECK(levels("likelihood: 4\nconsequence: 4\nresidual: {consequence: 2}\n", in_place) ==
          "extreme/medium/medium of medium");
    CHECK(levels("likelihood: 4\nresidual: {likelihood: 1}\n", in_place) == "none/none/none of medium");
    // Nor does one for a discipline speak of the others.
    CHECK(levels("likelihood: 2\nconsequence: {quality: 5, environment: 5}\nresidual: {consequence: {quality: 1}}\n",
                 in_place) == "high/high/high of medium");
}

TEST_CASE("what cannot be read never makes a risk stand worse") {
    const std::string rated = "likelihood: 4\nconsequence: 4\nresidual: {likelihood: 1}\n";
    const std::string typo = control("c", "implementation: in-plce\n");
    CHECK(levels(one(rated, typo, Folder::Records::faulty), "x") == "extreme/low/low of medium");
    const std::string wrong = "likelihood: 4\nconsequence: 4\nresidual: {likelihood: 9}\n";
    const std::string in_place = control("c", "implementation: in-place\n");
    CHECK(levels(one(wrong, in_place, Folder::Records::faulty), "x") == "extreme/none/none of medium");
    // A control that is known not to be in place is no matter of doubt.
    const std::string planned = control("d", "implementation: planned\n");
    CHECK(levels(one(rated, typo + planned, Folder::Records::faulty), "x") == "extreme/low/extreme of medium");
    // Nor does a result or a day that cannot be read count against a control.
    const auto verified = [&](const std::string& entries) {
        const std::string fields = "implementation: in-place\nverifications: [" + entries + "]\n";
        return levels(one(rated, control("c", fields), Folder::Records::faulty), "x");
    };
    CHECK(verified("{date: 2026-05-01, result: inefective}") == "extreme/low/low of medium");
    CHECK(verified("{date: 2026-05-01, result: ineffective}, {date: 2026-05-32, result: effective}") ==
          "extreme/low/low of medium");
    // A file that cannot be parsed may hold the control.
    const Folder broken("# file: a.yaml\nrisk: x\ntitle: X\ndisciplines: [quality]\n" + rated +
                            "# file: b.yaml\ncontrol: c\ntitle: \"C\nrisks: [x]\n",
                        Folder::Records::faulty);
    CHECK(levels(broken, "x") == "extreme/low/low of medium");
}

TEST_CASE("a matrix instead of scores") {
    const Folder folder(R"(# file: ims.yaml
organisation: Example
disciplines: {quality: {}}
risk:
  likelihood: [seldom, often]
  consequence: [small, large, fatal]
  levels: [green, yellow, red]
  matrix:
    - [green, green, red]
    - [green, yellow, red]
  appetite: green
# file: risks.yaml
risk: x
title: X
likelihood: seldom
consequence: fatal
---
risk: y
title: Y
likelihood: often
consequence: large
---
risk: z
title: Z
likelihood: 2
consequence: 1
)");
    CHECK(levels(folder, "x") == "red/none/red of green");
    CHECK(levels(folder, "y") == "yellow/none/yellow of green");
    CHECK(levels(folder, "z") == "green/none/green of green");
    CHECK(facts_of(folder, "y").high());
    CHECK_FALSE(facts_of(folder, "z").high());
}

TEST_CASE("the appetite is the lowest among the disciplines of a risk") {
    const Folder folder(R"(# file: ims.yaml
organisation: Example
disciplines: {quality: {}, environment: {}, privacy: {}}
risk: {appetite: {quality: high, privacy: low}}
# file: risks.yaml
risk: quality
title: Quality
disciplines: [quality]
---
risk: both
title: Both
disciplines: [privacy, quality]
---
risk: unsaid
title: Its discipline has no appetite of its own
disciplines: [environment]
---
risk: mixed
title: One with, one without
disciplines: [quality, environment]
---
risk: none
title: Without a discipline
)");
    const auto appetite = [&](std::string_view risk) { return name(folder, facts_of(folder, risk).appetite); };
    CHECK(appetite("quality") == "high");
    CHECK(appetite("both") == "low");
    CHECK(facts_of(folder, "both").strictest == folder.discipline("privacy"));
    CHECK(appetite("unsaid") == "medium");
    CHECK_FALSE(facts_of(folder, "unsaid").strictest.known());
    CHECK(appetite("mixed") == "medium");
    CHECK(appetite("none") == "medium");
}

TEST_CASE("opportunities and aspects have no appetite") {
    CHECK(levels("type: opportunity\nlikelihood: 5\nconsequence: 5\n") == "extreme/none/extreme of none");
    CHECK(levels("type: hazard\nlikelihood: 5\nconsequence: 5\n") == "extreme/none/extreme of medium");
    const Folder aspect = one("type: aspect\nsignificant: yes\nlikelihood: 5\nconsequence: 5\n");
    CHECK(levels(aspect, "x") == "none/none/none of none");
    CHECK(facts_of(aspect, "x").significant);
    CHECK_FALSE(facts_of(one("type: aspect\nsignificant: no\n"), "x").significant);
    CHECK_FALSE(facts_of(one("significant: yes\n"), "x").significant);
    const Folder unknown = one("type: thread\nlikelihood: 5\nconsequence: 5\n", "", Folder::Records::faulty);
    CHECK(facts_of(unknown, "x").type == RiskType::unknown);
    CHECK_FALSE(facts_of(unknown, "x").over_appetite());
}

TEST_CASE("an acceptance holds on its last day, and without one for good") {
    const auto acceptance = [](const std::string& until, Folder::Records records = Folder::Records::sound) {
        return facts_of(one("accepted: {by: owner, reason: it is rare" + until + "}\n",
                            "---\nrole: owner\ntitle: Owner\n", records),
                        "x")
            .acceptance;
    };
    CHECK(acceptance("") == Acceptance::valid);
    CHECK(acceptance(", until: 2026-06-01") == Acceptance::valid);
    CHECK(acceptance(", until: 2026-05-31") == Acceptance::expired);
    CHECK(acceptance(", until: someday", Folder::Records::faulty) == Acceptance::valid);
    CHECK(facts_of(one(""), "x").acceptance == Acceptance::none);
    CHECK(facts_of(one("accepted: yes\n", "", Folder::Records::faulty), "x").acceptance == Acceptance::valid);

    const std::string rated = "likelihood: 5\nconsequence: 5\n";
    const std::string owner = "---\nrole: owner\ntitle: Owner\n";
    CHECK(facts_of(one(rated), "x").unaccepted());
    CHECK_FALSE(facts_of(one(rated + "accepted: {by: owner, reason: rare}\n", owner), "x").unaccepted());
    CHECK(facts_of(one(rated + "accepted: {by: owner, reason: rare, until: 2026-01-01}\n", owner), "x").unaccepted());
    CHECK_FALSE(facts_of(one("likelihood: 1\nconsequence: 1\n"), "x").unaccepted());
}

TEST_CASE("where the treatment stands") {
    const std::string high = "likelihood: 4\nconsequence: 4\n";
    const std::string low = "likelihood: 1\nconsequence: 1\n";
    const std::string in_place = control("c", "implementation: in-place\n");
    CHECK(treatment(high + "treatment: reduce\n") == Treatment::undated);
    CHECK(treatment(high + "due: 2026-06-02\n") == Treatment::open);
    CHECK(treatment(high + "due: 2026-06-01\n") == Treatment::open);
    CHECK(treatment(high + "due: 2026-05-31\n") == Treatment::overdue);
    // Retaining is nothing to be done by a day; sharing beside it is.
    CHECK(treatment(high + "treatment: retain\ndue: 2026-05-31\n") == Treatment::undated);
    CHECK(treatment(high + "treatment: [share, retain]\ndue: 2026-05-31\n") == Treatment::overdue);
    // What shows that it was done: every control in place, and the level within the appetite.
    CHECK(treatment(low + "due: 2026-05-31\n") == Treatment::overdue);
    CHECK(treatment(low + "due: 2026-05-31\nmeasures: [We take care]\n") == Treatment::overdue);
    CHECK(treatment(low + "due: 2026-05-31\n", in_place) == Treatment::settled);
    CHECK(treatment(low + "due: 2026-05-31\n", in_place + control("d", "implementation: planned\n")) ==
          Treatment::overdue);
    CHECK(treatment(high + "due: 2026-05-31\n", in_place) == Treatment::overdue);
    CHECK(treatment(high + "residual: {likelihood: 1}\ndue: 2026-05-31\n", in_place) == Treatment::settled);
    CHECK(treatment(high + "residual: {likelihood: 1}\ndue: 2026-06-30\n", in_place) == Treatment::settled);
    // To retain it after all settles it, as long as that holds.
    const std::string owner = "---\nrole: owner\ntitle: Owner\n";
    CHECK(treatment(high + "due: 2026-05-31\naccepted: {by: owner, reason: rare}\n", owner) == Treatment::settled);
    CHECK(treatment(high + "due: 2026-06-30\naccepted: {by: owner, reason: rare}\n", owner) == Treatment::open);
    CHECK(treatment(high + "due: 2026-05-31\naccepted: {by: owner, reason: rare, until: 2026-05-31}\n", owner) ==
          Treatment::overdue);
}

TEST_CASE("what holds a risk, by the hierarchy of controls") {
    const auto low = [](const std::string& controls) { return facts_of(one("", controls), "x").held_low; };
    const std::string gloves = control("gloves", "hierarchy: ppe\nimplementation: in-place\n");
    const std::string rules = control("rules", "hierarchy: administrative\nimplementation: partly\n");
    CHECK(low(gloves));
    CHECK(low(rules));
    CHECK(low(gloves + rules));
    CHECK_FALSE(low(""));
    for (const char* word : {"engineering", "substitution", "elimination"}) {
        CAPTURE(word);
        const std::string step = "hierarchy: " + std::string(word) + "\n";
        CHECK_FALSE(low(gloves + control("d", step + "implementation: in-place\n")));
        CHECK_FALSE(low(gloves + control("d", step + "implementation: partly\n")));
        CHECK_FALSE(low(gloves + control("d", step)));
        // A plan, a draft, a memory hold nothing.
        CHECK(low(gloves + control("d", step + "implementation: planned\n")));
        CHECK(low(gloves + control("d", step + "implementation: in-place\nstatus: draft\n")));
        CHECK(low(gloves + control("d", step + "implementation: in-place\nstatus: retired\n")));
    }
    // A control that does not say where it stands in the hierarchy may be a higher one.
    CHECK_FALSE(low(gloves + control("d", "implementation: in-place\n")));
    CHECK_FALSE(low(control("d", "hierarchy: ppe\nimplementation: planned\n")));
}

TEST_CASE("conditions, with the words of health and safety") {
    const RiskFacts& all = facts_of(one("conditions: [routine, non-routine, emergency]\n"), "x");
    CHECK(all.considers(Condition::normal));
    CHECK(all.considers(Condition::abnormal));
    CHECK(all.considers(Condition::emergency));
    const RiskFacts& one_word = facts_of(one("conditions: abnormal\n"), "x");
    CHECK_FALSE(one_word.considers(Condition::normal));
    CHECK(one_word.considers(Condition::abnormal));
    CHECK_FALSE(one_word.considers(Condition::emergency));
    CHECK(one_word.conditions_known);
    CHECK(facts_of(one(""), "x").conditions == 0);
    CHECK_FALSE(facts_of(one("conditions: [normal, emergancy]\n", "", Folder::Records::faulty), "x").conditions_known);
}

TEST_CASE("the conditions that a process looks at, its sites' included") {
    const Folder folder(R"(process: weld
title: Weld
sites: [yard]
risks: [sparks, fumes]
---
process: sell
title: Sell
---
site: yard
title: Yard
---
risk: sparks
title: Sparks
type: hazard
conditions: [normal]
---
risk: fumes
title: Fumes
type: aspect
conditions: [abnormal]
---
risk: fire
title: Fire
type: hazard
conditions: [emergency]
sites: [yard]
---
risk: flood
title: Flood, a draft
status: draft
type: hazard
conditions: [abnormal]
sites: [yard]
---
risk: late
title: A threat has no conditions
conditions: [abnormal, emergency]
processes: [weld, sell]
)");
    const Considered hazards = folder.facts().considered(folder["process/weld"], RiskType::hazard);
    CHECK(hazards.any);
    CHECK_FALSE(hazards.lacks(Condition::normal));
    CHECK(hazards.lacks(Condition::abnormal));
    CHECK_FALSE(hazards.lacks(Condition::emergency));
    const Considered aspects = folder.facts().considered(folder["process/weld"], RiskType::aspect);
    CHECK_FALSE(aspects.lacks(Condition::abnormal));
    CHECK(aspects.lacks(Condition::emergency));
    const Considered none = folder.facts().considered(folder["process/sell"], RiskType::hazard);
    CHECK_FALSE(none.any);
    CHECK_FALSE(none.lacks(Condition::emergency));
}
