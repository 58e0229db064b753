#include "output/schema_json.h"

#include <map>

#include <nlohmann/json.hpp>

namespace ims {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kDraft = "http://json-schema.org/draft-07/schema#";

class Bundle {
public:
    explicit Bundle(const Schema& schema) : common_(Json::parse(schema.common_json())["definitions"]) {}

    // The schema of a kind as it stands inside a bundle.
    Json add(const KindSpec& kind) {
        Json json = Json::parse(kind.json);
        for (const char* key : {"$schema", "$id"}) json.erase(key);
        // Shapes that it brings along itself move up to the others.
        if (const auto own = json.find("definitions"); own != json.end()) {
            for (auto& [name, shape] : own->items()) define(name, shape);
            json.erase("definitions");
        }
        adapt(json);
        return json;
    }

    // Each shape that was referred to, by name.
    Json definitions() {
        Json sorted = Json::object();
        for (auto& [name, shape] : shapes_) sorted[name] = shape;
        return sorted;
    }

private:
    void define(const std::string& name, Json shape) {
        if (!shapes_.try_emplace(name, nullptr).second) return;
        adapt(shape);
        shapes_[name] = std::move(shape);
    }

    void adapt(Json& json) {
        if (json.is_array()) {
            for (Json& item : json) adapt(item);
            return;
        }
        if (!json.is_object()) return;
        for (auto& [key, value] : json.items()) {
            if (key == "$ref" && value.is_string()) value = local(value.get<std::string>());
            else if (!key.starts_with("x-ims-")) adapt(value);
        }
        explain_values(json);
    }

    // `common.schema.json#/definitions/role` is `#/definitions/role` here.
    std::string local(const std::string& reference) {
        constexpr std::string_view kShapes = "#/definitions/";
        const std::size_t at = reference.find(kShapes);
        if (at == std::string::npos) return reference;
        const std::string name = reference.substr(at + kShapes.size());
        if (const auto shape = common_.find(name); shape != common_.end()) define(name, *shape);
        return reference.substr(at);
    }

    static void explain_values(Json& json) {
        const auto values = json.find("enum");
        const auto meanings = json.find("x-ims-values");
        if (values == json.end() || meanings == json.end()) return;
        Json texts = Json::array();
        for (const Json& value : *values)
            texts.push_back(value.is_string() ? meaning(json, value.get<std::string>()) : "");
        json["enumDescriptions"] = std::move(texts);
    }

    static std::string meaning(const Json& json, const std::string& value) {
        const Json& meanings = json["x-ims-values"];
        if (meanings.contains(value)) return meanings[value].get<std::string>();
        if (!json.contains("x-ims-synonyms") || !json["x-ims-synonyms"].contains(value)) return "";
        const auto same = json["x-ims-synonyms"][value].get<std::string>();
        return meanings.contains(same) ? meanings[same].get<std::string>() : "";
    }

    Json common_;
    std::map<std::string, Json> shapes_;
};

std::string to_text(const Json& json) { return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n"; }

}  // namespace

std::string bundled_schema(const Schema& schema, KindId kind) {
    Bundle bundle(schema);
    Json whole = {{"$schema", kDraft}};
    whole.update(bundle.add(schema[kind]));
    whole["definitions"] = bundle.definitions();
    return to_text(whole);
}

std::string bundled_schema(const Schema& schema) {
    Bundle bundle(schema);
    Json kinds = Json::object();
    Json names = Json::object();
    Json choice = Json::array();
    Json some_kind = Json::array();
    for (const KindSpec& kind : schema.kinds()) {
        if (kind.settings) continue;
        const std::string name(kind.name);
        kinds["kind-" + name] = bundle.add(kind);
        names[name] = {{"description", kind.description}};
        choice.push_back({{"if", {{"required", {name}}}}, {"then", {{"$ref", "#/definitions/kind-" + name}}}});
        some_kind.push_back({{"required", {name}}});
    }
    Json whole = {{"$schema", kDraft},
                  {"title", "record"},
                  {"description", "A record of any kind; its first key names the kind and holds its id."},
                  {"type", "object"},
                  {"properties", std::move(names)},
                  {"anyOf", std::move(some_kind)},
                  {"allOf", std::move(choice)},
                  {"definitions", bundle.definitions()}};
    for (auto& [name, kind] : kinds.items()) whole["definitions"][name] = kind;
    return to_text(whole);
}

}  // namespace ims
