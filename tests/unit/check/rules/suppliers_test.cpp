// What the folders below tests/rules cannot show of the rules about suppliers: grades and their reasons.
#include <doctest/doctest.h>

#include "analyzed.h"
#include "assess/folder.h"
#include "diagnostics/rules.h"

using namespace ims;
using test::Folder;

namespace {

constexpr std::string_view kSettings =
    "# file: ims.yaml\norganisation: Example\n"
    "disciplines: {quality: {}, health-and-safety: {}, information-security: {}, privacy: {}}\n";

// What is found of a supplier with these fields that was evaluated in quality alone. A process in the hall needs it; a
// risk `fall` and a risk `leak` with these fields concern it.
std::string missed(const std::string& supplier, const std::string& fall, const std::string& leak = {},
                   RuleId rule = RuleId::supplier_misses_discipline) {
    std::string files(kSettings);
    files += "# file: records.yaml\nsupplier: fitters\ntitle: Fitters\nprovides: repairs\n" + supplier +
             (rule == RuleId::supplier_unevaluated
                  ? std::string()
                  : "evaluations: [{disciplines: [quality], date: 2026-01-01, result: approved}]\n") +
             "---\nprocess: mend\ntitle: Mend\nsites: [hall]\nneeds: [{what: supplier/fitters}]\n"
             "---\nsite: hall\ntitle: Hall\n---\nsite: yard\ntitle: Yard\n"
             "---\nasset: crane\ntitle: Crane\nlocation: hall\n"
             "---\nasset: list\ntitle: List\n---\nasset: till\ntitle: Till\nprovider: fitters\n"
             "---\nrisk: fall\ntitle: Fall\ndisciplines: [health-and-safety]\n" +
             fall;
    if (!leak.empty()) files += "---\nrisk: leak\ntitle: Leak\ndisciplines: [information-security]\n" + leak;
    return Folder(files, rule).findings();
}

const std::string kHigh = "likelihood: 5\nconsequence: 5\n";
const std::string kHazard = "type: hazard\n";
const std::string kIn = "supplier `fitters` was not evaluated in health-and-safety";
const std::string kUsers = ", though a process that needs it carries such concerns\n";

}  // namespace

TEST_CASE("a supplier that works on site under a high hazard or risk weighs high, and says which") {
    const std::string on_site = "works_on_site: yes\n";
    CHECK(missed(on_site, kHazard + kHigh + "processes: [mend]\n") ==
          "high " + kIn + ", and works on site under the high hazard `fall` of process `mend`\n");
    CHECK(missed(on_site, kHigh + "sites: [hall]\n") ==
          "high " + kIn + ", and works on site under the high risk `fall` of site `hall`\n");
    CHECK(missed("works_on_site: [hall]\n", kHazard + kHigh + "assets: [crane]\nprocesses: [mend]\n") ==
          "high " + kIn + ", and works on site under the high hazard `fall` of asset `crane`\n");
    CHECK(missed(on_site, kHazard + kHigh + "suppliers: [fitters]\n") ==
          "high " + kIn + ", and works on site under the high hazard `fall`\n");
    // Not high, not there, not said, or no hazard of the work.
    CHECK(missed(on_site, kHazard + "likelihood: 1\nconsequence: 1\nprocesses: [mend]\n") == "low " + kIn + kUsers);
    CHECK(missed(on_site, kHazard + "processes: [mend]\n") == "low " + kIn + kUsers);
    CHECK(missed("works_on_site: [yard]\n", kHazard + kHigh + "processes: [mend]\n") == "low " + kIn + kUsers);
    CHECK(missed("works_on_site: no\n", kHazard + kHigh + "processes: [mend]\n") == "low " + kIn + kUsers);
    CHECK(missed("", kHazard + kHigh + "processes: [mend]\n") == "low " + kIn + kUsers);
    CHECK(missed(on_site, kHigh + "processes: [mend]\n") == "low " + kIn + kUsers);
}

TEST_CASE("a supplier that handles data under a high risk weighs high, and says which") {
    const std::string handles = "handles: [list]\n";
    const std::string in = "supplier `fitters` was not evaluated in information-security";
    CHECK(missed(handles, "", kHigh + "assets: [list]\n") ==
          "high " + in + ", and handles `list` under the high risk `leak`\n");
    CHECK(missed(handles, "", kHigh + "processes: [mend]\n") ==
          "high " + in + ", and handles `list` under the high risk `leak` of process `mend`\n");
    CHECK(missed(handles, "", "assets: [list]\n") ==
          "medium " + in + ", and handles `list`, which the risk `leak` is about\n");
    CHECK(missed("", "", kHigh + "processes: [mend]\n") ==
          "low " + in + ", though a process that needs it carries such concerns\n");
    // What it sees has nothing to do with who may fall.
    CHECK(missed(handles, kHazard + kHigh + "processes: [mend]\n") == "low " + kIn + kUsers);
}

TEST_CASE("a supplier that a concern names, or what it provides, weighs medium; several disciplines are one finding") {
    CHECK(missed("", kHigh + "suppliers: [fitters]\nprocesses: [mend]\n") ==
          "medium " + kIn + ", and is named by the risk `fall`\n");
    CHECK(missed("", kHigh + "assets: [till]\nprocesses: [mend]\n") ==
          "medium " + kIn + ", and provides `till`, which the risk `fall` is about\n");
    CHECK(missed("works_on_site: yes\n", kHazard + kHigh + "processes: [mend]\n", "processes: [mend]\n") ==
          "high supplier `fitters` was not evaluated in health-and-safety and information-security, and works on site "
          "under the high hazard `fall` of process `mend` (health-and-safety)\n");
}

TEST_CASE("what is accepted of a supplier leaves the rest its own grade") {
    const std::string accepted =
        "works_on_site: yes\nexceptions: [{rule: supplier-misses-discipline, disciplines: [health-and-safety], "
        "reason: R, by: person/p, until: 2026-12-31}]\n";
    CHECK(missed(accepted, kHazard + kHigh + "processes: [mend]\n", "processes: [mend]\n---\nperson: p\ntitle: P\n") ==
          "low supplier `fitters` was not evaluated in information-security" + kUsers);
}

TEST_CASE("a supplier that was never evaluated weighs no less than one that was, though not in what it is exposed to") {
    const std::string never = " supplier `fitters` was never evaluated\n";
    const RuleId rule = RuleId::supplier_unevaluated;
    CHECK(missed("works_on_site: yes\n", kHazard + kHigh + "processes: [mend]\n", {}, rule) == "high" + never);
    CHECK(missed("critical: yes\n", "", {}, rule) == "high" + never);
    CHECK(missed("works_on_site: yes\n", kHazard + "processes: [mend]\n", {}, rule) == "medium" + never);
}

TEST_CASE("what is found of an agreement is about what concerns the supplier") {
    const auto about = [](const std::string& supplier, std::string_view rule) {
        const auto analysis = analyzed(std::string(kSettings) + "# file: records.yaml\nsupplier: fitters\ntitle: F\n" +
                                       "provides: repairs\n" + supplier +
                                       "---\nrisk: fall\ntitle: Fall\ndisciplines: [health-and-safety]\n"
                                       "suppliers: [fitters]\n");
        std::string text = "not found";
        for (const Finding& finding : analysis->findings) {
            if (built_in_book()[finding.rule].name != rule) continue;
            text.clear();
            for (const std::string& name : finding.disciplines) text += name + " ";
        }
        return text;
    };
    CHECK(about("agreement: {ends: 2026-05-31}\n", "agreement-ended") == "health-and-safety ");
    CHECK(about("critical: yes\n", "agreement-missing") == "health-and-safety ");
    // Named by nothing: what those who need it carry.
    const std::string needed =
        "---\nsupplier: host\ntitle: H\nprovides: hosting\nagreement: {ends: 2026-05-31}\n"
        "---\nprocess: sell\ntitle: Sell\nneeds: [{what: supplier/host}]\nrisks: [leak]\n"
        "---\nrisk: leak\ntitle: Leak\ndisciplines: [information-security]\n";
    CHECK(about(needed, "agreement-ended") == "information-security ");
}
