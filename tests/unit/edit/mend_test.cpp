#include "edit/mend.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "analyzed.h"
#include "diagnostics/rules.h"

using namespace ims;

namespace {

// Of the findings in records.yaml.
std::vector<const Finding*> with_fixes(const Analysis& analysis) {
    std::vector<const Finding*> out;
    for (const Finding& each : analysis.findings) {
        const bool here = analysis.sources[each.span.file].path == "records.yaml";
        if (each.fix && here) out.push_back(&each);
    }
    return out;
}

struct Round {
    std::string bytes;  // of records.yaml
    std::size_t mended = 0;
    std::size_t waiting = 0;
    std::vector<std::string> refused;
};

Round mended(std::string_view records) {
    const auto analysis = analyzed(records);
    const Mending mending = mend(*analysis, with_fixes(*analysis));
    Round out{std::string(records), mending.mended.size(), mending.waiting.size(), {}};
    for (const ChangedFile& each : mending.files) {
        if (analysis->sources[each.file].path == "records.yaml") out.bytes = each.bytes;
    }
    for (const RefusedFix& each : mending.refused) out.refused.push_back(each.why.message());
    return out;
}

}  // namespace

TEST_CASE("fixes of one file go together, and entries that come to one map in the order of its fields") {
    const Round round = mended("obligation: tax\ntitle: Tax\nsource: law\nrequires: To pay  # in time\n");
    CHECK(round.mended >= 3);
    CHECK(round.refused.empty());
    const std::string& text = round.bytes;
    CHECK(text.find("requires: To pay  # in time\n") != std::string::npos);
    const std::size_t owner = text.find("\nowner:  # ");
    const std::size_t review = text.find("\nreview:\n  last:  # ");
    REQUIRE(owner != std::string::npos);
    REQUIRE(review != std::string::npos);
    CHECK(owner < review);
    CHECK(mended(text).mended == 0);
}

TEST_CASE("what meets another fix at a place waits until that is written") {
    // Both processes are to say of the same third one what it gives out.
    const std::string records =
        "process: count\ntitle: Count\noutputs: [{item: cash}]\n---\n"
        "process: a\ntitle: A\ninputs: [{item: slips, from: process/count}]\n---\n"
        "process: b\ntitle: B\ninputs: [{item: notes, from: process/count}]\n";
    const auto analysis = analyzed(records);
    std::vector<const Finding*> both;
    for (const Finding* each : with_fixes(*analysis)) {
        if (each->rule == RuleId::unmatched_input) both.push_back(each);
    }
    REQUIRE(both.size() == 2);
    const Mending mending = mend(*analysis, both);
    CHECK(mending.mended == std::vector<const Finding*>{both[0]});
    CHECK(mending.waiting == std::vector<const Finding*>{both[1]});
    REQUIRE(mending.files.size() == 1);
    CHECK(mending.files[0].bytes.find("{item: slips}") != std::string::npos);
    CHECK(mending.files[0].bytes.find("{item: notes}") == std::string::npos);
}

TEST_CASE("a file of which a part cannot be read is left alone") {
    const Round round = mended("role: a\ntitel: A\n---\nrole: [b\n");
    CHECK(round.mended == 0);
    REQUIRE(!round.refused.empty());
    CHECK(round.refused.front() ==
          "records.yaml: a part of this file cannot be read; nothing in it is changed before that is mended");
}

TEST_CASE("a file of another program gets no kind, no id and no place to fill in") {
    for (const std::string_view other : {
             "version: \"3\"\nservices:\n  web: {image: x}\n",
             "version: 2\ntitle: Our pages\ndescription: All of them\n",
             "version: v2\nformats: [pdf]\n",
             "roles:\n  - web\n  - {role: db}\n",
             "name: site\nroles: web\nhosts: all\n",
             "role: Web Server\nhosts: all\ntasks: [x]\n",
             "role: web\nhosts: all\ntasks: [x]\n",
         }) {
        CAPTURE(other);
        CHECK(mended(other).bytes == other);
    }
    CHECK(mended("rol: driver\ntitle: Driver\n").bytes.starts_with("role: driver\ntitle: Driver\n"));
}

TEST_CASE("what is a list's item already is not written there again") {
    const std::string controls = "control: a-lock\ntitle: A\n---\ncontrol: alarm-bell\ntitle: B\n---\n";
    const auto risk = [&](const std::string& items) {
        const std::string bytes = mended(controls + "risk: r\ntitle: R\ncontrols: " + items).bytes;
        const std::size_t at = bytes.find("\ncontrols: ") + 11;
        return bytes.substr(at, bytes.find('\n', at) - at);
    };
    CHECK(risk("[a-lock, alarm-bel]\n") == "[a-lock, alarm-bell]");
    CHECK(risk("[alarm-bell, alarm-bel]\n") == "[alarm-bell]");
    // Of two slips for one the second waits for the first.
    CHECK(risk("[alarm-bel, allarm-bell]\n") == "[alarm-bell, allarm-bell]");
    const Round round = mended("risk: r\ntitle: R\ndisciplines: [quality, qualty]\n");
    CHECK(round.bytes.find("[quality, qualty]") != std::string::npos);
    REQUIRE(round.refused.size() == 1);
    CHECK(round.refused[0] == "`quality` stands in the same list already; take one of the two out");
}

TEST_CASE("no place is made in braces, where no comment can say what is due") {
    const std::string records = "risk: r\ntitle: R\ninherent: {likelihood: rare}\naccepted: {date: 2026-01-01}\n";
    const Round round = mended(records);
    CHECK(round.bytes.find("null") == std::string::npos);
    CHECK(round.bytes.find("inherent: {likelihood: rare}\n") != std::string::npos);
}
