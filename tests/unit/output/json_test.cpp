#include <nlohmann/json.hpp>

#include "checked.h"
#include "diagnostics/rules.h"

using namespace ims;
using nlohmann::json;

namespace {

const Files kTwo = {{"a.yaml", "role: r\ntitle: T\nownr: x\n"}, {"b.yaml", "role: ä日\ntitle: T\nowner: nobody\n"}};

}  // namespace

TEST_CASE("json is one object with what interfaces promise") {
    const json object = json::parse(printed(kTwo, "json", {}, fixed_rules()));
    CHECK(object["version"] == 1);
    CHECK(object["today"] == "2026-06-01");
    CHECK(object["summary"] == json({{"records", 2},
                                     {"error", 2},
                                     {"high", 0},
                                     {"medium", 0},
                                     {"low", 0},
                                     {"unreadFiles", 0},
                                     {"hiddenErrors", 0}}));
    REQUIRE(object["findings"].size() == 2);
    const json& first = object["findings"][0];
    CHECK(first["rule"] == "unknown-field");
    CHECK(first["grade"] == "error");
    CHECK(first["path"] == "a.yaml");
    CHECK(first["line"] == 3);
    CHECK(first["column"] == 1);
    CHECK(first["endLine"] == 3);
    CHECK(first["endColumn"] == 5);
    CHECK(first["related"] == json::array());
    CHECK(first["help"] == "did you mean `owner`?");
    CHECK(!first.contains("disciplines"));
    const json& second = object["findings"][1];
    CHECK(!second.contains("fix"));
    CHECK(second["record"] == "role/ä日");
}

TEST_CASE("jsonl has the same objects, a line each") {
    const auto analysis = analysed(kTwo);
    const json object = json::parse(printed(*analysis, "json"));
    json lines = json::array();
    std::istringstream text(printed(*analysis, "jsonl"));
    for (std::string line; std::getline(text, line);) lines.push_back(json::parse(line));
    CHECK(lines == object["findings"]);
}

TEST_CASE("without findings json is whole and jsonl is empty") {
    const Files none = {{"readme.txt", ""}};
    const json object = json::parse(printed(none, "json", {}, fixed_rules()));
    CHECK(object["findings"] == json::array());
    CHECK(object["summary"]["records"] == 0);
    CHECK(printed(none, "jsonl", {}, fixed_rules()).empty());
    CHECK(printed(none, "concise", {}, fixed_rules()).empty());
}

TEST_CASE("places and labels are told in lines and code points; any byte makes valid JSON") {
    Finding finding;
    finding.rule = RuleId::wrong_type;
    finding.grade = Grade::error;
    finding.span = {FileId(), 4, 15};  // from 日 to behind the byte that is no UTF-8
    Arena arena;
    finding.message = make_message(arena, "a \"quote\", a line and {}", plain("\n\xff"));
    finding.disciplines = {"quality"};
    finding.labels = {{{FileId(), 0, 2}, "here"}};
    finding.fix = Fix{"mend it", Fix::Safety::safe, {ReplaceValue{{FileId(), 4, 10}, "x"}}};
    const auto analysis = finding_only("ä.yaml", "ä: 日本\nb: \xff\n", finding);
    const json object = json::parse(printed(*analysis, "json"))["findings"][0];
    CHECK(object["line"] == 1);
    CHECK(object["column"] == 4);
    CHECK(object["endLine"] == 2);
    CHECK(object["endColumn"] == 5);
    CHECK(object["message"] == "a \"quote\", a line and \\n\\x{ff}");
    CHECK(object["disciplines"] == json({"quality"}));
    CHECK(object["related"] == json::array({{{"path", "ä.yaml"}, {"line", 1}, {"column", 1}, {"message", "here"}}}));
    // Nothing in a file that is no text can be changed.
    CHECK_FALSE(object.contains("fix"));
}

TEST_CASE("a fix is told as the bytes that it writes, in lines and code points") {
    Finding finding;
    finding.rule = RuleId::wrong_type;
    finding.grade = Grade::error;
    finding.span = {FileId(), 4, 12};
    finding.message = "a message";
    finding.fix = Fix{"mend it", Fix::Safety::safe, {ReplaceValue{{FileId(), 4, 12}, "x: y"}}};
    const auto analysis = finding_only("ä.yaml", "ä: '日本'\n", finding);
    const json object = json::parse(printed(*analysis, "json"))["findings"][0];
    CHECK(object["fix"] == json({{"title", "mend it"},
                                 {"safety", "safe"},
                                 {"edits", json::array({{{"path", "ä.yaml"},
                                                         {"line", 1},
                                                         {"column", 4},
                                                         {"endLine", 1},
                                                         {"endColumn", 8},
                                                         {"text", "'x: y'"}}})}}));
}

TEST_CASE("state and reason are there only where findings are compared, and known ones are listed") {
    const json alone = json::parse(printed(*owner_found(Grade::high), "json"));
    CHECK(!alone["findings"][0].contains("state"));
    CHECK(!alone["summary"].contains("new"));
    const auto since = [](Grade before, Grade now) {
        return json::parse(printed_since(*owner_found(before), *owner_found(now), "json"));
    };
    CHECK(since(Grade::high, Grade::high)["findings"][0]["state"] == "known");
    CHECK(since(Grade::high, Grade::high)["causes"] == json::array());
    const json worse = since(Grade::low, Grade::high);
    CHECK(worse["findings"][0]["state"] == "worse");
    CHECK(worse["summary"]["high"] == 1);
    CHECK(worse["summary"]["worse"] == 1);
    CHECK(worse["summary"]["known"] == 0);
}

TEST_CASE("json says how its folder is reached from the root of the repository") {
    Style style;
    style.repository = "a \"b\"/c";
    const json object = json::parse(printed(kTwo, "json", style, fixed_rules()));
    CHECK(object["root"] == "a \"b\"/c");
    CHECK(object["findings"][0]["path"] == "a.yaml");
}
