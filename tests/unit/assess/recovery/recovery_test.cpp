#include "assess/recovery/recovery.h"

#include <doctest/doctest.h>

#include <fmt/format.h>

#include "built_in.h"
#include "engine/analyze_folder.h"

using namespace ims;

namespace {

std::unique_ptr<Analysis> read(const std::string& records) {
    MemoryFileSystem files;
    files.files["ims.yaml"] = "organisation: Test\ndisciplines: {business-continuity: {}}\n";
    files.files["records.yaml"] = records;
    FolderOptions options;
    options.root = ".";
    options.today = *parse_date("2026-06-01");
    auto analysis = analyze_folder(files, built_in_rules(), options);
    REQUIRE(analysis);
    for (const Finding& finding : (*analysis)->findings) {
        const std::string_view family = built_in_book()[finding.rule].family;
        CHECK_MESSAGE(family != "records", finding.message.text());
        CHECK_MESSAGE(family != "references", finding.message.text());
    }
    return std::move(*analysis);
}

// A process (rto 8 h, mtpd 48 h) that needs `system`; more of it in `need`, and the records of what is needed.
// Answers with the verdict and the path: "high system/16 h", "fine", "unknown".
std::string judge(const std::string& need, const std::string& records) {
    const auto analysis = read(
        "process: work\ntitle: Work\ncontinuity: {prioritised: yes, rto: 8 h, mtpd: 48 h}\nneeds:\n  - what: "
        "asset/system\n" +
        need + "\n---\n" + records);
    const Recovery& recovery = analysis->facts.recovery();
    const auto process = analysis->graph.find(*parse_record_name("process/work"));
    const std::vector<Dependency> all = analysis->facts.dependencies(*process);
    REQUIRE(all.size() == 1);
    const Dependency& found = all.front();
    std::string text = found.beyond_mtpd                 ? "beyond"
                       : found.too_slow                  ? "high"
                       : found.effective.unknown.known() ? "unknown"
                                                         : "fine";
    if (!found.too_slow) return text;
    const std::vector<RecordId> path = recovery.path(found.by, 10);
    CHECK(path.size() == found.effective.steps);
    CHECK(path.back() == found.effective.sets);
    for (const RecordId step : path) text += fmt::format(" {}", analysis->graph[step].id());
    text += fmt::format(" {}", to_string(*found.effective.time));
    if (recovery.own(path.back()).demonstrated) text += " demonstrated";
    return text;
}

std::string asset(const std::string& id, const std::string& rest) {
    return fmt::format("asset: {}\ntitle: {}\n{}\n---\n", id, id, rest);
}

}  // namespace

TEST_CASE("the truth table of slow dependencies") {
    const std::string agreed = "recovery: {agreed: ";
    CHECK(judge("", asset("system", agreed + "4 h}")) == "fine");
    CHECK(judge("", asset("system", agreed + "8 h}")) == "fine");
    CHECK(judge("", asset("system", agreed + "0 h}")) == "fine");
    CHECK(judge("", asset("system", agreed + "24 h}")) == "high system 1 d");
    CHECK(judge("", asset("system", agreed + "72 h}")) == "beyond system 3 d");
    CHECK(judge("", asset("system", "type: system")) == "unknown");
    CHECK(judge("    workaround: 3 d", asset("system", agreed + "24 h}")) == "fine");
    CHECK(judge("    alternatives: [asset/spare]",
                asset("system", agreed + "24 h}") + asset("spare", agreed + "4 h}")) == "fine");
    CHECK(judge("", asset("system", agreed + "4 h}\nneeds: [{what: asset/power}]") +
                        asset("power", agreed + "24 h}")) == "high system power 1 d");
    CHECK(judge("", asset("system", agreed + "4 h, demonstrated: 12 h}")) == "high system 12 h demonstrated");
}

TEST_CASE("needs of any depth, circles, providers and workarounds on the way") {
    const std::string agreed = "recovery: {agreed: ";
    // A circle takes the longest time in it.
    CHECK(judge("", asset("system", agreed + "1 h}\nneeds: [{what: asset/network}]") +
                        asset("network", agreed + "20 h}\nneeds: [{what: asset/system}]")) ==
          "high system network 20 h");
    // An asset without a recovery of its own takes its provider's.
    CHECK(judge("", asset("system", "provider: host") +
                        "supplier: host\ntitle: Host\nprovides: hosting\nrecovery: {agreed: 2 d}\n") ==
          "high system 2 d");
    // A need that an asset can do without for a day does not slow it.
    CHECK(judge("", asset("system", agreed + "1 h}\nneeds: [{what: asset/power, workaround: 24 h}]") +
                        asset("power", agreed + "20 h}")) == "fine");
    // Something unknown further down is told, and what is known counts all the same.
    CHECK(judge("", asset("system", agreed + "1 h}\nneeds: [{what: asset/power}]") +
                        asset("power", "type: equipment")) == "unknown");
    CHECK(judge("", asset("system", agreed + "24 h}\nneeds: [{what: asset/power}]") +
                        asset("power", "type: equipment")) == "high system 1 d");
    // A known alternative beats an unknown need.
    CHECK(judge("    alternatives: [asset/spare]", asset("system", "type: system") + asset("spare", agreed + "4 h}")) ==
          "fine");
    // A role is looked at through its deputies.
    CHECK(judge("", asset("system", agreed + "1 h}\nneeds: [{what: role/mechanic}]") +
                        "role: mechanic\ntitle: Mechanic\n") == "fine");
}

TEST_CASE("what processes ask of the things that they need") {
    const auto analysis = read(
        "process: urgent\ntitle: Urgent\ncontinuity: {prioritised: yes, rto: 4 h, rpo: 1 d}\nneeds:\n  - {what: "
        "asset/bridged, workaround: 3 d}\n  - {what: asset/slow, alternatives: [asset/quick]}\n---\n"
        "process: patient\ntitle: Patient\ncontinuity: {rto: 1 w, rpo: 4 h}\nneeds: [{what: asset/bridged}]\n---\n" +
        asset("bridged", "needs: [{what: asset/below}]") +
        asset("below", "needs: [{what: asset/below-that, workaround: 2 w}]") + asset("below-that", "type: system") +
        asset("slow", "recovery: {agreed: 2 d}") + asset("quick", "recovery: {agreed: 2 h}"));
    const Recovery& recovery = analysis->facts.recovery();
    const auto demand = [&](const char* name) {
        return recovery.demand(*analysis->graph.find(*parse_record_name(name)));
    };
    const auto process = [&](RecordId id) { return id.known() ? analysis->graph[id].id() : "nobody"; };
    // The strictest process first, a workaround on the way gives more time.
    CHECK(demand("asset/bridged").within.text() == "3 d");
    CHECK(process(demand("asset/bridged").within_for) == "urgent");
    CHECK(demand("asset/below").within.text() == "3 d");
    CHECK(demand("asset/below-that").within.text() == "2 w");
    // Only the quickest of alternatives is waited for.
    CHECK(process(demand("asset/slow").within_for) == "nobody");
    CHECK(demand("asset/quick").within.text() == "4 h");
    // Data are lost all the same; the strictest rpo counts.
    CHECK(process(demand("asset/below-that").may_lose_for) == "patient");
    CHECK(demand("asset/below-that").may_lose.text() == "4 h");
    CHECK(process(demand("asset/slow").may_lose_for) == "urgent");
    // The urgent one is bridged, so the patient one stands still; not for what a workaround bridges on the way.
    CHECK(process(demand("asset/bridged").stands_still) == "patient");
    CHECK(process(demand("asset/below").through) == "bridged");
    CHECK(process(demand("asset/below-that").stands_still) == "nobody");
    CHECK(process(demand("asset/slow").stands_still) == "nobody");
}
