#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/json.h"
#include "fuzz/read_file.h"
#include "fuzz/targets.h"
#include "model/records.h"
#include "schema/read_schema.h"
#include "settings/settings.h"

namespace ims::fuzz {
namespace {

constexpr std::string_view kPath = "schemas/own.schema.json";
constexpr std::string_view kSettings = "organisation: O\ndisciplines: {quality: {}, environment: {}}\n";

// A few of the shapes that all schemas share: the built-in ones are read anew for each input, and are many.
constexpr std::string_view kCommon = R"({"definitions": {
    "id": {"x-ims-type": "id", "type": "string"},
    "title": {"x-ims-type": "line", "type": ["string", "number"]},
    "texts": {"anyOf": [{"x-ims-type": "markdown"}, {"type": "array", "items": {"x-ims-type": "markdown"}}]},
    "reference": {"x-ims-type": "reference"},
    "colour": {"x-ims-type": "enum", "enum": ["red", "blue"], "x-ims-titles": {"red": "signal red"}}}})";

const Schema& base_schema() {
    static const Schema base = [] {
        Schema::Parts parts = Schema::built_in().parts();
        parts.common_json = kCommon;
        return Schema(std::move(parts));
    }();
    return base;
}

// Up to the next line of kPart; what is behind it stays in `rest`. None where nothing is left.
std::optional<std::string> take_part(std::optional<std::string_view>& rest) {
    if (!rest) return std::nullopt;
    const std::string_view all = *rest;
    std::size_t at = 0;
    while (at < all.size() && !all.substr(at).starts_with(kPart)) {
        const std::size_t end = all.find('\n', at);
        at = end == std::string_view::npos ? all.size() : end + 1;
    }
    rest = at < all.size() ? std::optional(all.substr(at + kPart.size())) : std::nullopt;
    return std::string(all.substr(0, at));
}

std::string flaw_of_shape(const Shape& shape, const Schema& schema);

std::string flaw_of_fields(std::span<const FieldSpec> fields, const Schema& schema) {
    for (const FieldSpec& field : fields) {
        const std::string name(field.name);
        if (field.shape == nullptr) return "a field has no shape: " + name;
        if (field.field.index() >= schema.paths().size()) return "a field has no path: " + name;
        if (schema.find_path(schema.path(field.field)) != field.field) return "a path has two numbers: " + name;
        if (!schema.path(field.field).ends_with(field.name)) return "a field has the path of another: " + name;
        if (std::string flaw = flaw_of_shape(*field.shape, schema); !flaw.empty()) return name + ": " + flaw;
    }
    return {};
}

std::string flaw_of_shape(const Shape& shape, const Schema& schema) {
    for (const EnumValue& value : shape.values) {
        if (value.canonical >= shape.values.size()) return "a synonym stands for nothing";
        if (shape.values[value.canonical].canonical != value.canonical) return "a synonym stands for a synonym";
        if (value.word.index() >= schema.words().size() || schema.word(value.word) != value.name)
            return "a word is not among the words";
    }
    if (shape.scalar == ScalarType::enumeration && shape.values.empty()) return "an enumeration has no words";
    const bool refers = shape.scalar == ScalarType::reference || shape.scalar == ScalarType::reference_or_text;
    if (refers && shape.reference == nullptr) return "a reference names nothing";
    if (shape.entry != nullptr && shape.keys == KeyType::none) return "nobody knows the keys of a map";
    if (!shape.known_costs.empty() && shape.known_costs.size() != shape.known.size()) return "costs are of nothing";
    for (const Shape* below : {shape.item, shape.entry}) {
        if (below == nullptr) continue;
        if (std::string flaw = flaw_of_shape(*below, schema); !flaw.empty()) return flaw;
    }
    return flaw_of_fields(shape.fields, schema);
}

// What is built in keeps its numbers, since constants name them.
std::string flaw_of_numbers(const Schema& schema) {
    const Schema& base = Schema::built_in();
    for (std::size_t index = 0; index < base.kinds().size(); ++index) {
        if (schema.kinds()[index].name != base.kinds()[index].name) return "a kind has another number";
    }
    const auto begins_with = [](const auto& all, const auto& first) {
        return all.size() >= first.size() && std::ranges::equal(all.first(first.size()), first);
    };
    if (!begins_with(schema.paths(), base.paths())) return "a field has another number";
    if (!begins_with(schema.words(), base.words())) return "a word has another number";
    return {};
}

// Shapes of a folder's own file stand below this in what is shown.
constexpr std::string_view kBroughtAlong = "#/definitions/own.";

// Whether each `$ref` to a shape that was brought along leads to it.
bool leads_somewhere(const Json& part, const Json& whole) {
    constexpr std::string_view kHere = "#/definitions/";
    if (const Json* const reference = part.find("$ref"); reference != nullptr && reference->as_text() != nullptr) {
        const std::string& name = *reference->as_text();
        const Json* const shapes = whole.find("definitions");
        const std::string_view shape = std::string_view(name).substr(std::min(name.size(), kHere.size()));
        if (name.starts_with(kBroughtAlong) && (shapes == nullptr || shapes->find(shape) == nullptr)) return false;
    }
    if (const auto* const items = part.as_list())
        return std::ranges::all_of(*items, [&](const Json& each) { return leads_somewhere(each, whole); });
    if (const auto* const members = part.as_object())
        return std::ranges::all_of(*members,
                                   [&](const JsonMember& each) { return leads_somewhere(each.value, whole); });
    return true;
}

// What `ims schema` shows of a kind is JSON that needs no file of the folder's own, and has all of its fields.
std::string flaw_of_shown(const KindSpec& kind, std::string_view written) {
    const Result<Json> json = parse_json(kind.json);
    if (!json) return "what is shown of it is no JSON: " + json.error().message();
    if (written.find(kBroughtAlong) == std::string_view::npos && !leads_somewhere(*json, *json))
        return "what is shown of it names a shape that is not";
    const Json* const properties = json->find("properties");
    for (const FieldSpec& field : kind.fields) {
        if (properties == nullptr || properties->find(field.name) == nullptr)
            return "what is shown of it lacks a field: " + std::string(field.name);
    }
    return {};
}

std::string flaw_of(const Schema& schema, std::string_view written) {
    if (std::string flaw = flaw_of_numbers(schema); !flaw.empty()) return flaw;
    const auto built_in = Schema::built_in().kinds();
    for (std::size_t index = 0; index < schema.kinds().size(); ++index) {
        const KindSpec& kind = schema.kinds()[index];
        // The others are as they were.
        if (index < built_in.size() && kind.json.data() == built_in[index].json.data()) continue;
        const std::string name(kind.name);
        if (name.empty() || kind.plural.empty()) return "a kind has no name";
        if (std::ranges::count(schema.kinds(), kind.name, &KindSpec::name) != 1) return "two kinds are called " + name;
        if (std::string flaw = flaw_of_fields(kind.fields, schema); !flaw.empty()) return name + ": " + flaw;
        if (std::string flaw = flaw_of_shown(kind, written); !flaw.empty()) return name + ": " + flaw;
    }
    return {};
}

}  // namespace

std::string schemas(std::string_view input) {
    std::optional<std::string_view> rest = input;
    const std::string text = take_part(rest).value_or("");
    const std::string records = take_part(rest).value_or("");
    const std::string own_settings = take_part(rest).value_or(std::string(kSettings));
    const std::vector<SchemaFile> files = {{std::string(kPath), text}};
    const Result<Schema> schema = extend_schema(base_schema(), files);
    if (!schema) {
        const Error& error = schema.error();
        return error.path == kPath && !error.reason.empty() ? ""
                                                            : "an error without place or reason: " + error.message();
    }
    if (std::string flaw = flaw_of(*schema, text); !flaw.empty()) return flaw;
    static const RuleBook book = RuleBook::built_in();
    const auto settings_file = std::make_shared<const ParsedFile>(parse_file(own_settings));
    FileTroubles found;
    const Settings settings = read_settings(*settings_file, *schema, book, found.findings, found.arena);
    const ReadFile record = record_of_settings(settings_file, *schema, settings, std::move(found));
    if (std::string flaw = find_flaw(record, *settings_file, *schema, settings); !flaw.empty())
        return "ims.yaml: " + flaw;
    const auto parsed = std::make_shared<const ParsedFile>(parse_file(records));
    const ReadFile read = read_records(parsed, *schema, settings);
    if (std::string flaw = find_flaw(read, *settings_file, *schema, settings); !flaw.empty()) return "records: " + flaw;
    return {};
}

}  // namespace ims::fuzz
