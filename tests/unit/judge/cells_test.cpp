// Cells of the matrix, letter by letter: what earns it, what takes it. Today is 2026-06-01.
#include "judge/cells.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "judge/cell_of.h"

using namespace ims;

namespace {

const std::string kSettings =
    "# file: ims.yaml\n"
    "organisation: O\n"
    "top_management: [boss]\n"
    "disciplines: {quality: {lead: boss}, environment: {lead: boss}}\n"
    "risk: {likelihood: [rare, often], consequence: [minor, major], levels: {low: 1, high: 4}, appetite: low}\n"
    "classification: {availability: [low, high]}\n"
    "audit: {cycle: 1 y}\n";

// A process that meets quality from end to end, and whose staff says why environment is nothing to it.
const std::string kShop =
    "# file: roles.yaml\n"
    "role: boss\ntitle: Boss\nholders: 2\nresponsibilities: [{does: Leads, disciplines: [quality, environment]}]\n"
    "---\n"
    "role: cashier\ntitle: Cashier\nholders: 2\nreports_to: boss\n"
    "responsibilities: [{does: Sells well, disciplines: [quality], processes: [sell]}]\n"
    "# file: sell.yaml\n"
    "process: sell\ntitle: Sell\ntype: support\nowner: cashier\nresponsible: cashier\nrisks: [late]\n"
    "# file: late.yaml\n"
    "risk: late\ntitle: Late\ndisciplines: [quality]\nowner: cashier\nlikelihood: rare\nconsequence: minor\n"
    "review: {last: 2026-01-10}\n"
    "# file: audit.yaml\n"
    "audit: walk\ntitle: Walk\nplanned: 2026-01-10\ndone: 2026-01-10\ndisciplines: [quality]\nprocesses: [sell]\n";

// The shop with more files, or with others instead.
std::string quality(const std::string& files, std::string_view process = "process/sell") {
    return shown(cell_of(*analyzed_with(kSettings + kShop, files), process, "quality"));
}

std::string traces(const std::string& files, std::optional<Mark> mark, std::string_view discipline = "quality") {
    const auto analysis = analyzed_with(kSettings + kShop, files);
    return traces_of(*analysis, cell_of(*analysis, "process/sell", discipline), mark);
}

std::string obligation(const std::string& more) {
    return "# file: law.yaml\nobligation: law\ntitle: Law\ndisciplines: [quality]\nowner: cashier\nsource: law\n"
           "requires: R\nprocesses: [sell]\nreview: {last: 2026-01-10}\n" +
           more;
}

std::string control(const std::string& more) {
    return "# file: guard.yaml\ncontrol: guard\ntitle: Guard\ntype: preventive\nimplementation: in-place\n"
           "owner: cashier\nrisks: [late]\n" +
           more;
}

std::string lapse(const std::string& id, const std::string& more) {
    return "# file: " + id + ".yaml\nnonconformity: " + id +
           "\ntitle: N\ngrade: minor\ndate: 2026-02-01\ndisciplines: [quality]\nprocesses: [sell]\ncause: C\n" + more;
}

const std::string kEvaluated = "evaluations: [{date: 2026-02-01, result: met}]\n";

}  // namespace

TEST_CASE("a sound cell, where there never was anything to act on") {
    CHECK(quality("") == "PDC–");
    const Cell cell = cell_of(*analyzed(kSettings + kShop), "process/sell", "quality");
    CHECK(cell.whole());
    CHECK(cell.never_acted());
    CHECK(cell.code() == "PDC-");
    CHECK(traces("", Mark::plan) == "for risk/late: risk\n");
    CHECK(traces("", Mark::do_it) == "for role/cashier: answers for it here\n");
    CHECK(traces("", Mark::check) == "for audit/walk: audited on 2026-01-10\n");
    CHECK(traces("", Mark::act) == "");
}

TEST_CASE("cells that address nothing show what is at home there") {
    const auto analysis = analyzed(kSettings + kShop);
    const Cell cell = cell_of(*analysis, "process/sell", "environment");
    CHECK(cell.state == CellState::unaddressed);
    CHECK(shown(cell) == "— 1");  // not addressed: what it does not carry is not audited
    CHECK(cell.code() == "unaddressed");
    CHECK(traces("", Mark::plan, "environment") == "against process/sell: discipline-unaddressed\n");
    const auto excused =
        analyzed_with(kSettings + kShop,
                      "# file: sell.yaml\nprocess: sell\ntitle: Sell\ntype: support\nowner: cashier\n"
                      "responsible: cashier\nrisks: [late]\nnot_applicable: {environment: No waste}\n");
    CHECK(shown(cell_of(*excused, "process/sell", "environment")) == "n/a");
    CHECK(cell_of(*excused, "process/sell", "environment").reason == "No waste");
}

TEST_CASE("plan: a concern without owner, rating or review makes the letter small") {
    CHECK(quality("# file: late.yaml\nrisk: late\ntitle: Late\ndisciplines: [quality]\nlikelihood: rare\n"
                  "consequence: minor\nreview: {last: 2026-01-10}\n") == "pDC– 1");
    CHECK(quality("# file: late.yaml\nrisk: late\ntitle: Late\ndisciplines: [quality]\nowner: cashier\n"
                  "review: {last: 2026-01-10}\n") == "pDC– 1");
}

TEST_CASE("do: who takes part answers, or says why not") {
    const std::string two =
        "# file: sell.yaml\nprocess: sell\ntitle: Sell\ntype: support\nowner: cashier\nresponsible: [cashier, helper]\n"
        "risks: [late]\n# file: helper.yaml\nrole: helper\ntitle: Helper\nholders: 2\nreports_to: boss\n"
        "responsibilities: [{does: Saves energy, disciplines: [environment]}]\n";
    CHECK(quality(two).starts_with("PdC–"));
    CHECK(traces(two, Mark::do_it)
              .starts_with("for role/cashier: answers for it here\n"
                           "against role/helper: takes part, and does not answer for it\n"));
    CHECK(quality(two + "not_applicable: {quality: Only sweeps}\n") == "PDC–");
    CHECK(quality("# file: sell.yaml\nprocess: sell\ntitle: Sell\ntype: support\nowner: helper\nresponsible: helper\n"
                  "risks: [late]\n# file: helper.yaml\nrole: helper\ntitle: Helper\nholders: 2\nreports_to: boss\n"
                  "responsibilities: [{does: Saves energy, disciplines: [environment]}]\n")
              .starts_with("PdC–"));  // the cashier takes part by a responsibility for it
}

TEST_CASE("check: what is due counts, what is planned for a day to come neither earns nor costs") {
    const auto audit = [](const std::string& days) {
        return "# file: audit.yaml\naudit: walk\ntitle: Walk\ndisciplines: [quality]\nprocesses: [sell]\n" + days;
    };
    CHECK(quality(audit("planned: 2026-09-01\n")) == "PD––");
    CHECK(quality(audit("planned: 2026-09-01\n") + obligation(kEvaluated)) == "PDC–");
    CHECK(quality(audit("planned: 2026-05-01\n")) == "PD·– 1");  // overdue
    CHECK(quality(audit("planned: 2020-05-01\ndone: 2020-05-01\n")) == "PD·– 1");
    CHECK(quality(obligation("since: 2026-05-01\n")) == "PDC–");  // due for the first time in a year
    CHECK(quality(obligation("")) == "PDc– 1");
    CHECK(quality(obligation("evaluations: [{date: 2024-02-01, result: met}]\n")) == "PDc– 1");
    CHECK(quality(control("")) == "PDc– 1");
    CHECK(quality(control("verifications: [{date: 2026-02-01, what: W, result: effective}]\n")) == "PDC–");
    CHECK(traces(obligation(""), Mark::check) ==
          "for audit/walk: audited on 2026-01-10\n"
          "against obligation/law: never evaluated\n"
          "against obligation/law: obligation-unevaluated\n");
}

TEST_CASE("check: exercises of plans count where the plan serves the discipline, suppliers where they are evaluated") {
    const std::string plan =
        "# file: plan.yaml\nplan: out\ntitle: Out\ndisciplines: [quality]\nprocesses: [sell]\nrisks: [late]\n"
        "activation: A\nreview: {last: 2026-01-10}\nteam: [cashier]\n";
    CHECK(quality(plan) == "PDc– 1");
    CHECK(quality(plan + "# file: drill.yaml\nexercise: drill\ntitle: D\ntests: [out]\ndate: 2026-02-01\n"
                         "result: passed\ndisciplines: [quality]\n") == "PDC–");
}

TEST_CASE("act: bad results are acted on in time, late, or not at all") {
    const std::string done =
        "action: {does: D, owner: cashier, due: 2026-04-01, done: 2026-03-01}\n"
        "effectiveness: {date: 2026-05-01, result: effective}\n";
    const std::string ahead = "action: {does: D, owner: cashier, due: 2026-09-01}\n";
    const std::string late = "action: {does: D, owner: cashier, due: 2026-05-01}\n";
    CHECK(quality(lapse("a", done)) == "PDCA");
    CHECK(quality(lapse("a", ahead)) == "PDCA");
    CHECK(quality(lapse("a", late)) == "PDCa 1");
    CHECK(quality(lapse("a", "")) == "PDC· 1");
    CHECK(quality(lapse("a", "") + lapse("b", done)) == "PDCa 1");
    // No effect, and nothing more is planned.
    CHECK(quality(lapse("a",
                        "action: {does: D, owner: cashier, due: 2026-04-01, done: 2026-03-01}\n"
                        "effectiveness: {date: 2026-05-01, result: ineffective}\n")) == "PDCa 1");
    CHECK(traces(lapse("a", late), Mark::act) ==
          "against nonconformity/a: its action was due on 2026-05-01\n"
          "against nonconformity/a: nonconformity-overdue\n");
}

TEST_CASE("act: an obligation that is not met, and a control that does not work, ask for a nonconformity") {
    const std::string not_met = obligation("evaluations: [{date: 2026-02-01, result: not-met}]\n");
    CHECK(quality(not_met) == "PDC· 1");
    CHECK(quality(not_met + lapse("a",
                                  "raised_by: obligation/law\n"
                                  "action: {does: D, owner: cashier, due: 2026-09-01}\n")) == "PDCA");
    const std::string broken = control("verifications: [{date: 2026-02-01, what: W, result: ineffective}]\n");
    CHECK(quality(broken) == "PdC· 1");
    // One of the process and discipline, which is still open.
    CHECK(quality(broken + lapse("a", "action: {does: D, owner: cashier, due: 2026-09-01}\n")) == "PdCA 1");
}

TEST_CASE("act: an incident is acted on by a nonconformity, or by lessons and a risk that was reviewed since") {
    const auto incident = [](const std::string& more) {
        return "# file: i.yaml\nincident: i\ntitle: I\ndate: 2026-01-05\ntype: incident\ndisciplines: [quality]\n"
               "processes: [sell]\nrisks: [late]\n" +
               more;
    };
    CHECK(quality(incident("lessons: L\n")) == "PDCA");
    CHECK(quality(incident("")) == "PDC·");
    CHECK(quality("# file: late.yaml\nrisk: late\ntitle: Late\ndisciplines: [quality]\nowner: cashier\n"
                  "likelihood: rare\nconsequence: minor\nreview: {last: 2026-01-02}\n" +
                  incident("lessons: L\n")) == "PDC· 1");
}

TEST_CASE("act: an exercise that went wrong, and passed when it was held again") {
    const std::string plan =
        "# file: plan.yaml\nplan: out\ntitle: Out\ndisciplines: [quality]\nprocesses: [sell]\nrisks: [late]\n"
        "activation: A\nreview: {last: 2026-01-10}\nteam: [cashier]\n";
    const auto drill = [](const std::string& id, const std::string& date, const std::string& result) {
        return "# file: " + id + ".yaml\nexercise: " + id + "\ntitle: D\ntests: [out]\ndate: " + date +
               "\nresult: " + result + "\ndisciplines: [quality]\n";
    };
    CHECK(quality(plan + drill("a", "2026-02-01", "failed")) == "PDC· 1");
    CHECK(quality(plan + drill("a", "2026-02-01", "partly")) == "PDC· 1");
    CHECK(quality(plan + drill("a", "2026-02-01", "partly") + drill("b", "2026-03-01", "passed")) == "PDCA");
}

TEST_CASE("what is accepted leaves the letter small, and is counted apart") {
    const std::string accepted =
        obligation("exceptions: [{rule: obligation-unevaluated, reason: New, by: boss, until: 2026-12-31}]\n");
    CHECK(quality(accepted) == "PDc–");
    const auto analysis = analyzed_with(kSettings + kShop, accepted);
    const Cell cell = cell_of(*analysis, "process/sell", "quality");
    CHECK(cell.accepted);
    CHECK(!cell.whole());
    CHECK(said(*analysis, cell.traces.back().what).ends_with("; accepted until 2026-12-31"));
    // Where nothing else was due, that is all there is of the letter.
    CHECK(quality(accepted + "# file: audit.yaml\naudit: walk\ntitle: Walk\ndisciplines: [quality]\n"
                             "processes: [sell]\nplanned: 2026-09-01\n") == "PDc–");
}

TEST_CASE("where the rule that would take a letter is off, the letter is not known") {
    const std::string off =
        "# file: ims.yaml\norganisation: O\ntop_management: [boss]\n"
        "disciplines: {quality: {lead: boss}, environment: {lead: boss}}\n"
        "risk: {likelihood: [rare, often], consequence: [minor, major], levels: {low: 1, high: 4}, appetite: low}\n"
        "audit: {cycle: 1 y}\n";
    const std::string unowned =
        "# file: late.yaml\nrisk: late\ntitle: Late\ndisciplines: [quality]\n"
        "likelihood: rare\nconsequence: minor\nreview: {last: 2026-01-10}\n";
    CHECK(quality(off + "check: {rules: {risk-without-owner: off}}\n") == "PDC–");  // it would find nothing
    CHECK(quality(unowned + off + "check: {rules: {risk-without-owner: off}}\n") == "?DC–");
    CHECK(traces(unowned + off + "check: {rules: {risk-without-owner: off}}\n", Mark::plan) ==
          "for risk/late: risk\nunjudged risk/late: risk-without-owner\n");
    // All that could take a letter.
    std::string all = "check: {rules: {";
    for (const RuleEntry& rule : built_in_book().entries()) {
        if (rule.fixedness == Fixedness::open && std::ranges::find(rule.marks, Mark::plan) != rule.marks.end())
            all += fmt::format("{}: off, ", rule.name);
    }
    CHECK(quality(off + all + "}}\n") == "PDC–");  // fixed ones still look
}

TEST_CASE("a low finding changes nothing") {
    // A process without objective, output or customer is told of lowly.
    const auto analysis = analyzed(kSettings + kShop);
    const Cell cell = cell_of(*analysis, "process/sell", "quality");
    CHECK(cell.worst == Grade::low);
    CHECK(cell.weighty == 0);
}

TEST_CASE("what reaches a process through a site is told, and takes nothing") {
    const std::string site =
        "# file: site.yaml\nsite: house\ntitle: House\nprocesses: [sell]\nrisks: [fire]\n"
        "---\nrisk: fire\ntitle: Fire\ndisciplines: [quality]\nlikelihood: rare\nconsequence: minor\n"
        "review: {last: 2026-01-10}\n";
    CHECK(quality(site) == "PDC–");
    CHECK(traces(site, std::nullopt) ==
          "elsewhere site/house: 1 through site/house: risk-without-owner at risk/fire\n");
    const auto analysis = analyzed_with(kSettings + kShop, site);
    CHECK(traces_of(*analysis, cell_of(*analysis, "ims", "quality"), Mark::plan).find("risk/fire") !=
          std::string::npos);
}

TEST_CASE("what could not be read costs no letter") {
    const std::string broken = "# file: broken.yaml\nexercise: [\n# file: unreadable.yaml\n\xff\xfe\n";
    const std::string nothing_done = obligation("evaluations: [{date: 2026-02-01, result: not-met}]\n");
    CHECK(quality(broken + nothing_done).starts_with("PDC?"));
    CHECK(quality("# file: audit.yaml\naudit: later\ntitle: L\nplanned: 2020-05-01\ndisciplines: [environment]\n"
                  "processes: [sell]\n" +
                  broken)
              .starts_with("PD?"));
}

TEST_CASE("a row, the matrix and a single cell say the same") {
    const auto analysis = analyzed_with(kSettings + kShop, obligation("") + lapse("a", ""));
    const Matrix matrix = judge_matrix(judged(*analysis));
    const RecordId sell = id_of(*analysis, "process/sell");
    REQUIRE(matrix.rows.size() == 1);
    const std::vector<Cell>& row = analysis->cells_of(sell);
    for (const Discipline each : analysis->settings.in_force()) {
        const Cell cell = judge_cell(judged(*analysis), sell, each, trace_arena());
        CHECK(shown(cell) == shown(row[each.index()]));
        CHECK(shown(cell) == shown(matrix.rows[0].cells[each.index()]));
        CHECK(shown(judge_system(judged(*analysis), each, trace_arena())) == shown(matrix.system[each.index()]));
    }
}

TEST_CASE("the system as a whole: policy, objectives, lead, review, decisions") {
    const std::string policy =
        "# file: policy.yaml\ndocument: policy\ntitle: P\ntype: policy\n"
        "disciplines: [quality, environment]\nowner: boss\napproved: {by: boss, date: "
        "2026-01-10}\nreview: {last: 2026-01-10}\n";
    const std::string objective =
        "# file: o.yaml\nobjective: o\ntitle: O\nmeasure: M\ntarget: 1\ndirection: at-most\ndue: 2026-12-31\n"
        "owner: boss\ndisciplines: [quality]\nprocesses: [sell]\nmeasurements: [{date: 2026-05-01, value: 1}]\n";
    const auto review = [](const std::string& more) {
        return "# file: review.yaml\nmanagement_review: review\ntitle: R\ndate: 2026-01-10\n"
               "inputs: {performance: {quality: Q}}\n" +
               more;
    };
    CHECK(quality("", "ims").starts_with("·"));
    CHECK(quality(policy, "ims").starts_with("p"));
    const std::string both = policy + objective;
    CHECK(quality(both, "ims").starts_with("P"));
    const auto letter = [&](const std::string& files, Mark mark) {
        const auto analysis = analyzed_with(kSettings + kShop, files);
        return std::string(to_string(cell_of(*analysis, "ims", "quality").letter(mark)));
    };
    CHECK(letter(both, Mark::check) == "none");
    CHECK(letter(both, Mark::act) == "nothing");
    CHECK(letter(both + review(""), Mark::check) == "small");  // it heard of hardly anything
    CHECK(letter(both + review("decisions: [{what: W, owner: boss, due: 2026-09-01}]\n"), Mark::act) == "capital");
    CHECK(letter(both + review("decisions: [{what: W, owner: boss, due: 2026-05-01}]\n"), Mark::act) == "small");
}
