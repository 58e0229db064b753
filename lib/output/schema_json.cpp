#include "output/schema_json.h"

#include <map>

#include "base/json.h"
#include "schema/keywords.h"

namespace ims {
namespace {

constexpr std::string_view kDraft = "http://json-schema.org/draft-07/schema#";

// Of a text that is JSON, as the schema was read from it.
Json parsed(std::string_view text) {
    Result<Json> json = parse_json(text);
    IMS_ASSERT(json.has_value(), "a schema that was read is no JSON");
    return std::move(*json);
}

class Bundle {
public:
    explicit Bundle(const Schema& schema) {
        if (schema.common_json().empty()) return;  // a folder of one's own schemas need not have it
        Json common = parsed(schema.common_json());
        if (Json* const shapes = common.find("definitions")) common_ = std::move(*shapes);
    }

    // The schema of a kind as it stands inside a bundle.
    Json add(const KindSpec& kind) {
        Json json = parsed(kind.json);
        for (const char* key : {"$schema", "$id"}) json.erase(key);
        // Shapes that it brings along itself move up to the others.
        if (const Json* const own = json.find("definitions")) {
            if (own->as_object() != nullptr) {
                for (const auto& [name, shape] : *own->as_object()) define(name, shape);
            }
            json.erase("definitions");
        }
        adapt(json);
        return json;
    }

    // Each shape that was referred to, by name.
    Json definitions() {
        Json sorted = Json::object();
        for (const auto& [name, shape] : shapes_) sorted[name] = shape;
        return sorted;
    }

private:
    void define(const std::string& name, Json shape) {
        if (!shapes_.try_emplace(name, nullptr).second) return;
        adapt(shape);
        shapes_[name] = std::move(shape);
    }

    void adapt(Json& json) {
        if (Json::List* const items = json.as_list()) {
            for (Json& item : *items) adapt(item);
            return;
        }
        Json::Object* const members = json.as_object();
        if (members == nullptr) return;
        for (auto& [key, value] : *members) {
            if (key == "$ref" && value.as_text() != nullptr) value = local(*value.as_text());
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
        if (const Json* const shape = common_.find(name)) define(name, *shape);
        return reference.substr(at);
    }

    // For editors what each word means, for what makes forms of a schema what people call it.
    static void explain_values(Json& json) {
        const Json* const values = json.find("enum");
        if (values == nullptr || values->as_list() == nullptr) return;
        const bool meant = json.find("x-ims-values") != nullptr;
        if (!meant && json.find("x-ims-titles") == nullptr) return;
        Json meanings = Json::list();
        Json titles = Json::list();
        for (const Json& value : *values->as_list()) {
            const std::string* const word = value.as_text();
            meanings.add(word != nullptr ? meaning(json, *word) : "");
            titles.add(word != nullptr ? keywords::title_of_word(json, canonical(json, *word)) : "");
        }
        if (meant) json["enumDescriptions"] = std::move(meanings);
        json["enumNames"] = std::move(titles);
    }

    // The word that a synonym stands for.
    static std::string canonical(const Json& json, const std::string& word) {
        const std::string meant = keywords::text_of(json, "x-ims-synonyms", word);
        return meant.empty() ? word : meant;
    }

    static std::string meaning(const Json& json, const std::string& word) {
        const std::string own = keywords::text_of(json, "x-ims-values", word);
        return own.empty() ? keywords::text_of(json, "x-ims-values", canonical(json, word)) : own;
    }

    Json common_;
    std::map<std::string, Json> shapes_;
};

std::string in_lines(const Json& json) { return to_text(json, JsonLayout::indented) + "\n"; }

}  // namespace

std::string bundled_schema(const Schema& schema, KindId kind) {
    Bundle bundle(schema);
    Json whole = Json::object({{"$schema", kDraft}});
    Json own = bundle.add(schema[kind]);
    for (auto& [key, value] : *own.as_object()) whole[key] = std::move(value);
    whole["definitions"] = bundle.definitions();
    return in_lines(whole);
}

std::string bundled_schema(const Schema& schema) {
    Bundle bundle(schema);
    std::vector<JsonMember> kinds;
    Json names = Json::object();
    Json choice = Json::list();
    Json some_kind = Json::list();
    for (const KindSpec& kind : schema.kinds()) {
        if (!kind.of_records()) continue;
        const std::string name(kind.name);
        kinds.push_back({"kind-" + name, bundle.add(kind)});
        names[name] = Json::object({{"description", kind.description}});
        const Json required = Json::object({{"required", Json::list({name})}});
        choice.add(Json::object({{"if", required}, {"then", Json::object({{"$ref", "#/definitions/kind-" + name}})}}));
        some_kind.add(required);
    }
    Json whole = Json::object({{"$schema", kDraft},
                               {"title", "record"},
                               {"description", "A record of any kind; its first key names the kind and holds its id."},
                               {"type", "object"},
                               {"properties", std::move(names)},
                               {"anyOf", std::move(some_kind)},
                               {"allOf", std::move(choice)},
                               {"definitions", bundle.definitions()}});
    for (auto& [name, kind] : kinds) whole["definitions"][name] = std::move(kind);
    return in_lines(whole);
}

}  // namespace ims
