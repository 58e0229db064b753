#include "output/sarif.h"

#include <nlohmann/json.hpp>

#include "checked.h"

using namespace ims;
using nlohmann::json;

namespace {

json run_of(const std::string& text) { return json::parse(text)["runs"][0]; }

}  // namespace

TEST_CASE("a result points at the offending scalar from the root of the repository, in code points") {
    Style style;
    style.repository = "a b/ü";
    const json run = run_of(printed(*owner_found(Grade::high), "sarif", style));
    CHECK(run["automationDetails"]["id"] == "ims/a b/ü/");
    CHECK(run["columnKind"] == "unicodeCodePoints");
    REQUIRE(run["results"].size() == 1);
    const json& result = run["results"][0];
    CHECK(result["level"] == "warning");
    CHECK(result["properties"]["grade"] == "high");
    CHECK(!result.contains("baselineState"));
    const json& place = result["locations"][0]["physicalLocation"];
    CHECK(place["artifactLocation"] == json({{"uri", "a%20b/%C3%BC/r.yaml"}, {"uriBaseId", "%SRCROOT%"}}));
    CHECK(run["originalUriBaseIds"].contains("%SRCROOT%"));
    CHECK(place["region"] == json({{"startLine", 3}, {"startColumn", 8}, {"endLine", 4}, {"endColumn", 1}}));
    const json& rule = run["tool"]["driver"]["rules"][result["ruleIndex"].get<std::size_t>()];
    CHECK(rule["id"] == "risk-without-owner");
    CHECK(rule["help"]["markdown"].get<std::string>().find("```yaml\n# file: ") != std::string::npos);
    CHECK(!rule.contains("helpUri"));
    style.docs = "https://docs.example.org/ims";
    const json with_docs = run_of(printed(*owner_found(Grade::high), "sarif", style));
    CHECK(with_docs["tool"]["driver"]["rules"][result["ruleIndex"].get<std::size_t>()]["helpUri"] ==
          "https://docs.example.org/ims/lib/check/rules/risks/risk-without-owner.md");
}

TEST_CASE("only rules that are looked at are listed, sorted by name, at the grade that they have here") {
    Files files = kUnowned;
    files["ims.yaml"] =
        "organisation: O\ndisciplines: {quality: {}}\ncheck:\n  rules:\n    bottleneck: off\n    obligation-unowned: "
        "{grade: low, reason: They are few}\n";
    const json rules = run_of(printed(files, "sarif"))["tool"]["driver"]["rules"];
    std::vector<std::string> names;
    for (const json& each : rules) names.push_back(each["id"]);
    CHECK(std::ranges::is_sorted(names));
    CHECK(std::ranges::find(names, "bottleneck") == names.end());
    const auto found = std::ranges::find(names, "obligation-unowned");
    REQUIRE(found != names.end());
    CHECK(rules[static_cast<std::size_t>(found - names.begin())]["defaultConfiguration"]["level"] == "note");
}

TEST_CASE("no text of a record becomes a link") {
    const Files files = {{"r.yaml", "role: r\ntitle: R\n\"[here](https://example.org)\": x\n"}};
    const json run = run_of(printed(files, "sarif", {}, fixed_rules()));
    const std::string text = run["results"][0]["message"]["text"];
    CHECK(text.starts_with("a role has no field `[here] (https://example.org)`\n"));
}

TEST_CASE("paths narrow nothing, and states tell what is new") {
    CheckFilter filter;
    filter.paths = {"elsewhere"};
    CHECK(run_of(printed(*owner_found(Grade::high), "sarif", {}, filter))["results"].size() == 1);
    const auto state = [](Grade before, Grade now) {
        return run_of(printed_since(*owner_found(before), *owner_found(now), "sarif"))["results"][0]["baselineState"];
    };
    CHECK(state(Grade::high, Grade::high) == "unchanged");
    CHECK(state(Grade::low, Grade::high) == "updated");
    const auto nothing = analysed({});
    CHECK(run_of(printed_since(*nothing, *owner_found(Grade::low), "sarif"))["results"][0]["baselineState"] == "new");
}

TEST_CASE("of more than hosts take the gravest are kept, in the order of places, and the rest is counted") {
    Files files = wrong_fields(4);
    files["a.yaml"] = "role: a\ntitle: A\n";
    const auto analysis = analysed(files);
    const CheckResult result = choose_findings(*analysis, only({"unknown-field", "empty-role"}));
    REQUIRE(result.whole.size() == 6);
    std::string text;
    write_sarif(
        result, {}, [&](std::string_view piece) { text += piece; }, 3);
    const json run = run_of(text);
    REQUIRE(run["results"].size() == 3);
    CHECK(run["results"][0]["message"]["text"].get<std::string>().starts_with("a role has no field `wrong100`"));
    CHECK(run["results"][2]["message"]["text"].get<std::string>().starts_with("a role has no field `wrong102`"));
    CHECK(run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"] ==
          "3 findings are left out, since hosts take 3 results; the gravest are here");
}
