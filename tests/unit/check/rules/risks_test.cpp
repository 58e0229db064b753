// What the folders below tests/rules cannot show of the rules about risks: grades, and findings at one place.
#include <doctest/doctest.h>

#include "assess/folder.h"
#include "built_in.h"
#include "check/example.h"
#include "diagnostics/rules.h"
#include "engine/analyze_folder.h"
#include "link/graph_names.h"

using namespace ims;
using test::Folder;

namespace {

std::string over_appetite(const std::string& fields, const std::string& settings = {}) {
    return Folder("# file: ims.yaml\norganisation: Example\ndisciplines: {quality: {}}\n" + settings +
                      "# file: risks.yaml\nrisk: fire\ntitle: Fire\nlikelihood: 2\nconsequence: 5\n" + fields +
                      "---\nrole: owner\ntitle: Owner\n",
                  RuleId::risk_over_appetite)
        .findings();
}

// The notes and the help of what risk-over-appetite finds of a risk with these fields. Its controls may be `held` (in
// place), `planned`, `broken` (found ineffective), `leaning` (on a gauge that failed) and `unsure` (on one overdue).
std::string told(const std::string& fields) {
    const std::string records =
        "# file: records.yaml\nrisk: fire\ntitle: Fire\nlikelihood: 3\nconsequence: 5\n" + fields + R"(---
control: held
title: Held
implementation: in-place
---
control: planned
title: Planned
implementation: planned
---
control: broken
title: Broken
implementation: in-place
verifications: [{date: 2026-05-11, result: ineffective}]
---
control: leaning
title: Leaning
implementation: in-place
assets: [failed-gauge]
---
control: unsure
title: Unsure
implementation: in-place
assets: [overdue-gauge]
---
asset: failed-gauge
title: Gauge
type: equipment
calibration: {every: 12 months, last: 2026-02-03, result: failed}
---
asset: overdue-gauge
title: Gauge
type: equipment
calibration: {every: 12 months, last: 2025-02-03, result: passed}
)";
    MemoryFileSystem disk;
    for (auto& [path, text] : example_files(records)) disk.files["folder/" + path] = text;
    FolderOptions options;
    options.root = "folder";
    options.today = *parse_date("2026-06-01");
    const auto analysis = analyze_folder(disk, built_in_rules(), options);
    REQUIRE(analysis.has_value());
    std::string text;
    for (const Finding& finding : (*analysis)->findings) {
        if (finding.rule != RuleId::risk_over_appetite) continue;
        text += for_editors(finding.message, (*analysis)->graph) + "\n";
        for (const Message& note : finding.notes) text += "= " + for_editors(note, (*analysis)->graph) + "\n";
        text += "help: " + for_editors(finding.help, (*analysis)->graph) + "\n";
    }
    return text;
}

const std::string kAccept = "have it accepted: `accepted: {by: …, date: …, until: …, reason: …}`\n";

const std::string kThen = "; if it is still too high then, say by when more is done (`due: …`), or " + kAccept;

}  // namespace

TEST_CASE("a risk over the appetite says what keeps its residual rating from counting, and what to do first") {
    const std::string extreme =
        "risk `fire` is extreme, over the appetite of medium\n"
        "= likelihood possible, consequence severe\n";
    const std::string aim = "residual: {likelihood: 1}\n";
    CHECK(told("") ==
          extreme + "help: link controls and give the day by which they are in place (`due: …`), or " + kAccept);
    CHECK(told(aim) == extreme +
                           "= the residual level medium does not count: no control is linked\n"
                           "help: link controls and give the day by which they are in place (`due: …`), or " +
                           kAccept);
    CHECK(told("controls: [held]\n") ==
          extreme +
              "= nothing says what remains with its controls\n"
              "help: rate what remains under `residual: {likelihood: …, consequence: …}`" +
              kThen);
    CHECK(told(aim + "controls: [planned]\n") ==
          extreme +
              "= the residual level medium does not count: control `planned` is planned\n"
              "help: say by when its controls are in place (`due: …`), and once they are, say so there "
              "(`implementation: in-place`); or " +
              kAccept);
    // A further control is still to come, and how it stands today can be said.
    CHECK(told(aim + "controls: [held, planned]\n") ==
          extreme +
              "= the residual level medium does not count: control `planned` is planned\n"
              "help: rate how it stands today, with the controls that are in place, under `current: {likelihood: …, "
              "consequence: …}`" +
              kThen);
    CHECK(told(aim + "controls: [planned, broken]\n") ==
          extreme +
              "= the residual level medium does not count: control `broken` was found ineffective on 2026-05-11; "
              "control `planned` is planned\n"
              "help: put control `broken` right, verify it again, and add what you saw to its `verifications`" +
              kThen);
    CHECK(told(aim + "controls: [leaning]\n") ==
          extreme +
              "= the residual level medium does not count: control `leaning` leans on asset `failed-gauge`, which "
              "failed its calibration on 2026-02-03\n"
              "help: have asset `failed-gauge` put right, and write under its `calibration` when it passed" +
              kThen);
    // Only overdue: within the appetite nothing is certain, and above it the risk is at least as high.
    CHECK(told(aim + "controls: [unsure]\n").empty());
    CHECK(told("residual: {likelihood: 2}\ncontrols: [unsure]\n") ==
          "risk `fire` is at least high, over the appetite of medium\n"
          "= what remains with its controls: likelihood unlikely, consequence severe\n"
          "= whether it is no higher cannot be judged: control `unsure` leans on asset `overdue-gauge`, whose "
          "calibration was due on 2026-02-03\n"
          "help: link more controls and give the day by which they are in place (`due: …`), or " +
              kAccept);
    CHECK(told("current: {likelihood: 2}\ncontrols: [held, planned]\n") ==
          "risk `fire` is high, over the appetite of medium\n"
          "= as it stands today: likelihood unlikely, consequence severe\n"
          "help: say by when its other controls are in place (`due: …`), or " +
              kAccept);
    CHECK(told("current: {likelihood: 2}\ncontrols: [held]\n") ==
          "risk `fire` is high, over the appetite of medium\n"
          "= as it stands today: likelihood unlikely, consequence severe\n"
          "help: link more controls and give the day by which they are in place (`due: …`), or " +
              kAccept);
}

TEST_CASE("while a treatment is due, the one step that is still to be written down is told") {
    const std::string due = "due: 2026-09-30\n";
    const std::string extreme =
        "risk `fire` is extreme, over the appetite of medium\n"
        "= likelihood possible, consequence severe\n";
    const std::string aim = "residual: {likelihood: 1}\n";
    const std::string by_then = "= its treatment is due on 2026-09-30\n";
    CHECK(told(due) ==
          extreme + by_then + "help: link what treats it under `controls`, so that its progress can be seen\n");
    CHECK(told(due + "controls: [planned]\n") ==
          extreme + by_then +
              "help: once its controls are in place, say so there (`implementation: in-place`), and rate what remains "
              "under `residual`\n");
    CHECK(told(due + aim + "controls: [planned]\n") ==
          extreme + "= the residual level medium does not count: control `planned` is planned\n" + by_then +
              "help: once its controls are in place, say so there (`implementation: in-place`), so that its residual "
              "rating counts\n");
    CHECK(told(due + aim + "controls: [held, planned]\n") ==
          extreme + "= the residual level medium does not count: control `planned` is planned\n" + by_then +
              "help: rate how it stands today, with the controls that are in place, under `current: {likelihood: …, "
              "consequence: …}`\n");
    CHECK(told(due + "current: {likelihood: 2}\ncontrols: [held, planned]\n") ==
          "risk `fire` is high, over the appetite of medium\n"
          "= as it stands today: likelihood unlikely, consequence severe\n" +
              by_then +
              "help: once the treatment is done, rate anew how it stands under `current`, or take that out so that "
              "`residual` counts; what is still too high then is to be accepted or treated further\n");
}

TEST_CASE("a risk over the appetite is high, and medium while its treatment is not yet due") {
    const std::string high = "high risk `fire` is high, over the appetite of medium\n";
    const std::string medium = "medium risk `fire` is high, over the appetite of medium\n";
    CHECK(over_appetite("") == high);
    CHECK(over_appetite("treatment: reduce\n") == high);
    CHECK(over_appetite("treatment: reduce\ndue: 2026-06-02\n") == medium);
    CHECK(over_appetite("due: 2026-06-01\n") == medium);
    CHECK(over_appetite("due: 2026-05-31\n") == high);
    // To retain is no treatment that will be done by a day.
    CHECK(over_appetite("treatment: retain\ndue: 2026-12-31\n") == high);
    CHECK(over_appetite("treatment: [reduce, retain]\ndue: 2026-12-31\n") == medium);
    const std::string ended = "accepted: {by: owner, reason: rare, date: 2025-01-01, until: 2026-01-01}\n";
    CHECK(over_appetite(ended) == high);
    CHECK(over_appetite(ended + "due: 2026-12-31\n") == medium);
}

TEST_CASE("the grade that ims.yaml sets beats both") {
    const std::string settings = "check: {rules: {risk-over-appetite: low}}\n";
    const std::string low = "low risk `fire` is high, over the appetite of medium\n";
    CHECK(over_appetite("", settings) == low);
    CHECK(over_appetite("due: 2026-12-31\n", settings) == low);
}

TEST_CASE("the appetite of a discipline is named") {
    CHECK(over_appetite("disciplines: [quality]\n", "risk: {appetite: {quality: low}}\n") ==
          "high risk `fire` is high, over the appetite of low for quality\n");
}

TEST_CASE("hazards and aspects of a process lack conditions each by themselves") {
    const Folder folder(R"(process: weld
title: Weld
risks: [sparks, fumes]
---
risk: sparks
title: Sparks
type: hazard
conditions: [normal, emergency]
---
risk: fumes
title: Fumes
type: aspect
significant: no
conditions: [normal, abnormal]
)",
                        RuleId::missing_conditions);
    CHECK(folder.findings() ==
          "medium no aspect of process `weld` is considered under emergency conditions\n"
          "medium no hazard of process `weld` is considered under abnormal conditions\n");
}
