#include "schema/read_schema.h"

#include <doctest/doctest.h>

using namespace ims;

namespace {

// What is wrong with a kind of one field.
std::string trouble(const std::string& field) {
    const std::vector<SchemaFile> files = {
        {"schemas/boat.schema.json", R"({"x-ims-kind": "boat", "properties": {"colour": )" + field + "}}"}};
    const Result<Schema> schema = extend_schema(Schema::built_in(), files);
    return schema ? "none" : schema.error().message();
}

}  // namespace

TEST_CASE("a keyword of the wrong type is told with its file and field") {
    CHECK(trouble(R"({"x-ims-type": "number", "minimum": 1, "maximum": 2.0})") == "none");
    const std::string place = "schemas/boat.schema.json, field colour: ";
    CHECK(trouble("true") == place + "a field's schema is a JSON object");
    CHECK(trouble(R"({"$ref": 3})") == place + "`$ref` must be a text");
    CHECK(trouble(R"({"allOf": {}})") == place + "`allOf` must be a list");
    CHECK(trouble(R"({"x-ims-type": 3})") == place + "unknown `x-ims-type`: 3");
    CHECK(trouble(R"({"x-ims-type": "number", "minimum": "1"})") == place + "`minimum` must be a number");
    CHECK(trouble(R"({"properties": []})") == place + "`properties` must be an object");
    CHECK(trouble(R"({"x-ims-type": "reference", "x-ims-reference": {"kinds": [3]}})") ==
          place + "`kinds` must be a list of texts");
    CHECK(trouble(R"({"x-ims-type": "reference", "x-ims-reference": {"tree": "yes"}})") ==
          place + "`tree` must be true or false");
}

TEST_CASE("what is no JSON object is told with its file") {
    CHECK(trouble("{").ends_with("boat.schema.json: this is not JSON"));
    const Result<Schema> list = extend_schema(Schema::built_in(), {{"a.schema.json", "[]"}});
    REQUIRE(!list);
    CHECK(list.error().message() == "a.schema.json: a schema is a JSON object");
}

TEST_CASE("trouble with a schema names its file apart from the field") {
    const Result<Schema> schema = extend_schema(Schema::built_in(), {{"folder/schemas/boat.schema.json",
                                                                      R"({"x-ims-kind": "boat", "properties": {"hull": {
                                                "type": "object", "properties": {"colour": true}}}})"}});
    REQUIRE(!schema);
    CHECK(schema.error().path == "folder/schemas/boat.schema.json");
    CHECK(schema.error().place == ", field hull, field hull.colour");
    CHECK(schema.error().reason == "a field's schema is a JSON object");
}

TEST_CASE("one text stands for a list of one") {
    CHECK(trouble(R"({"x-ims-type": "reference", "x-ims-reference": {"kinds": "role"}})") == "none");
}

TEST_CASE(
    "schemas that replace the built-in ones leave only their own kinds, under the numbers that the program knows") {
    const std::vector<SchemaFile> files = {
        {"mine/boat.schema.json", R"({"x-ims-kind": "boat", "properties": {"title": {"x-ims-type": "line"}}})"},
        {"mine/role.schema.json",
         R"({"x-ims-kind": "role", "description": "Who", "properties": {"purpose": {"x-ims-type": "line"}}})"}};
    const Result<Schema> schema = replace_schema(Schema::built_in(), files);
    REQUIRE(schema);
    CHECK_FALSE(schema->find_kind("process"));
    CHECK(schema->find_kind("boat"));
    CHECK(schema->find_kind("ims"));
    REQUIRE(schema->find_kind("role") == Schema::built_in().find_kind("role"));
    const KindSpec& role = (*schema)[*schema->find_kind("role")];
    CHECK(role.description == "Who");
    REQUIRE(role.fields.size() == 1);
    CHECK(role.fields[0].field == *Schema::built_in().find_path("purpose"));
    CHECK(schema->known_disciplines().size() == Schema::built_in().known_disciplines().size());
}

TEST_CASE("what known disciplines may cost names such disciplines, and words of their field") {
    const auto costs = [](const std::string& written) {
        return trouble(R"({"type": "object", "x-ims-keys": "discipline", "x-ims-known": ["red"], "x-ims-costs": )" +
                       written + R"(, "additionalProperties": {"type": "object", "properties": {"costs":
                       {"x-ims-type": "enum", "enum": ["people"]}}}})");
    };
    const std::string place = "schemas/boat.schema.json, field colour: ";
    CHECK(costs("{}") == "none");
    CHECK(costs(R"({"red": "people"})") == "none");
    CHECK(costs("[]") == place + "`x-ims-costs` must be an object");
    CHECK(costs(R"({"blue": "people"})") == place + "`x-ims-costs` names what `x-ims-known` does not: blue");
    CHECK(costs(R"({"red": "money"})") == place + "`x-ims-costs` of red is no value of `costs`: \"money\"");
    CHECK(costs(R"({"red": 3})") == place + "`x-ims-costs` of red is no value of `costs`: 3");
    CHECK(trouble(R"({"type": "object", "x-ims-keys": "text", "x-ims-costs": {},
                     "additionalProperties": {"x-ims-type": "line"}})") ==
          place + "`x-ims-costs` needs entries with a field `costs`");
    CHECK(Schema::built_in().known_cost("quality") == "customers");
    CHECK(Schema::built_in().known_cost("gardening").empty());
    CHECK(Schema().known_cost("quality").empty());
}

TEST_CASE("meanings and titles are of words that the enumeration has") {
    const auto choice = [](const std::string& more) {
        return trouble(R"({"x-ims-type": "enum", "enum": ["red", "blue", "navy", null], "x-ims-synonyms":
                       {"navy": "blue"}, )" +
                       more + "}");
    };
    const std::string place = "schemas/boat.schema.json, field colour: ";
    CHECK(choice(R"("x-ims-values": {"red": "Bright.", "navy": "Dark."}, "x-ims-titles": {"red": "signal red"})") ==
          "none");
    for (const std::string keyword : {"x-ims-values", "x-ims-titles"}) {
        CAPTURE(keyword);
        CHECK(choice('"' + keyword + R"(": ["red"])") == place + "`" + keyword + "` must be an object");
        CHECK(choice('"' + keyword + R"(": {"rde": "Bright"})") ==
              place + "`" + keyword + "` names what `enum` does not: rde");
        CHECK(choice('"' + keyword + R"(": {"red": 3})") == place + "`" + keyword + "` of red must be a text");
    }
    CHECK(choice(R"("x-ims-titles": {"navy": "navy blue"})") ==
          place + "`x-ims-titles` of navy belongs to what it stands for: blue");
    CHECK(trouble(R"({"x-ims-type": "line", "x-ims-titles": {"red": "signal red"}})") ==
          place + "`x-ims-titles` names what `enum` does not: red");
}

TEST_CASE("what people write for a word stands for one word, and is never read") {
    const auto choice = [](const std::string& slips) {
        return trouble(R"({"x-ims-type": "enum", "enum": ["red", "blue"], "x-ims-slips": )" + slips + "}");
    };
    const std::string place = "schemas/boat.schema.json, field colour: `x-ims-slips` ";
    CHECK(choice(R"({"red": ["rot", "rouge"], "blue": "blau"})") == "none");
    CHECK(choice(R"(["rot"])") == "schemas/boat.schema.json, field colour: `x-ims-slips` must be an object");
    CHECK(choice(R"({"green": ["grün"]})") == place + "names what is no word here: green");
    CHECK(choice(R"({"red": ["blue"]})") == place + "has a word that is read as it stands: blue");
    CHECK(choice(R"({"red": ["Rot"]})") == place + "has words in small letters only, unlike Rot");
    CHECK(choice(R"({"red": ["rot"], "blue": ["rot"]})") == place + "has two meanings for rot");
    CHECK_FALSE(Schema::built_in().discipline_slips().empty());
}

TEST_CASE("fewer words than a shared enumeration has, or other titles, may stand beside it") {
    const std::string shared = R"("allOf": [{"$ref": "common.schema.json#/definitions/document_type"}])";
    CHECK(trouble(R"({"enum": ["policy", "plan"], )" + shared + "}") == "none");
    CHECK(trouble(R"({"x-ims-titles": {"external": "external document"}, )" + shared + "}") == "none");
    CHECK(
        trouble(R"({"enum": ["policy", "plan"], "x-ims-titles": {"external": "external document"}, )" + shared + "}") ==
        "schemas/boat.schema.json, field colour: `x-ims-titles` names what `enum` does not: external");
}

TEST_CASE("which of two fields has to be there, and which beside another") {
    const auto map = [](const std::string& more) {
        return trouble(R"({"type": "object", "properties": {"a": {"x-ims-type": "line"}, "b": {"x-ims-type": "line"},
                       "c": {"x-ims-type": "line"}}, )" +
                       more + "}");
    };
    const std::string place = "schemas/boat.schema.json, field colour: ";
    const std::string two = place + "`anyOf` may name two fields of which one is required, each by `required` alone";
    CHECK(map(R"("anyOf": [{"required": ["a"]}, {"required": ["b"]}])") == "none");
    CHECK(map(R"("anyOf": [{"required": ["a"]}])") == two);
    CHECK(map(R"("anyOf": [{"required": ["a"]}, {"required": ["b"]}, {"required": ["c"]}])") == two);
    CHECK(map(R"("dependencies": {"a": ["b", "c"]})") == "none");
    CHECK(map(R"("dependencies": ["a"])") == place + "`dependencies` must be an object");
    CHECK(map(R"("dependencies": {"a": [3]})") == place + "`a` must be a list of texts");

    const std::vector<SchemaFile> files = {
        {"schemas/boat.schema.json",
         R"({"x-ims-kind": "boat", "anyOf": [{"required": ["oars"]}, {"required": ["sail"]}],
             "dependencies": {"sail": ["mast"]}, "properties": {"oars": {"x-ims-type": "whole"},
             "sail": {"x-ims-type": "line"}, "mast": {"x-ims-type": "line"}}})"}};
    const Result<Schema> schema = extend_schema(Schema::built_in(), files);
    REQUIRE(schema);
    const KindSpec& boat = (*schema)[*schema->find_kind("boat")];
    REQUIRE(boat.fields.size() == 3);
    CHECK(boat.fields[0].required);
    CHECK(boat.fields[0].unless == "sail");
    CHECK(boat.fields[1].unless == "oars");
    CHECK(boat.fields[2].required);
    REQUIRE(boat.fields[2].with.size() == 1);
    CHECK(boat.fields[2].with.front() == "sail");
}

TEST_CASE("shapes that hold themselves, or stand for too much, are told and end") {
    const auto shapes = [](const std::string& definitions) {
        const std::vector<SchemaFile> files = {
            {"schemas/boat.schema.json",
             R"({"x-ims-kind": "boat", "definitions": {)" + definitions +
                 R"(}, "properties": {"hull": {"$ref": "boat.schema.json#/definitions/a"}}})"}};
        const Result<Schema> schema = extend_schema(Schema::built_in(), files);
        return schema ? "none" : schema.error().reason;
    };
    const auto named = [](const std::string& name) {
        return R"({"$ref": "boat.schema.json#/definitions/)" + name + R"("})";
    };
    CHECK(shapes(R"("a": )" + named("b") + R"(, "b": {"x-ims-type": "line"})") == "none");
    CHECK(shapes(R"("a": )" + named("b") + R"(, "b": )" + named("a")) == "its `$ref` leads in a circle");
    const std::string deep = "its fields lie too deep in each other: a `$ref` may name what it stands in";
    CHECK(shapes(R"("a": {"properties": {"b": )" + named("a") + R"(, "c": )" + named("a") + "}}") == deep);
    CHECK(shapes(R"("a": {"type": "array", "items": )" + named("a") + "}") == deep);
    CHECK(shapes(R"("a": {"anyOf": [)" + named("a") + "]}") == deep);
    CHECK(shapes(R"("a": {"x-ims-keys": "text", "additionalProperties": )" + named("a") + "}") == deep);
    // Each stands for two of the next.
    std::string doubled = R"("a": )" + named("a0");
    for (int number = 0; number < 30; ++number) {
        const std::string next = named("a" + std::to_string(number + 1));
        doubled += ", \"a" + std::to_string(number) + R"(": {"properties": {"b": )" + next + R"(, "c": )" + next + "}}";
    }
    CHECK(shapes(doubled + R"(, "a30": {"x-ims-type": "line"})") ==
          "its `$ref` and those before it stand for too many fields");
}

TEST_CASE("an enumeration has words, and a synonym stands for one of them") {
    const std::string place = "schemas/boat.schema.json, field colour: ";
    CHECK(trouble(R"({"x-ims-type": "enum", "enum": []})") == place + "`enum` names no word");
    CHECK(trouble(R"({"x-ims-type": "enum", "enum": [null]})") == place + "`enum` names no word");
    CHECK(trouble(R"({"x-ims-type": "enum", "enum": ["a", "b", "c"], "x-ims-synonyms": {"a": "b", "b": "c"}})") ==
          place + "a synonym stands for a value that is a synonym itself: b");
    CHECK(trouble(R"({"x-ims-type": "enum", "enum": ["a", "b"], "x-ims-synonyms": {"a": "b"}})") == "none");
    std::string many = R"({"x-ims-type": "enum", "enum": ["a")";
    for (int number = 0; number < 1000; ++number) many += ", \"a" + std::to_string(number) + "\"";
    CHECK(trouble(many + "]}") == place + "`enum` names more words than anybody can choose from");
}
