#include "base/json.h"

#include <doctest/doctest.h>

#include <limits>

using namespace ims;
using namespace std::string_literals;

namespace {

Json parsed(std::string_view text) {
    Result<Json> json = parse_json(text);
    REQUIRE_MESSAGE(json.has_value(), (json ? "" : json.error().message()));
    return *json;
}

std::string trouble(std::string_view text) {
    const Result<Json> json = parse_json(text);
    return json ? "none" : json.error().message();
}

}  // namespace

TEST_CASE("a value knows its type, and is of no other") {
    CHECK(Json().type() == Json::Type::null);
    CHECK(Json(nullptr).type() == Json::Type::null);
    CHECK(Json(true).as_boolean() == true);
    CHECK(Json(std::uint32_t{7}).as_integer() == 7);
    CHECK(Json(7).as_number() == 7.0);
    CHECK(Json(0.5).as_number() == 0.5);
    CHECK(!Json(0.5).as_integer());
    CHECK(!Json(1).as_boolean());
    CHECK(!Json(true).as_integer());
    CHECK(*Json("text").as_text() == "text");
    CHECK(*Json("string"s).as_text() == "string");
    CHECK(Json("text").as_list() == nullptr);
    CHECK(Json("text").find("text") == nullptr);
    CHECK(Json::list().as_object() == nullptr);
    CHECK(Json::list().type() == Json::Type::list);
    CHECK(Json::object().type() == Json::Type::object);
}

TEST_CASE("objects keep the order in which they are written, and each key once") {
    Json object;
    object["z"] = 1;
    object["a"] = "x";
    object["z"] = true;
    CHECK(to_text(object) == R"({"z":true,"a":"x"})");
    CHECK(object == Json::object({{"z", true}, {"a", "x"}}));
    CHECK(object != Json::object({{"a", "x"}, {"z", true}}));
    REQUIRE(object.find("a") != nullptr);
    *object.find("a") = nullptr;
    object.erase("z");
    object.erase("not there");
    CHECK(to_text(object) == R"({"a":null})");
    CHECK(to_text(parsed(R"({"b": 1, "a": 2, "b": {"c": 3}})")) == R"({"b":{"c":3},"a":2})");
}

TEST_CASE("lists are made of what there is") {
    Json list;
    list.add(1);
    list.add(Json::list({"two", nullptr}));
    list.add(Json::list_of(std::vector<std::string>{"a", "b"}));
    CHECK(to_text(list) == R"([1,["two",null],["a","b"]])");
    CHECK(parsed(to_text(list)) == list);
}

TEST_CASE("text is read as what it says") {
    CHECK(parsed(" null ") == Json());
    CHECK(parsed("[true, false]") == Json::list({true, false}));
    CHECK(parsed("-9223372036854775808").as_integer() == std::numeric_limits<std::int64_t>::min());
    CHECK(parsed("9223372036854775807").as_integer() == std::numeric_limits<std::int64_t>::max());
    CHECK(!parsed("9223372036854775808").as_integer());
    CHECK(parsed("9223372036854775808").as_number() == 9223372036854775808.0);
    CHECK(parsed("1.0").type() == Json::Type::number);
    CHECK(parsed("1e2").as_number() == 100.0);
    CHECK(*parsed(R"("\u00e4\ud83d\ude00\n")").as_text() == "ä😀\n");
    CHECK(parsed(R"({"a": [{"b": []}, {}], "c": {}})") ==
          Json::object(
              {{"a", Json::list({Json::object({{"b", Json::list()}}), Json::object()})}, {"c", Json::object()}}));
}

TEST_CASE("what is no JSON is told with its line, and never thrown") {
    CHECK(trouble("") == "line 1: this is not JSON");
    CHECK(trouble("{\n  \"a\": 1,\n}\n") == "line 3: this is not JSON");
    CHECK(trouble("{}\n{}") == "line 2: this is not JSON");
    CHECK(trouble("{\"a\": \"x\n\"}") == "line 1: this is not JSON");
    for (const std::string_view text : {"nul", "[1 2]", "{1: 2}", "{\"a\"}", "\"\xff\"", "\"\\ud800\"", "1e999", "[",
                                        "{\"a\":", "'a'", "01", "// no\n1"}) {
        CAPTURE(text);
        CHECK(trouble(text).ends_with(": this is not JSON"));
    }
    CHECK(trouble(std::string(200, '[') + std::string(200, ']')) == "none");
    CHECK(trouble(std::string(1'000'000, '[')).starts_with("lists and objects stand more than 200 deep"));
}

TEST_CASE("text is written on one line, or by two blanks") {
    const Json json = parsed(R"({"a": [1, -2, {"b": null}], "c": {}, "d": [], "e": 0.1, "f": 1.0, "g": 1e30})");
    CHECK(to_text(json) == R"({"a":[1,-2,{"b":null}],"c":{},"d":[],"e":0.1,"f":1.0,"g":1e+30})");
    CHECK(to_text(json, JsonLayout::indented) == R"({
  "a": [
    1,
    -2,
    {
      "b": null
    }
  ],
  "c": {},
  "d": [],
  "e": 0.1,
  "f": 1.0,
  "g": 1e+30
})");
}

TEST_CASE("any bytes make valid JSON") {
    CHECK(to_text("plain, \x7f") == "\"plain, \x7f\"");
    CHECK(to_text("\"\\/\b\f\n\r\t\x01\x1f") == R"("\"\\/\b\f\n\r\t\u0001\u001f")");
    CHECK(to_text("\0"s) == R"("\u0000")");
    CHECK(to_text("ä日😀") == "\"ä日😀\"");
    CHECK(to_text("a\xff\xc3z\xe2\x82") == "\"a\uFFFD\uFFFDz\uFFFD\"");
    CHECK(to_text(Json::object({{"k\"\xff", 1}})) == "{\"k\\\"\uFFFD\":1}");
    for (int byte = 0; byte < 256; ++byte) {
        CAPTURE(byte);
        const std::string text = "a"s + static_cast<char>(byte) + "b";
        CHECK(*parsed(to_text(text)).as_text() == (byte < 128 ? text
                                                              : "a\uFFFD"
                                                                "b"));
    }
}
