// What is told to be written is right: each slip is mended by its fix, as the message says, and nothing that is broken
// is left in the next run.
#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <vector>

#include "analyzed.h"
#include "edit/apply.h"
#include "link/graph_names.h"

using namespace ims;

namespace {

constexpr std::string_view kSettings =
    "organisation: O\n"
    "disciplines: {quality: {lead: head}, environment: {lead: head}, health-and-safety: {lead: head}}\n";
constexpr std::string_view kSound =
    "role: head\ntitle: Head\nholders: 1\n---\nrole: nurse\ntitle: Nurse\nholders: 2\n---\n"
    "competence: driving\ntitle: Driving\n---\nperson: p1\ntitle: P\n";

struct MendedSlip {
    std::string_view record;  // what stands before the line
    std::string_view line;
    std::string_view mended;
};
constexpr std::string_view kProcess = "process: p\ntitle: P\n";
constexpr std::string_view kRisk = "risk: r\ntitle: R\n";
constexpr std::string_view kRole = "role: r\ntitle: R\n";
constexpr std::string_view kObjective = "objective: o\ntitle: O\nmeasure: m\n";

constexpr MendedSlip kSlips[] = {
    {kObjective, "target: 99,5", "target: 99.5"},
    {kObjective, "target: \"99,5\"", "target: \"99.5\""},
    {kObjective, "target: 1.000,5 # so", "target: 1000.5 # so"},
    {kObjective, "target: 95 %", "target: 95"},
    {kObjective, "due: 31.12.2026", "due: 2026-12-31"},
    {kObjective, "measurements: [{date: 2026-01-01, value: 98,7}]", "measurements: [{date: 2026-01-01, value: 98.7}]"},
    {kObjective, "measurements: [{date: 2026-01-01, value: '98,7'}]",
     "measurements: [{date: 2026-01-01, value: '98.7'}]"},
    {kProcess, "continuity: {rto: 1,5 h, mtpd: 2 d}", "continuity: {rto: 1.5 h, mtpd: 2 d}"},
    {kProcess, "continuity: {rto: 4 Stunden}", "continuity: {rto: 4 h}"},
    {kProcess, "continuity: {rto: \"4,5 h\"}", "continuity: {rto: \"4.5 h\"}"},
    {kProcess, "continuity: no", "continuity: {prioritised: no}"},
    {kProcess, "continuity: {prioritised: nein}", "continuity: {prioritised: no}"},
    {kProcess, "review: 12 months", "review: {every: 12 months}"},
    {kProcess, "review: {every: jährlich, last: 2026-01-01}", "review: {every: 1 y, last: 2026-01-01}"},
    {kProcess, "review: {last: 1. März 2026}", "review: {last: 2026-03-01}"},
    {kProcess, "review: {last: 3-Mar-26}", "review: {last: 2026-03-03}"},
    {kProcess, "review: {last: 2026\u201303\u201331}", "review: {last: 2026-03-31}"},
    {kProcess, "Owner: head", "owner: head"},
    {kProcess, "\"owner \": head", "\"owner\": head"},
    {kProcess, "own\u200ber: head", "owner: head"},
    {kProcess, "owner: head\u00a0", "owner: head"},
    {kProcess, "owner: role:head", "owner: role/head"},
    {kProcess, "owner: {role: head}", "owner: head"},
    {kProcess, "owner: {person: p1}", "owner: person/p1"},
    {kProcess, "owner: [head]", "owner: head"},
    {kProcess, "owner: -head", "owner: head"},
    {kProcess, "responsible: head, nurse", "responsible: [head, nurse]"},
    {kProcess, "responsible: 'head; nurse'", "responsible: ['head', 'nurse']"},
    {kProcess, "responsible:\n  -head\n  -nurse", "responsible:\n  [head, nurse]"},
    {kProcess, "responsible: [{role: head}, nurse]", "responsible: [head, nurse]"},
    {kProcess, "type: Kernprozess", "type: core"},
    {kProcess, "tags:\n  - Paper: forms\n  - ok", "tags:\n  - \"Paper: forms\"\n  - ok"},
    {kProcess, "tags:\n  - Paper: forms", "tags:\n  - \"Paper: forms\""},
    {kProcess, "tags: [{Paper: forms}, ok]", "tags: [\"Paper: forms\", ok]"},
    {kRisk, "disciplines: quality, health-and-safety", "disciplines: [quality, health-and-safety]"},
    {kRisk, "disciplines: Quality", "disciplines: quality"},
    {kRisk, "disciplines: quality and Umwelt", "disciplines: [quality, environment]"},
    {kRisk, "treatment: reduzieren", "treatment: reduce"},
    {kRisk, "treatment: [reduce, akzeptieren]", "treatment: [reduce, retain]"},
    {kRisk, "likelihood: Almost Certain", "likelihood: almost certain"},
    {kRole, "deputies: head, nurse", "deputies: [head, nurse]"},
    {kRole, "competences: driving", "competences: {competence: driving}"},
    {kRole, "competences:\n  - driving", "competences:\n  - {competence: driving}"},
    {kRole, "responsibilities: sells", "responsibilities: {does: sells}"},
    {kRole, "holders: two", "holders: 2"},
    {kRole, "Reports to: head", "reports_to: head"},
};

std::vector<const Finding*> errors_of(const Analysis& analysis) {
    std::vector<const Finding*> out;
    for (const Finding& each : analysis.findings) {
        if (each.grade == Grade::error) out.push_back(&each);
    }
    return out;
}

std::string told(const Analysis& analysis) {
    std::string out;
    for (const Finding* each : errors_of(analysis)) out += for_editors(each->message, analysis.graph) + "\n";
    return out;
}

std::unique_ptr<Analysis> analysis_with(const std::string& bytes) {
    return analyzed("# file: ims.yaml\n" + std::string(kSettings) + "# file: sound.yaml\n" + std::string(kSound) +
                    "# file: slip.yaml\n" + bytes);
}

void check_mended(const MendedSlip& slip) {
    const std::string before = std::string(slip.record) + std::string(slip.line) + "\n";
    CAPTURE(before);
    const auto analysis = analysis_with(before);
    const std::vector<const Finding*> errors = errors_of(*analysis);
    REQUIRE_MESSAGE(errors.size() == 1, told(*analysis));
    REQUIRE(errors[0]->fix);
    const auto files = apply(*analysis, *errors[0]->fix);
    REQUIRE_MESSAGE(files.has_value(), (files ? "" : files.error().message()));
    const std::string after = files->front().bytes;
    CHECK(after == std::string(slip.record) + std::string(slip.mended) + "\n");
    const auto again = analysis_with(after);
    CHECK(told(*again) == "");
}

}  // namespace

TEST_CASE("each slip is mended by its fix, and nothing broken is left") {
    for (const MendedSlip& slip : kSlips) check_mended(slip);
}

TEST_CASE("of several slips in one map each is told at its own place, and mended one after the other") {
    std::string bytes = std::string(kProcess) +
                        "review: {every: 1 Jahr, last: 1. März 2026}\ncontinuity: {prioritised: ja, rto: 1,5 h, mtpd: "
                        "8 Stunden}\nresponsible: head; nurse\n";
    std::size_t rounds = 0;
    for (;; ++rounds) {
        REQUIRE(rounds < 10);
        const auto analysis = analysis_with(bytes);
        const std::vector<const Finding*> errors = errors_of(*analysis);
        if (errors.empty()) break;
        CHECK(errors.size() == 6 - rounds);
        REQUIRE(errors[0]->fix);
        const auto files = apply(*analysis, *errors[0]->fix);
        REQUIRE_MESSAGE(files.has_value(), (files ? "" : files.error().message()));
        bytes = files->front().bytes;
    }
    CHECK(bytes == std::string(kProcess) +
                       "review: {every: 1 y, last: 2026-03-01}\ncontinuity: {prioritised: yes, rto: 1.5 h, mtpd: 8 h}\n"
                       "responsible: [head, nurse]\n");
}
