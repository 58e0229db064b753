#include <nlohmann/json.hpp>

#include "checked.h"

using namespace ims;
using nlohmann::json;

TEST_CASE("without findings the report is an empty array") {
    CHECK(printed(Files{{"readme.txt", ""}}, "gitlab", {}, fixed_rules()) == "[]\n");
}

TEST_CASE("an entry names rule and place; records of two folders are told apart") {
    Style style;
    style.repository = "ü";
    const json report = json::parse(printed(*owner_found(Grade::high), "gitlab", style));
    REQUIRE(report.size() == 1);
    const std::string alone =
        json::parse(printed(*owner_found(Grade::high), "gitlab"))[0]["fingerprint"].get<std::string>();
    CHECK(report[0] == json({{"description", "risk-without-owner: nobody owns it"},
                             {"check_name", "risk-without-owner"},
                             {"fingerprint", alone + "@ü"},
                             {"severity", "major"},
                             {"location", {{"path", "ü/r.yaml"}, {"lines", {{"begin", 3}, {"end", 4}}}}}}));
    style.docs = "https://docs.example.org";
    CHECK(json::parse(printed(*owner_found(Grade::high), "gitlab", style))[0]["content"]["body"] ==
          "[risk-without-owner](https://docs.example.org/lib/check/rules/risks/risk-without-owner.md)");
}

TEST_CASE("what is known stays in the report, since GitLab takes what is not in it as mended") {
    CheckFilter filter;
    filter.paths = {"elsewhere"};
    CHECK(json::parse(printed(*owner_found(Grade::low), "gitlab", {}, filter)).size() == 1);
    CHECK(json::parse(printed_since(*owner_found(Grade::low), *owner_found(Grade::low), "gitlab")).size() == 1);
}
