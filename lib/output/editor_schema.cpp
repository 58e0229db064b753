#include "output/editor_schema.h"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "base/sha256.h"
#include "output/document/markdown_text.h"
#include "output/editor_values.h"

namespace ims {
namespace {

constexpr std::string_view kDraftOfEditors = "http://json-schema.org/draft-07/schema#";
constexpr std::string_view kBegins = "a record begins with its kind and its id, such as `process: deliver-flowers`";

// What stands below these keys is named by people; below those it is no schema.
bool holds_schemas_by_name(std::string_view key) {
    return key == "properties" || key == "patternProperties" || key == "definitions";
}
bool holds_words(std::string_view key) {
    return key == "enum" || key == "examples" || key == "required" || key == "dependencies";
}

// Only editors know these.
bool is_for_editors(std::string_view key) {
    return key == "errorMessage" || key == "markdownDescription" || key == "enumDescriptions" ||
           key == "defaultSnippets" || key == "doNotSuggest";
}

bool belongs_to(std::string_view key, std::string_view type) {
    if (key == "pattern" || key == "minLength") return type == "string";
    if (key == "minimum" || key == "maximum") return type == "number" || type == "integer";
    return false;
}

// `type: [a, b]` is said by `anyOf`, and by each type what is said of it: strict readers take no list of types.
void split_types(Json& schema) {
    const Json* const types = schema.find("type");
    if (types == nullptr || types->as_list() == nullptr) return;
    std::vector<Json> forms;
    for (const Json& type : *types->as_list()) {
        Json form = Json::object({{"type", type}});
        for (const JsonMember& member : *schema.as_object()) {
            if (belongs_to(member.key, *type.as_text())) form[member.key] = member.value;
        }
        forms.push_back(std::move(form));
    }
    for (const char* key : {"type", "pattern", "minLength", "minimum", "maximum"}) schema.erase(key);
    schema["anyOf"] = Json::list_of(forms);
}

// For readers that know the words of draft-07 alone.
void make_plain(Json& schema) {
    if (Json::List* const items = schema.as_list()) {
        for (Json& item : *items) make_plain(item);
        return;
    }
    Json::Object* const members = schema.as_object();
    if (members == nullptr) return;
    std::erase_if(*members, [](const JsonMember& member) { return is_for_editors(member.key); });
    for (auto& [key, value] : *members) {
        if (holds_words(key)) continue;
        if (!holds_schemas_by_name(key)) {
            make_plain(value);
            continue;
        }
        for (auto& [name, inner] : *value.as_object()) make_plain(inner);
    }
    split_types(schema);
}

std::string written(Json schema, SchemaReader reader) {
    if (reader == SchemaReader::program) make_plain(schema);
    return to_text(schema, JsonLayout::indented) + "\n";
}

Json head(const FolderWords& words, SchemaReader reader, std::string_view title, std::string_view description) {
    Json whole = Json::object({{"$schema", kDraftOfEditors}});
    if (reader == SchemaReader::editor)
        whole["$comment"] = fmt::format("Written by `ims schema --write` (ims {}) of {}", IMS_VERSION, made_of(words));
    whole["title"] = title;
    whole["description"] = description;
    return whole;
}

class RecordSchema {
public:
    RecordSchema(const FolderWords& words, SchemaReader reader)
        : words_(words), reader_(reader), values_(words, reader) {}

    Json make() {
        Json whole =
            head(words_, reader_, "record", "A record of any kind; its first key names the kind and holds its id.");
        Json shapes = Json::object();
        Json choice = otherwise();
        for (std::size_t index = words_.schema.kinds().size(); index-- > 0;) {
            const KindSpec& kind = words_.schema.kinds()[index];
            if (!kind.of_records()) continue;
            const std::string name = fmt::format("kind-{}", kind.name);
            shapes[name] = values_.record(KindId::from(index));
            choice = Json::object({{"if", has(kind.name)},
                                   {"then", Json::object({{"$ref", "#/definitions/" + name}})},
                                   {"else", std::move(choice)}});
        }
        if (Json::Object* const members = choice.as_object()) {
            for (JsonMember& member : *members) whole[member.key] = std::move(member.value);
        }
        Json definitions = values_.definitions();
        for (JsonMember& member : *shapes.as_object()) definitions[member.key] = std::move(member.value);
        whole["definitions"] = std::move(definitions);
        return whole;
    }

private:
    static Json has(std::string_view kind) {
        return Json::object({{"type", "object"},
                             {"required", Json::list({kind})},
                             {"properties", Json::object({{std::string(kind), Json::object()}})}});
    }

    // Where no key names a kind: nothing, or for editors which kinds there are.
    Json otherwise() {
        if (reader_ == SchemaReader::program) return Json::object({{"type", "null"}});
        Json kinds = Json::object();
        Json snippets = Json::list();
        std::string_view first;
        for (std::size_t index = 0; index < words_.schema.kinds().size(); ++index) {
            const KindSpec& kind = words_.schema.kinds()[index];
            if (!kind.of_records()) continue;
            if (first.empty()) first = kind.name;
            kinds[kind.name] = Json::object({{"description", kind.description}, {"doNotSuggest", true}});
            snippets.add(Json::object({{"label", kind.name},
                                       {"description", kind.description},
                                       {"markdownDescription", markdown_text(kind.description, TextPlace::block_start)},
                                       {"body", values_.body_of(KindId::from(index))}}));
        }
        // What is required stands apart from the properties, or editors offer it once more by itself. An empty file is
        // an empty map to them.
        const Json never = Json::object({{"required", Json::list({first})}, {"errorMessage", kBegins}});
        return Json::object({{"type", Json::list({"object", "null"})},
                             {"errorMessage", kBegins},
                             {"properties", std::move(kinds)},
                             {"defaultSnippets", std::move(snippets)},
                             {"if", Json::object({{"minProperties", 1}})},
                             {"then", never}});
    }

    const FolderWords& words_;
    SchemaReader reader_;
    ValueSchemas values_;
};

}  // namespace

std::string schema_of_records(const FolderWords& words, SchemaReader reader) {
    return written(RecordSchema(words, reader).make(), reader);
}

// The built-in kinds and rules are those of the version; the folder's own are told by what they say.
std::string made_of(const FolderWords& words) {
    std::string all = IMS_VERSION;
    const auto add = [&](std::string_view text) {
        all += '\n';
        all += text;
    };
    const auto add_each = [&](const auto& texts) {
        add("");
        for (const auto& text : texts) add(text);
    };
    const Schema& built_in = Schema::built_in();
    for (const KindSpec& kind : words.schema.kinds()) {
        const auto known = built_in.find_kind(kind.name);
        add(kind.name);
        if (!known || built_in[*known].json != kind.json) add(kind.json);
    }
    if (words.schema.common_json() != built_in.common_json()) add(words.schema.common_json());
    const Vocabulary& vocabulary = words.settings.vocabulary;
    add_each(vocabulary.disciplines);
    for (const std::vector<std::string>& scale : vocabulary.scales) add_each(scale);
    add_each(vocabulary.risk_levels);
    add_each(words.standards);
    for (const DisciplineInForce& discipline : words.settings.disciplines) add_each(discipline.standards);
    for (const auto& [kind, values] : words.settings.defaults) {
        add(words.schema[kind].name);
        for (const Value& value : values) add(words.schema.path(value.field));
    }
    return sha256_base64(all).substr(0, 16);
}

std::string schema_of_kind(const FolderWords& words, SchemaReader reader, KindId kind) {
    ValueSchemas values(words, reader);
    const KindSpec& spec = words.schema[kind];
    Json whole = head(words, reader, spec.name, spec.description);
    Json record = values.record(kind);
    for (JsonMember& member : *record.as_object()) whole[member.key] = std::move(member.value);
    whole["definitions"] = values.definitions();
    return written(std::move(whole), reader);
}

}  // namespace ims
