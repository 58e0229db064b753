// What the folders below tests/rules cannot show of the rules about responsibilities: grades and words.
#include <doctest/doctest.h>

#include "analyzed.h"
#include "assess/folder.h"
#include "diagnostics/rules.h"

using namespace ims;
using test::Folder;

namespace {

// Of a welder whose certificate ran out; what the process carries, and how the role stands to it.
std::string expired(const std::string& risk, const std::string& part = "responsible: [welder]\n",
                    const std::string& competence = "disciplines: [health-and-safety]\n") {
    return Folder("competence: welding\ntitle: Welding\n" + competence +
                      "---\nrole: welder\ntitle: Welder\npeople: [p-1]\ncompetences: [{competence: welding}]\n"
                      "---\nperson: p-1\ntitle: P\ncompetences: [{competence: welding, valid_until: 2026-05-31}]\n"
                      "---\nprocess: weld\ntitle: Weld\nrisks: [burn]\n" +
                      part + "---\nrisk: burn\ntitle: Burn\ndisciplines: [health-and-safety]\n" + risk,
                  RuleId::competence_expired)
        .findings();
}

// The notes and the help of what a rule finds first.
std::string told(std::string_view files, RuleId rule) {
    const auto analysis = analyzed(files);
    for (const Finding& finding : analysis->findings) {
        if (finding.rule != rule) continue;
        std::string text;
        for (const Message& note : finding.notes) text += "= " + for_editors(note, analysis->graph) + "\n";
        return text + "help: " + for_editors(finding.help, analysis->graph) + "\n";
    }
    return {};
}

}  // namespace

TEST_CASE("a competence that ran out weighs high where a high hazard or risk of its discipline is met") {
    const std::string message = " competence `welding` of `p-1` was valid until 2026-05-31\n";
    const std::string high = "likelihood: 5\nconsequence: 5\n";
    CHECK(expired("type: hazard\n" + high) == "high" + message);
    CHECK(expired(high) == "high" + message);
    CHECK(expired("type: hazard\n") == "medium" + message);
    CHECK(expired("likelihood: 1\nconsequence: 1\n") == "medium" + message);
    CHECK(expired(high, "consulted: [welder]\n") == "medium" + message);
    CHECK(expired(high, "responsible: [welder]\n", "disciplines: [quality]\n") == "medium" + message);
    CHECK(expired(high, "responsible: [welder]\n", "") == "medium" + message);
}

TEST_CASE("a high risk of what a later process needs is met, though an earlier one needs some of the same") {
    const std::string files =
        "competence: welding\ntitle: Welding\ndisciplines: [health-and-safety]\n"
        "---\nrole: welder\ntitle: Welder\npeople: [p-1]\ncompetences: [{competence: welding}]\n"
        "---\nperson: p-1\ntitle: P\ncompetences: [{competence: welding, valid_until: 2026-05-31}]\n"
        "---\nprocess: cut\ntitle: Cut\nowner: welder\nassets: [saw]\n"
        "---\nprocess: weld\ntitle: Weld\nowner: welder\nassets: [saw, torch]\n"
        "---\nasset: saw\ntitle: Saw\nrisks: [dust]\n---\nasset: torch\ntitle: Torch\nneeds: [{what: asset/gas}]\n"
        "---\nasset: gas\ntitle: Gas\n---\nrisk: dust\ntitle: Dust\ndisciplines: [health-and-safety]\n"
        "---\nrisk: burn\ntitle: Burn\ndisciplines: [health-and-safety]\nlikelihood: 5\nconsequence: 5\n";
    const std::string met = "role `welder` takes part in process `weld`, which carries the high risk `burn`";
    CHECK(told(files + "assets: [gas]\n", RuleId::competence_expired).find(met) != std::string::npos);
    CHECK(told(files, RuleId::competence_expired).find("high") == std::string::npos);
}

TEST_CASE("a conflict is about what the processes of both roles carry, or else those of either") {
    const auto about = [](const std::string& keep) {
        const auto analysis = analyzed(
            "role: cashier\ntitle: C\npeople: [p-1]\nconflicts_with: [{role: bookkeeper}]\n"
            "---\nrole: bookkeeper\ntitle: B\npeople: [p-1]\n---\nperson: p-1\ntitle: P\n"
            "---\nprocess: sell\ntitle: Sell\nowner: cashier\nrisks: [wrong]\n"
            "---\nprocess: keep\ntitle: Keep\nowner: bookkeeper\nrisks: [leak]\n" +
            keep +
            "---\nrisk: wrong\ntitle: W\ndisciplines: [quality]\n"
            "---\nrisk: leak\ntitle: L\ndisciplines: [information-security]\n");
        std::string text = "not found";
        for (const Finding& finding : analysis->findings) {
            if (finding.rule != RuleId::duty_conflict) continue;
            text.clear();
            for (const std::string& name : finding.disciplines) text += name + " ";
        }
        return text;
    };
    CHECK(about("") == "quality information-security ");
    CHECK(about("responsible: [cashier]\n") == "information-security ");
}

TEST_CASE("where nobody answers, those are named who are only asked or told and would") {
    const std::string files =
        "process: sell\ntitle: Sell\nowner: boss\nconsulted: [safety]\n"
        "activities: [{name: Pack, responsible: [boss], informed: [carer, far]}]\nrisks: [fall]\n"
        "---\nrole: boss\ntitle: B\n"
        "---\nrole: safety\ntitle: S\nresponsibilities: [{does: Safety, disciplines: [health-and-safety]}]\n"
        "---\nrole: carer\ntitle: C\n"
        "---\nrole: far\ntitle: F\n"
        "responsibilities: [{does: Safety, disciplines: [health-and-safety], processes: [buy]}]\n"
        "---\nprocess: buy\ntitle: Buy\n"
        "---\nrisk: fall\ntitle: Fall\ndisciplines: [health-and-safety]\ncontrols: [rail]\n"
        "---\ncontrol: rail\ntitle: Rail\nowner: carer\n";
    CHECK(told(files, RuleId::concern_without_responsible) ==
          "= 1 role takes part in it: boss\n"
          "= it carries 1 health-and-safety concern: fall\n"
          "= only consulted or informed there, though they answer for health-and-safety: `safety` and `carer`\n"
          "help: let `safety` do a part of the work (`responsible: [safety]`), or give a role that takes part a "
          "responsibility: `does: …`, `disciplines: [health-and-safety]`, `processes: [sell]`\n");
}

TEST_CASE("an exception that names no rule is no approval of a finding without a name") {
    const std::string record = "process: sell\ntitle: Sell\nowner: boss\nexceptions: [";
    const std::string role = "]\n---\nrole: boss\ntitle: B\n";
    const auto found = [&](const std::string& rule) {
        return Folder(record + "{rule: " + rule + ", reason: R, by: boss}" + role, RuleId::self_approval).findings();
    };
    CHECK(found("[one-deep, bottleneck]").find("accepted by") == std::string::npos);
    CHECK(found("\"\"").find("accepted by") == std::string::npos);
    CHECK(found("one-deep") == "medium finding `one-deep` about process `sell` is accepted by its own owner, `boss`\n");
    CHECK(found("processes") ==
          "medium findings of `processes` about process `sell` are accepted by its own owner, `boss`\n");
}
