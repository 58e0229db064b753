#include "schema/read_schema.h"

#include <algorithm>
#include <map>

#include <nlohmann/json.hpp>

namespace ims {
namespace {

// Ordered: the order of properties is the order in which users write and reports print them.
using Json = nlohmann::ordered_json;

constexpr std::string_view kCommon = "common.schema.json#";
constexpr std::string_view kDefinitions = "#/definitions/";

constexpr std::pair<std::string_view, ScalarType> kScalarTypes[] = {
    {"any", ScalarType::any},
    {"id", ScalarType::id},
    {"line", ScalarType::line},
    {"markdown", ScalarType::markdown},
    {"date", ScalarType::date},
    {"duration", ScalarType::duration},
    {"yes-no", ScalarType::yes_no},
    {"whole", ScalarType::whole},
    {"number", ScalarType::number},
    {"enum", ScalarType::enumeration},
    {"discipline", ScalarType::discipline},
    {"step", ScalarType::step},
    {"risk-level", ScalarType::risk_level},
    {"rule", ScalarType::rule},
    {"kind", ScalarType::kind},
    {"path", ScalarType::path},
    {"clause", ScalarType::clause},
    {"reference", ScalarType::reference},
    {"reference-or-text", ScalarType::reference_or_text},
};
constexpr std::pair<std::string_view, KeyType> kKeyTypes[] = {
    {"discipline", KeyType::discipline},
    {"kind", KeyType::kind},
    {"rule", KeyType::rule},
    {"standard-clause", KeyType::standard_clause},
    {"topic", KeyType::topic},
    {"level", KeyType::level},
    {"text", KeyType::text},
};
constexpr std::pair<std::string_view, Scale> kScaleNames[] = {
    {"likelihood", Scale::likelihood},           {"consequence", Scale::consequence},
    {"confidentiality", Scale::confidentiality}, {"integrity", Scale::integrity},
    {"availability", Scale::availability},
};

template <class Enum, std::size_t N>
std::optional<Enum> find_word(const std::pair<std::string_view, Enum> (&words)[N], std::string_view word) {
    for (const auto& [name, value] : words) {
        if (name == word) return value;
    }
    return std::nullopt;
}

class Reader {
public:
    Reader(const Schema& base, const std::vector<SchemaFile>& files) : parts_(base.parts()), files_(files) {
        store_->below = parts_.store;
    }

    Result<Schema> run() {
        std::vector<Json> documents;
        if (!parts_.common_json.empty()) definitions_["common.schema.json"] = Json::parse(parts_.common_json);
        for (const SchemaFile& file : files_) {
            Json json = Json::parse(file.text, nullptr, false);
            if (json.is_discarded()) return fail(file.path, "this is not JSON");
            if (!json.is_object()) return fail(file.path, "a schema is a JSON object");
            definitions_[file.path.substr(file.path.rfind('/') + 1)] = json;
            if (file.path.ends_with("common.schema.json") && parts_.common_json.empty())
                parts_.common_json = keep(file.text);
            documents.push_back(std::move(json));
        }
        for (std::size_t index = 0; index < files_.size(); ++index) {
            if (!documents[index].contains("x-ims-kind")) continue;  // shared shapes only
            IMS_TRY(read_kind(files_[index], documents[index]));
        }
        parts_.store = store_;
        return Schema(std::move(parts_));
    }

private:
    static Error fail(const std::string& place, const std::string& reason) { return {place + ": " + reason}; }

    std::string_view keep(std::string_view text) { return store_->texts.emplace_back(text); }

    static std::string text_of(const Json& json, const char* key) {
        const auto found = json.find(key);
        return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
    }

    Outcome read_kind(const SchemaFile& file, const Json& json) {
        const std::string name = text_of(json, "x-ims-kind");
        if (name.empty()) return fail(file.path, "`x-ims-kind` must be the name of a kind");
        IMS_TRY_ASSIGN(std::vector<FieldSpec> fields, read_fields(json, "", file.path));
        auto kind = std::ranges::find(parts_.kinds, name, &KindSpec::name);
        if (kind == parts_.kinds.end()) {
            KindSpec spec;
            spec.name = keep(name);
            const std::string plural = text_of(json, "x-ims-plural");
            spec.plural = keep(plural.empty() ? name + "s" : plural);
            spec.description = keep(text_of(json, "description"));
            spec.json = keep(refers_elsewhere(json) ? self_contained(json).dump() : file.text);
            spec.settings = name == "ims";
            spec.fields = store_->fields.emplace_back(std::move(fields));
            parts_.kinds.push_back(spec);
            return Nothing{};
        }
        // More fields for a kind that stands; a field of the same name is replaced.
        std::vector<FieldSpec> all(kind->fields.begin(), kind->fields.end());
        for (FieldSpec& field : fields) {
            const auto old = std::ranges::find(all, field.name, &FieldSpec::name);
            if (old == all.end()) all.push_back(field);
            else *old = field;
        }
        kind->fields = store_->fields.emplace_back(std::move(all));
        kind->json = keep(merged(kind->json, self_contained(json)).dump());
        return Nothing{};
    }

    // Whether it uses shapes of another file than common.schema.json.
    static bool refers_elsewhere(const Json& json) {
        if (json.is_object() && json.contains("$ref") && !text_of(json, "$ref").starts_with(kCommon)) return true;
        return json.is_structured() &&
               std::any_of(json.begin(), json.end(), [](const Json& each) { return refers_elsewhere(each); });
    }

    // The schema with such shapes among its own definitions: only the common ones can be asked for later.
    Json self_contained(Json json) const {
        Json shapes = Json::object();
        bring_along(json, shapes);
        if (!shapes.empty()) json["definitions"] = std::move(shapes);
        return json;
    }

    void bring_along(Json& json, Json& shapes) const {
        if (json.is_object() && json.contains("$ref") && !text_of(json, "$ref").starts_with(kCommon)) {
            // Requires: the reference was resolved before.
            const std::string reference = text_of(json, "$ref");
            const std::size_t hash = reference.find(kDefinitions);
            const std::string file = reference.substr(0, hash);
            const std::string name = reference.substr(hash + kDefinitions.size());
            const std::string here = file.substr(0, file.find('.')) + "." + name;
            json["$ref"] = std::string(kDefinitions) + here;
            if (shapes.contains(here)) return;
            shapes[here] = nullptr;  // so that a circle ends
            Json shape = definitions_.at(file)["definitions"][name];
            bring_along(shape, shapes);
            shapes[here] = std::move(shape);
            return;
        }
        if (!json.is_structured()) return;
        for (Json& each : json) bring_along(each, shapes);
    }

    static Json merged(std::string_view before, const Json& added) {
        Json json = Json::parse(before);
        for (const char* part : {"properties", "definitions"}) {
            if (!added.contains(part)) continue;
            for (auto& [name, value] : added[part].items()) json[part][name] = value;
        }
        if (!added.contains("required")) return json;
        for (const Json& name : added["required"]) {
            if (std::find(json["required"].begin(), json["required"].end(), name) == json["required"].end())
                json["required"].push_back(name);
        }
        return json;
    }

    Result<std::vector<FieldSpec>> read_fields(const Json& json, const std::string& prefix, const std::string& place) {
        std::vector<FieldSpec> fields;
        std::vector<std::string> required;
        if (const auto found = json.find("required"); found != json.end() && found->is_array()) {
            for (const Json& each : *found) {
                if (each.is_string()) required.push_back(each.get<std::string>());
            }
        }
        const auto properties = json.find("properties");
        if (properties == json.end()) return fields;
        for (const auto& [name, property] : properties->items()) {
            const std::string path = prefix.empty() ? name : prefix + "." + name;
            IMS_TRY_ASSIGN(Json merged, resolve(property, place + ", field " + path));
            IMS_TRY_ASSIGN(const Shape* shape, read_shape(merged, path, place + ", field " + path));
            FieldSpec field;
            field.field = intern(path);
            field.name = keep(name);
            field.description = keep(text_of(merged, "description"));
            field.required = std::ranges::find(required, name) != required.end();
            field.shape = shape;
            fields.push_back(field);
        }
        return fields;
    }

    // The property with everything that its one `allOf` names written out; its own keywords win.
    Result<Json> resolve(const Json& property, const std::string& place, int depth = 0) {
        if (depth > 20) return fail(place, "its `$ref` leads in a circle");
        if (!property.is_object()) return fail(place, "a field's schema is a JSON object");
        Json merged = Json::object();
        if (const auto reference = property.find("$ref"); reference != property.end()) {
            IMS_TRY_ASSIGN(merged, follow(reference->get<std::string>(), place, depth));
        }
        if (const auto all = property.find("allOf"); all != property.end()) {
            for (const Json& each : *all) {
                IMS_TRY_ASSIGN(const Json part, resolve(each, place, depth + 1));
                for (const auto& [key, value] : part.items()) merged[key] = value;
            }
        }
        for (const auto& [key, value] : property.items()) {
            if (key != "allOf" && key != "$ref") merged[key] = value;
        }
        return merged;
    }

    Result<Json> follow(const std::string& reference, const std::string& place, int depth) {
        const std::size_t hash = reference.find(kDefinitions);
        if (hash != std::string::npos) {
            const auto file = definitions_.find(reference.substr(0, hash));
            if (file != definitions_.end() && file->second.contains("definitions")) {
                const Json& all = file->second["definitions"];
                const auto found = all.find(reference.substr(hash + kDefinitions.size()));
                if (found != all.end()) return resolve(*found, place, depth + 1);
            }
        }
        return fail(place, "`$ref` names nothing that is there: " + reference);
    }

    Result<const Shape*> read_shape(const Json& json, const std::string& path, const std::string& place) {
        Shape shape;
        IMS_TRY(fill_shape(shape, json, path, place));
        return &store_->shapes.emplace_back(shape);
    }

    Outcome fill_shape(Shape& shape, const Json& json, const std::string& path, const std::string& place) {
        if (const auto any = json.find("anyOf"); any != json.end()) {
            const Json* many = nullptr;
            for (const Json& each : *any) {
                if (text_of(each, "type") == "array") many = &each;
            }
            for (const Json& each : *any) {
                // `ITEM or a list of ITEM` says no more than `a list of ITEM`: one is read as a list of one.
                if (many != nullptr && &each != many && each == (*many)["items"]) continue;
                IMS_TRY_ASSIGN(const Json merged, resolve(each, place));
                IMS_TRY(fill_shape(shape, merged, path, place));
            }
        }
        if (text_of(json, "type") == "array" && json.contains("items")) {
            IMS_TRY_ASSIGN(const Json item, resolve(json["items"], place));
            IMS_TRY_ASSIGN(shape.item, read_shape(item, path, place));
        }
        if (json.contains("properties")) {
            IMS_TRY_ASSIGN(std::vector<FieldSpec> fields, read_fields(json, path, place));
            shape.named_map = true;
            shape.fields = store_->fields.emplace_back(std::move(fields));
        }
        if (const auto more = json.find("additionalProperties"); more != json.end() && more->is_object()) {
            IMS_TRY_ASSIGN(const Json entry, resolve(*more, place));
            IMS_TRY_ASSIGN(shape.entry, read_shape(entry, path, place));
            const auto keys = find_word(kKeyTypes, text_of(json, "x-ims-keys"));
            if (!keys) return fail(place, "`x-ims-keys` must say what the keys of this map are");
            shape.keys = *keys;
            if (const auto known = json.find("x-ims-known"); known != json.end()) {
                std::vector<std::string_view> names;
                for (const Json& each : *known) names.push_back(keep(each.get<std::string>()));
                shape.known = store_->names.emplace_back(std::move(names));
            }
        }
        return fill_scalar(shape, json, place);
    }

    Outcome fill_scalar(Shape& shape, const Json& json, const std::string& place) {
        if (!json.contains("x-ims-type")) return Nothing{};
        const auto type = find_word(kScalarTypes, text_of(json, "x-ims-type"));
        if (!type) return fail(place, "unknown `x-ims-type`: " + json["x-ims-type"].dump());
        shape.scalar = *type;
        shape.lowest = json.value("minimum", Shape::kNoBound);
        shape.highest = json.value("maximum", Shape::kNoBound);
        if (*type == ScalarType::step) {
            const auto scale = find_word(kScaleNames, text_of(json, "x-ims-scale"));
            if (!scale) return fail(place, "`x-ims-scale` must name a scale of ims.yaml");
            shape.scale = *scale;
        }
        if (*type == ScalarType::enumeration) IMS_TRY(fill_values(shape, json, place));
        if (*type == ScalarType::reference || *type == ScalarType::reference_or_text)
            IMS_TRY(fill_reference(shape, json, place));
        return Nothing{};
    }

    Outcome fill_values(Shape& shape, const Json& json, const std::string& place) {
        const auto words = json.find("enum");
        if (words == json.end() || !words->is_array()) return fail(place, "an enumeration needs `enum`");
        std::vector<EnumValue> values;
        const Json none = Json::object();
        const Json& meanings = json.contains("x-ims-values") ? json["x-ims-values"] : none;
        const Json& synonyms = json.contains("x-ims-synonyms") ? json["x-ims-synonyms"] : none;
        for (const Json& each : *words) {
            if (!each.is_string()) continue;  // null: an empty value is none
            EnumValue value;
            value.name = keep(each.get<std::string>());
            value.meaning = keep(text_of(meanings, std::string(value.name).c_str()));
            value.canonical = static_cast<std::uint16_t>(values.size());
            values.push_back(value);
        }
        for (EnumValue& value : values) {
            const std::string target = text_of(synonyms, std::string(value.name).c_str());
            if (target.empty()) continue;
            const auto found = std::ranges::find(values, target, &EnumValue::name);
            if (found == values.end()) return fail(place, "a synonym stands for a value that is not there: " + target);
            value.canonical = found->canonical;
        }
        shape.values = store_->values.emplace_back(std::move(values));
        shape.default_value = keep(text_of(json, "default"));
        return Nothing{};
    }

    Outcome fill_reference(Shape& shape, const Json& json, const std::string& place) {
        const auto found = json.find("x-ims-reference");
        if (found == json.end() || !found->is_object()) return fail(place, "a reference needs `x-ims-reference`");
        ReferenceSpec spec;
        std::vector<std::string_view> kinds;
        for (const Json& each : found->value("kinds", Json::array())) {
            const std::string kind = each.get<std::string>();
            if (kind == "=") spec.same_kind = true;
            else if (kind != "*") kinds.push_back(keep(kind));
        }
        spec.kinds = store_->names.emplace_back(std::move(kinds));
        spec.bare = keep(text_of(*found, "bare"));
        spec.inverse = keep(text_of(*found, "inverse"));
        spec.tree = found->value("tree", false);
        spec.not_self = found->value("not_self", false);
        shape.reference = &store_->references.emplace_back(spec);
        return Nothing{};
    }

    Field intern(const std::string& path) {
        const auto [place, added] = numbers_.try_emplace(path, Field());
        if (!added) return place->second;
        const auto old = std::ranges::find(parts_.paths, path);
        place->second = Field::from(static_cast<std::size_t>(old - parts_.paths.begin()));
        if (old == parts_.paths.end()) parts_.paths.push_back(keep(path));
        return place->second;
    }

    Schema::Parts parts_;
    const std::vector<SchemaFile>& files_;
    std::shared_ptr<Schema::Store> store_ = std::make_shared<Schema::Store>();
    std::map<std::string, Json> definitions_;
    std::map<std::string, Field> numbers_;
};

}  // namespace

Result<Schema> extend_schema(const Schema& base, const std::vector<SchemaFile>& files) {
    try {
        return Reader(base, files).run();
    } catch (const nlohmann::json::exception& exception) {
        // A keyword of the wrong JSON type; the reader checks what users are likely to get wrong by itself.
        return Error{std::string("a schema file has a keyword of the wrong type: ") + exception.what()};
    }
}

}  // namespace ims
