#include "judge/lacking.h"

#include <doctest/doctest.h>

#include "analyzed.h"
#include "schema/fields.h"

using namespace ims;

namespace {

std::string lacked(const Analysis& analysis) {
    std::string out;
    for (const Lacking& each :
         find_lacking(analysis.graph, analysis.judgement.coverage(), analysis.judgement.findings())) {
        if (!out.empty()) out += ", ";
        out += std::string(analysis.schema[each.kind].name) + (each.none.empty() ? "" : "!");
        if (each.about.known()) out += " for " + analysis.graph[each.about].name().text();
    }
    return out;
}

}  // namespace

TEST_CASE("an empty folder lacks a process first, then who does the work and what can go wrong") {
    CHECK(lacked(*analyzed("# file: notes.yaml\n# nothing yet\n")).starts_with("process!, role!, risk!"));
}

TEST_CASE("kinds that there are none of come before those that would close a gap") {
    const auto analysis = analyzed(
        "process: sell\ntitle: Sell\nowner: cashier\nresponsible: cashier\n---\nrole: cashier\ntitle: "
        "Cashier\nholders: 2\n---\n"
        "risk: late\ntitle: Late\ndisciplines: [quality]\nprocesses: [sell]\nowner: cashier\nlikelihood: "
        "5\nconsequence: 5\n");
    const std::string lacking = lacked(*analysis);
    CHECK(lacking.find("role!") == std::string::npos);
    CHECK(lacking.find("risk!") == std::string::npos);
    CHECK(lacking.find("control!") < lacking.find("obligation!"));
    const auto all = find_lacking(analysis->graph, analysis->judgement.coverage(), analysis->judgement.findings());
    for (std::size_t index = 1; index < all.size(); ++index)
        CHECK(all[index - 1].none.empty() <= all[index].none.empty());
}

TEST_CASE("what could not be read is not lacking") {
    const std::string lacking = lacked(*analyzed("process: sell\ntitle: Sell\n---\nsupplier: s\ntitle: [\n"));
    CHECK(lacking.find("supplier!") == std::string::npos);
}

TEST_CASE("a draft that would do is named, of the type that closes the gap") {
    const auto analysis = analyzed(
        "process: sell\ntitle: Sell\n---\nrole: cashier\ntitle: Cashier\n---\ndocument: rules\ntitle: Rules\n"
        "type: policy\nstatus: draft\n---\ndocument: steps\ntitle: Steps\ntype: procedure\nstatus: draft\n");
    for (const Lacking& each :
         find_lacking(analysis->graph, analysis->judgement.coverage(), analysis->judgement.findings())) {
        if (each.kind != kinds::document) continue;
        CHECK(each.set == "type=policy");
        REQUIRE(each.drafts.size() == 1);
        CHECK(analysis->graph[each.drafts.front()].id() == "rules");
    }
}
