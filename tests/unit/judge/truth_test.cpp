// What summaries once said of records that said otherwise: each a folder, told truly wherever it is told.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "judge/degree.h"
#include "judge/pictures.h"
#include "judge/told.h"
#include "output/format.h"

using namespace ims;
using test::cell;
using test::in_every_format;

namespace {

constexpr std::string_view kSettings =
    "# file: ims.yaml\norganisation: O\n"
    "disciplines: {quality: {lead: boss}, health-and-safety: {lead: boss}, business-continuity: {lead: boss}}\n"
    "risk: {likelihood: [rare, likely], consequence: [minor, severe], levels: {low: 1, high: 3}, appetite: low}\n"
    "audit: {cycle: 1 y}\n"
    "# file: roles.yaml\nrole: boss\ntitle: Boss\nholders: 2\n"
    "responsibilities: [{does: All of it, disciplines: [quality, health-and-safety, business-continuity], processes: "
    "[work]}]\n";

std::string folder(std::string_view records) {
    return std::string(kSettings) + "# file: records.yaml\n" + std::string(records);
}

bool has_capital(const std::string& cell, char letter) { return cell.find(letter) != std::string::npos; }

std::string checked(const Analysis& analysis, std::string_view format, Style style = {}) {
    std::string text;
    find_format(format)->write(choose_findings(analysis, {}), style, [&](std::string_view piece) { text += piece; });
    return text;
}

}  // namespace

TEST_CASE("a control that was found ineffective and a law that is not met leave no whole cycle") {
    const auto analysis =
        analyzed(folder("process: work\ntitle: Work\nowner: boss\n"
                        "---\nrisk: fall\ntitle: A fall\ntype: hazard\nowner: boss\ndisciplines: "
                        "[health-and-safety]\nprocesses: [work]\n"
                        "likelihood: likely\nconsequence: severe\nresidual: {likelihood: rare, consequence: minor}\n"
                        "review: {last: 2026-05-01}\nconditions: [normal, abnormal, emergency]\n"
                        "---\ncontrol: rail\ntitle: Rail\nowner: boss\nrisks: [fall]\nhierarchy: "
                        "engineering\nimplementation: in-place\n"
                        "verifications: [{date: 2026-05-01, result: ineffective}]\n"
                        "---\ncontrol: net\ntitle: Net\nowner: boss\nrisks: [fall]\nhierarchy: "
                        "engineering\nimplementation: planned\ndue: 2026-09-01\n"
                        "---\ncontrol: belt\ntitle: Belt\nowner: boss\nrisks: [fall]\nhierarchy: ppe\nimplementation: "
                        "planned\ndue: 2026-09-01\n"
                        "---\nobligation: law\ntitle: Law\nowner: boss\nsource: law\nrequires: No falls\ndisciplines: "
                        "[health-and-safety]\n"
                        "processes: [work]\nevaluations: [{date: 2026-05-02, result: not-met}]\n"));
    const std::string seen = cell(*analysis, "process/work", "health-and-safety");
    CHECK_MESSAGE(!has_capital(seen, 'D'), seen);
    CHECK_MESSAGE(!has_capital(seen, 'A'), seen);
    for (const std::string_view report : {"gaps", "integration"})
        CHECK(in_every_format(*analysis, report).find("PDCA") == std::string::npos);
}

TEST_CASE("what was never audited or evaluated is not checked, and what is too slow is not done") {
    const auto analysis =
        analyzed(folder("process: work\ntitle: Work\nowner: boss\nsuppliers: []\nassets: [press]\n"
                        "continuity: {prioritised: yes, mtpd: 2 w, rto: 1 w, impact: [{after: 1 d, level: 2}]}\n"
                        "---\nasset: press\ntitle: Press\ntype: equipment\nowner: boss\nrecovery: {agreed: 3 w}\n"
                        "---\nobligation: law\ntitle: Law\nowner: boss\nsource: law\nrequires: R\ndisciplines: "
                        "[quality]\nprocesses: [work]\n"));
    CHECK(!has_capital(cell(*analysis, "process/work", "quality"), 'C'));
    CHECK(!has_capital(cell(*analysis, "process/work", "business-continuity"), 'D'));
}

TEST_CASE("an objective that fell below its target is missed, not on course") {
    const auto analysis = analyzed(folder(
        "process: work\ntitle: Work\nowner: boss\n---\nobjective: on-time\ntitle: On time\nowner: boss\ndisciplines: "
        "[quality]\n"
        "processes: [work]\nmeasure: Share\nunit: '%'\ntarget: 98\ndirection: at-least\nmeasured_every: 3 months\n"
        "measurements: [{date: 2026-02-01, value: 99}, {date: 2026-05-01, value: 60}]\n"));
    const std::string all = in_every_format(*analysis, "objectives");
    CHECK(all.find("on course") == std::string::npos);
    CHECK(all.find("missed") != std::string::npos);
}

TEST_CASE("two obligations on one process make no integrated system") {
    const auto analysis = analyzed(
        "process: work\ntitle: Work\n---\nobligation: a\ntitle: A\nsource: law\nrequires: R\ndisciplines: "
        "[quality]\nprocesses: [work]\n"
        "---\nobligation: b\ntitle: B\nsource: law\nrequires: R\ndisciplines: [environment]\nprocesses: [work]\n");
    Arena unsaid;
    CHECK(!judge_integration(test::judged(*analysis), unsaid).degree);
    for (const std::string_view report : {"integration", "gaps"})
        CHECK(in_every_format(*analysis, report).find("100 %") == std::string::npos);
}

TEST_CASE("a folder of drafts has nothing in force, and every report says so first") {
    std::string records;
    for (int number = 0; number < 170; ++number)
        records +=
            (number == 0 ? "process: p" : "---\nprocess: p") + std::to_string(number) + "\ntitle: P\nstatus: draft\n";
    const auto analysis = analyzed(
        "# file: ims.yaml\norganisation: O\ndisciplines: {quality: {}, environment: {}}\n# file: r.yaml\n" + records);
    CHECK(checked(*analysis, "text").starts_with("Nothing is in force: 170 records are drafts."));
    CHECK(checked(*analysis, "text").find("high[nothing-in-force]") != std::string::npos);
    for (const Finding& each : analysis->findings)
        CHECK_MESSAGE(each.on == RecordId(), std::string(built_in_book()[each.rule].name));
    for (const Document& document : test::all_documents(*analysis)) {
        REQUIRE(document.blocks.size() > 1);
        const Note* const note = std::get_if<Note>(&document.blocks[1]);
        REQUIRE_MESSAGE(note != nullptr, document.report);
        CHECK(note->words.plain() == "Nothing is in force: 170 records are drafts.");
    }
}

TEST_CASE("a document of no discipline is no evidence for a clause, and no proof that there is none") {
    const auto analysis = analyzed(
        "# file: ims.yaml\norganisation: O\ndisciplines: {quality: {standards: [iso-9001-2026]}}\n"
        "# file: r.yaml\nprocess: cook\ntitle: Cook\n---\ndocument: menu\ntitle: Lunch menu\ntype: form\n");
    CHECK(in_every_format(*analysis, "clauses").find("cannot be judged") != std::string::npos);
    CHECK(checked(*analysis, "text").find("1 record names no discipline and counts for none") != std::string::npos);
}

TEST_CASE("what all obligations lack is said once") {
    std::string records = "role: r\ntitle: R\nholders: 2\n---\nprocess: p\ntitle: P\nowner: r\n";
    for (int number = 0; number < 572; ++number)
        records += "---\nobligation: o" + std::to_string(1000 + number) +
                   "\ntitle: O\nsource: law\nrequires: R\ndisciplines: [quality]\nprocesses: [p]\n";
    const auto analysis =
        analyzed("# file: ims.yaml\norganisation: O\ndisciplines: {quality: {lead: r}}\n# file: r.yaml\n" + records);
    CHECK(test::cause(*analysis, "obligation-unowned").find("obligation-unowned obligation/o1000 x572") !=
          std::string::npos);
    const std::string text = checked(*analysis, "text");
    CHECK(text.find("572 of 572") != std::string::npos);
    CHECK(std::ranges::count(text, '\n') < 700);
}

TEST_CASE("the gap report on a thousand records says what most obligations lack once, and fits five printed pages") {
    std::string records =
        "role: lead\ntitle: Lead\nholders: 2\nresponsibilities: [{does: All of it, disciplines: [quality]}]\n";
    for (int number = 0; number < 20; ++number)
        records += "---\nprocess: p" + std::to_string(number) + "\ntitle: P\nowner: lead\nresponsible: lead\n";
    for (int number = 0; number < 980; ++number)
        records += "---\nobligation: o" + std::to_string(1000 + number) +
                   "\ntitle: O\nsource: contract\nrequires: R\ndisciplines: [quality]\nprocesses: [p" +
                   std::to_string(number % 20) + "]\nevaluations: [{date: 2026-05-01, result: met}]\n" +
                   (number % 5 == 0 ? "owner: lead\n" : "");
    const auto analysis =
        analyzed("# file: ims.yaml\norganisation: O\ndisciplines: {quality: {lead: lead}}\n# file: r.yaml\n" + records);
    const Document document = find_report("gaps")->build({*analysis, {}});
    const std::string text = test::written(document, *find_document_format("markdown"));
    // Where it stands out, where it is told with its mending, and to whom it falls.
    const std::string line = "784 of 980";
    std::size_t told = 0;
    for (std::size_t at = text.find(line); at != std::string::npos; at = text.find(line, at + 1)) ++told;
    CHECK(told >= 2);
    CHECK(told <= 3);
    CHECK(std::ranges::count(text, '\n') < 5 * 60);
}
