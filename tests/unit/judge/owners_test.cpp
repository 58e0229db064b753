// Who can mend a gap, and what is true of nearly all.
#include "judge/owners.h"

#include <doctest/doctest.h>

#include "analyzed.h"
#include "diagnostics/rules.h"

using namespace ims;

namespace {

constexpr std::string_view kSettings =
    "# file: ims.yaml\norganisation: O\ntop_management: [chief]\n"
    "disciplines: {quality: {lead: quality-lead}, environment: {lead: green-lead}, business-continuity: {lead: calm}}\n"
    "# file: roles.yaml\nrole: chief\ntitle: C\ngroup: yes\n---\nrole: quality-lead\ntitle: Q\ngroup: yes\n"
    "---\nrole: green-lead\ntitle: G\ngroup: yes\n---\nrole: calm\ntitle: C\ngroup: yes\n"
    "---\nrole: head\ntitle: H\ngroup: yes\n---\nrole: other-head\ntitle: H\ngroup: yes\n";

// Who owns the one cause that this rule is: "role/head", "nobody".
std::string owner(const std::string& records, RuleId rule) {
    const auto analysis = analyzed(std::string(kSettings) + "# file: records.yaml\n" + records);
    const FindingList& findings = analysis->judgement.findings();
    for (const Cause& cause : analysis->judgement.causes()) {
        if (findings[cause.first()].rule == rule)
            return (cause.members.size() > 1 ? "all: " : "one: ") +
                   (cause.owner.known() ? analysis->graph[cause.owner].name().text() : std::string("nobody"));
    }
    return "no such cause";
}

// Twelve times a record with its number in place of each `#`.
std::string twelve(const std::string& record, const std::string& first_six, const std::string& others) {
    std::string text;
    for (int number = 0; number < 12; ++number) {
        std::string one = record + (number < 6 ? first_six : others);
        for (std::size_t at; (at = one.find('#')) != std::string::npos;)
            one.replace(at, 1, std::to_string(10 + number));
        text += (number == 0 ? "" : "---\n") + one;
    }
    return text;
}

constexpr std::string_view kPerson =
    "person: p#\ntitle: P\nroles: [r#]\n---\nrole: r#\ntitle: R\ncompetences: [{competence: c}]\n";

std::string people(const std::string& first_six, const std::string& others, const std::string& competence) {
    return twelve(std::string(kPerson), first_six, others) + "---\ncompetence: c\ntitle: C\n" + competence;
}

std::string obligations(const std::string& first_six, const std::string& others) {
    return twelve("obligation: o#\ntitle: O\nsource: contract\nrequires: R\n", first_six, others);
}

}  // namespace

TEST_CASE("a person's gap goes to whoever the role reports to that asks, not to another superior") {
    CHECK(owner("person: p\ntitle: P\nroles: [a, b]\n---\nrole: a\ntitle: A\nreports_to: other-head\n---\nrole: b\n"
                "title: B\nreports_to: head\ncompetences: [{competence: c}]\n---\ncompetence: c\ntitle: C\n",
                RuleId::competence_gap) == "one: role/head");
}

TEST_CASE("what is true of nearly all goes to the desk that all belong to") {
    CHECK(owner(people("reports_to: head\n", "reports_to: head\n", "disciplines: [environment]\n"),
                RuleId::competence_gap) == "all: role/head");
    CHECK(owner(obligations("disciplines: [environment]\n", "disciplines: [environment]\n"),
                RuleId::obligation_unowned) == "all: role/green-lead");
}

TEST_CASE("what belongs to several desks goes to the lead of the discipline that most of it is about") {
    CHECK(owner(people("reports_to: head\n", "reports_to: other-head\n", "disciplines: [environment]\n"),
                RuleId::competence_gap) == "all: role/green-lead");
    CHECK(owner(obligations("disciplines: [environment]\n", "disciplines: [quality, environment]\n"),
                RuleId::obligation_unowned) == "all: role/green-lead");
    // A rule that counts in one discipline alone belongs to its lead.
    CHECK(owner(twelve("role: r#\ntitle: R\nholders: 1\nresponsibilities: [{does: Works}]\n", "reports_to: head\n",
                       "reports_to: other-head\n"),
                RuleId::role_without_deputy) == "all: role/calm");
}

TEST_CASE("where no desk is known none is named, and never the top in its place") {
    CHECK(owner(people("reports_to: head\n", "reports_to: other-head\n", ""), RuleId::competence_gap) == "all: nobody");
    CHECK(owner(people("", "", ""), RuleId::competence_gap) == "all: nobody");
    CHECK(owner(twelve("process: p#\ntitle: P\n", "", ""), RuleId::process_without_owner) == "all: nobody");
}
