#include "output/schema_json.h"

#include <doctest/doctest.h>

#include <functional>

#include <nlohmann/json.hpp>

#include "schema/read_schema.h"

using namespace ims;
using nlohmann::json;

namespace {

void for_each_object(const json& value, const std::function<void(const json&)>& call) {
    if (value.is_object()) call(value);
    if (!value.is_structured()) return;
    for (const json& each : value) for_each_object(each, call);
}

// Nothing is asked of another file, and all that is asked of this one is there.
void check_self_contained(const json& schema) {
    for_each_object(schema, [&](const json& object) {
        if (!object.contains("$ref")) return;
        const auto reference = object["$ref"].get<std::string>();
        CAPTURE(reference);
        REQUIRE(reference.starts_with("#/"));
        CHECK(schema.contains(json::json_pointer(reference.substr(1))));
    });
}

}  // namespace

TEST_CASE("the schema of each kind needs no other file") {
    const Schema& schema = Schema::built_in();
    for (std::size_t index = 0; index < schema.kinds().size(); ++index) {
        const json bundled = json::parse(bundled_schema(schema, KindId::from(index)));
        CHECK(bundled["$schema"] == "http://json-schema.org/draft-07/schema#");
        CHECK(bundled["properties"].size() == schema.kinds()[index].fields.size());
        check_self_contained(bundled);
    }
}

TEST_CASE("one schema holds all kinds") {
    const Schema& schema = Schema::built_in();
    const json bundled = json::parse(bundled_schema(schema));
    check_self_contained(bundled);
    CHECK(bundled["allOf"].size() == schema.kinds().size() - 1);  // without ims.yaml
    CHECK(bundled["allOf"][0]["if"]["required"][0] == "applicability");
    CHECK(bundled["allOf"][0]["then"]["$ref"] == "#/definitions/kind-applicability");
}

TEST_CASE("enumerations say what their values mean and what people call them, one text a value") {
    const Schema& schema = Schema::built_in();
    const json bundled = json::parse(bundled_schema(schema));
    std::size_t explained = 0;
    for_each_object(bundled, [&](const json& object) {
        if (!object.contains("x-ims-values") || !object.contains("enum")) return;
        ++explained;
        REQUIRE(object.contains("enumDescriptions"));
        CHECK(object["enumDescriptions"].size() == object["enum"].size());
        REQUIRE(object.contains("enumNames"));
        CHECK(object["enumNames"].size() == object["enum"].size());
    });
    CHECK(explained > 20);
    const json risk = json::parse(bundled_schema(schema, *schema.find_kind("risk")));
    CHECK(risk["properties"]["type"]["enumDescriptions"][2] == risk["properties"]["type"]["x-ims-values"]["hazard"]);
    const json control = json::parse(bundled_schema(schema, *schema.find_kind("control")));
    CHECK(control["properties"]["implementation"]["enumNames"] == json({"planned", "partly", "in place"}));
    CHECK(control["properties"]["hierarchy"]["enumNames"][4] == "personal protective equipment");
    const json& treatment = risk["definitions"]["treatment"];
    CHECK(treatment["enum"][5] == "mitigate");
    CHECK(treatment["enumNames"][5] == "reduce");
}

TEST_CASE("an enumeration of one's own says what it was given to say") {
    const Result<Schema> schema =
        extend_schema(Schema::built_in(), {{"schemas/boat.schema.json", R"({"x-ims-kind": "boat", "properties": {
            "bare": {"enum": ["a-b", null], "x-ims-type": "enum"},
            "named": {"enum": ["a-b", "c-d", null], "x-ims-type": "enum", "x-ims-titles": {"c-d": "C and D"}}}})"}});
    REQUIRE_MESSAGE(schema.has_value(), (schema ? "" : schema.error().message()));
    const json boat = json::parse(bundled_schema(*schema, *schema->find_kind("boat")));
    CHECK_FALSE(boat["properties"]["bare"].contains("enumNames"));
    CHECK_FALSE(boat["properties"]["named"].contains("enumDescriptions"));
    CHECK(boat["properties"]["named"]["enumNames"] == json({"a b", "C and D", ""}));
}

TEST_CASE("fields and kinds of one's own are in it, with shapes of one's own") {
    const std::vector<SchemaFile> own = {
        {"schemas/risk.schema.json",
         R"({"x-ims-kind": "risk", "required": ["colour"], "properties": {"colour":
            {"description": "Which.", "allOf": [{"$ref": "shapes.schema.json#/definitions/colour"}]}}})"},
        {"schemas/shapes.schema.json", R"({"definitions": {"colour": {"x-ims-type": "line", "type": "string",
            "examples": [1]}}})"},
        {"schemas/boat.schema.json",
         R"({"x-ims-kind": "boat", "type": "object", "description": "It floats.", "properties": {
            "boat": {"description": "Id.", "allOf": [{"$ref": "common.schema.json#/definitions/id"}]},
            "colour": {"description": "C.", "allOf": [{"$ref": "shapes.schema.json#/definitions/colour"}]}}})"}};
    const Result<Schema> schema = extend_schema(Schema::built_in(), own);
    REQUIRE_MESSAGE(schema.has_value(), (schema ? "" : schema.error().message()));
    const json risk = json::parse(bundled_schema(*schema, *schema->find_kind("risk")));
    check_self_contained(risk);
    CHECK(risk["properties"].contains("colour"));
    CHECK(risk["properties"].contains("likelihood"));
    CHECK(risk["required"] == json({"risk", "title", "colour"}));
    const json boat = json::parse(bundled_schema(*schema, *schema->find_kind("boat")));
    check_self_contained(boat);
    CHECK(boat["definitions"].contains("id"));
    CHECK(boat["definitions"].size() == 2);
    check_self_contained(json::parse(bundled_schema(*schema)));
}
