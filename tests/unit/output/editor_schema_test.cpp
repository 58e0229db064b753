#include "output/editor_schema.h"

#include <doctest/doctest.h>

#include <functional>
#include <set>

#include <nlohmann/json.hpp>

#include "yaml/parsed_file.h"

using namespace ims;
using nlohmann::json;

namespace {

// What a folder with this ims.yaml knows.
struct Folder {
    explicit Folder(const std::string& settings_yaml)
        : parsed(parse_file(settings_yaml)),
          settings(read_settings(parsed, Schema::built_in(), rules, findings, arena)) {}

    [[nodiscard]] json records(SchemaReader reader) const {
        return json::parse(schema_of_records({Schema::built_in(), settings, rules, {"iso-9001-2026"}}, reader));
    }
    [[nodiscard]] json of_settings(SchemaReader reader) const {
        const KindId kind = *Schema::built_in().find_kind("ims");
        return json::parse(schema_of_kind({Schema::built_in(), settings, rules, {}}, reader, kind));
    }

    RuleBook rules = RuleBook::built_in();
    std::vector<Finding> findings;
    Arena arena;
    ParsedFile parsed;
    Settings settings;
};

const std::string kSettings =
    "disciplines: {quality: {}, transport: {}}\n"
    "risk: {likelihood: [rare, often], consequence: [1, 2, 3], levels: {green: 1, red: 4}}\n"
    "defaults: {obligation: {source: law}}\n";

void for_each_object(const json& value, const std::function<void(const json&)>& call) {
    if (value.is_object()) call(value);
    if (!value.is_structured()) return;
    for (const json& each : value) for_each_object(each, call);
}

// All that is said of the values of a field, with what it refers to written out.
std::string said_of(const json& whole, const json& field) {
    std::string text = field.dump();
    for_each_object(field, [&](const json& object) {
        if (!object.contains("$ref")) return;
        text += said_of(whole, whole.at(json::json_pointer(object["$ref"].get<std::string>().substr(1))));
    });
    return text;
}

std::string said_of(const json& whole, const std::string& kind, const std::string& field) {
    return said_of(whole, whole["definitions"]["kind-" + kind]["properties"][field]);
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("whatever is referred to is there, and no key hides behind `allOf`") {
    const Folder folder(kSettings);
    for (const SchemaReader reader : {SchemaReader::editor, SchemaReader::program}) {
        for (const json& schema : {folder.records(reader), folder.of_settings(reader)}) {
            for_each_object(schema, [&](const json& object) {
                if (object.contains("$ref"))
                    CHECK(schema.contains(json::json_pointer(object["$ref"].get<std::string>().substr(1))));
                if (!object.contains("allOf") || !object["allOf"].is_array()) return;
                for (const json& part : object["allOf"]) CHECK_FALSE(part.contains("$ref"));
            });
        }
    }
}

TEST_CASE("editors get no type for which they offer true, false or null") {
    const Folder folder(kSettings);
    const json schema = folder.records(SchemaReader::editor);
    for (const auto& [name, kind] : schema["definitions"].items()) {
        if (!name.starts_with("kind-")) continue;
        for (const auto& [key, field] : kind["properties"].items()) {
            for_each_object(field, [&](const json& object) {
                if (!object.contains("type") || object.contains("not")) return;
                CAPTURE(name);
                CAPTURE(key);
                CHECK_FALSE(has(object["type"].dump(), "boolean"));
                CHECK_FALSE(has(object["type"].dump(), "null"));
            });
        }
    }
}

TEST_CASE("other programs get the words of draft-07 alone") {
    const Folder folder(kSettings);
    const std::set<std::string> of_editors = {"errorMessage",    "markdownDescription", "enumDescriptions",
                                              "defaultSnippets", "doNotSuggest",        "patternErrorMessage"};
    for (const json& schema : {folder.records(SchemaReader::program), folder.of_settings(SchemaReader::program)}) {
        for_each_object(schema, [&](const json& object) {
            for (const auto& [key, value] : object.items()) {
                CHECK_FALSE(of_editors.contains(key));
                CHECK_FALSE(key.starts_with("x-"));
                if (key == "type") CHECK_FALSE(value.is_array());
            }
        });
    }
}

TEST_CASE("what the folder says is folded in") {
    const Folder folder(kSettings);
    for (const SchemaReader reader : {SchemaReader::editor, SchemaReader::program}) {
        const json schema = folder.records(reader);
        CHECK(has(said_of(schema, "risk", "disciplines"), R"("enum":["quality","transport"])"));
        CHECK(has(said_of(schema, "risk", "likelihood"), R"("enum":["rare","often"])"));
        CHECK(has(said_of(schema, "change", "effects"), R"("transport":)"));
        CHECK(has(said_of(schema, "role", "exceptions"), "role-without-deputy"));
        CHECK(has(said_of(schema, "applicability", "against"), "iso-9001-2026"));
        // As other readers of YAML see them.
        CHECK(has(said_of(schema, "risk", "consequence"), R"("enum":[1,2,3])"));
        // What defaults say needs not be said.
        const std::string obligation = schema["definitions"]["kind-obligation"].dump();
        CHECK(has(obligation, R"("required":["obligation","title","requires"])"));
    }
}

TEST_CASE("without disciplines in force none is offered as the only ones") {
    const Folder folder("organisation: A\n");
    const std::string said = said_of(folder.records(SchemaReader::editor), "risk", "disciplines");
    CHECK_FALSE(has(said, R"("enum")"));
    CHECK(has(said, "health-and-safety"));
    const json settings = folder.of_settings(SchemaReader::editor);
    CHECK(has(said_of(settings, settings["properties"]["disciplines"]), R"("additionalProperties":{)"));
}

TEST_CASE("what the schema was made of stands in it, and is another where the folder says something else") {
    const auto made = [](const std::string& settings_yaml, std::vector<std::string> standards) {
        const Folder folder(settings_yaml);
        return made_of({Schema::built_in(), folder.settings, folder.rules, std::move(standards)});
    };
    const std::string first = made(kSettings, {});
    CHECK(made("organisation: A\n" + kSettings, {}) == first);
    CHECK(made(kSettings, {"house-rules"}) != first);
    CHECK(made("disciplines: {quality: {}}\n", {}) != first);
    CHECK(made("risk: {likelihood: [rare, often, always]}\n", {}) != made("", {}));
    CHECK(made("defaults: {obligation: {source: law}}\n", {}) != made("", {}));
    const Folder folder(kSettings);
    CHECK(has(folder.records(SchemaReader::editor)["$comment"], made(kSettings, {"iso-9001-2026"})));
}
