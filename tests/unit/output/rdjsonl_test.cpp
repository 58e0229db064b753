#include <nlohmann/json.hpp>

#include "checked.h"

using namespace ims;
using nlohmann::json;

TEST_CASE("columns count bytes, and a fix is one suggestion") {
    Finding finding;
    finding.rule = *built_in_book().find("risk-without-owner");
    finding.grade = Grade::medium;
    finding.span = {FileId(), 22, 24};
    finding.message = "two words are wrong";
    finding.help = "write others";
    finding.labels = {{{FileId(), 0, 4}, "here"}, {{FileId(), 0, 4}, {}}};
    finding.fix = Fix{
        "mend it", Fix::Safety::safe, {ReplaceValue{{FileId(), 22, 24}, "x"}, ReplaceValue{{FileId(), 26, 30}, "z"}}};
    const auto analysis = finding_only("r.yaml", "role: r\ntitle: R\nü: [ä, 日b]\n", std::move(finding));
    Style style;
    style.repository = "sub";
    const json line = json::parse(printed(*analysis, "rdjsonl", style));
    CHECK(line["message"] == "two words are wrong\nhelp: write others");
    CHECK(line["severity"] == "WARNING");
    CHECK(line["code"] == json({{"value", "risk-without-owner"}}));
    CHECK(line["location"]["path"] == "sub/r.yaml");
    const auto range = [](int line_number, int begin, int end) {
        return json(
            {{"start", {{"line", line_number}, {"column", begin}}}, {"end", {{"line", line_number}, {"column", end}}}});
    };
    CHECK(line["location"]["range"] == range(3, 6, 8));
    REQUIRE(line["suggestions"].size() == 1);
    CHECK(line["suggestions"][0] == json({{"range", range(3, 6, 14)}, {"text", "x, z"}}));
    REQUIRE(line["related_locations"].size() == 2);
    CHECK(line["related_locations"][0]["message"] == "here");
    CHECK(!line["related_locations"][1].contains("message"));
    CHECK(line["related_locations"][0]["location"]["range"] == range(1, 1, 5));
}

TEST_CASE("what is known is not told") {
    CHECK(printed_since(*owner_found(Grade::low), *owner_found(Grade::low), "rdjsonl").empty());
    CHECK(!printed_since(*owner_found(Grade::low), *owner_found(Grade::high), "rdjsonl").empty());
}
