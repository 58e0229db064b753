#include "output/editor_values.h"

#include <algorithm>
#include <cctype>

#include <fmt/format.h>

#include "output/document/markdown_text.h"
#include "schema/value_types.h"

namespace ims {
namespace {

Json of_type(const char* type) { return Json::object({{"type", type}}); }

// Some value that says something, by its type.
Json filled(const char* type, const char* length) { return Json::object({{"type", type}, {length, 1}}); }

void add_all(std::vector<Json>& all, std::vector<Json> more) {
    for (Json& each : more) {
        if (std::ranges::find(all, each) == all.end()) all.push_back(std::move(each));
    }
}

// Whether `true` is a value of it, alone or as the one item of a list.
bool takes_boolean(const Shape& shape) {
    return takes_booleans(shape.scalar) || (shape.item != nullptr && takes_boolean(*shape.item));
}

bool takes_yes_or_no(const Shape& shape) {
    return shape.scalar == ScalarType::yes_no || (shape.item != nullptr && takes_yes_or_no(*shape.item));
}

bool takes_only_maps(const Shape& shape) {
    return shape.scalar == ScalarType::none && shape.item == nullptr && (shape.named_map || shape.entry != nullptr);
}

// The single value that a field takes, alone or in a list; none where it takes maps.
ScalarType scalar_within(const Shape& shape) {
    return shape.scalar == ScalarType::none && shape.item != nullptr ? scalar_within(*shape.item) : shape.scalar;
}

// The description, and how such a value is written.
std::string markdown_of(const FieldSpec& field) {
    std::string text = markdown_text(field.description, TextPlace::block_start);
    const ScalarType scalar = scalar_within(*field.shape);
    switch (scalar) {
        case ScalarType::date:
        case ScalarType::point_in_time:
        case ScalarType::duration:
        case ScalarType::clause: break;
        default: return text;
    }
    const TypeOfValue& type = type_of_value(scalar);
    text += "\n\n";
    for (const ValueExample& example : type.examples) {
        text += markdown_code(example.yaml, CodePlace::line) + (&example == &type.examples.back() ? "" : " · ");
    }
    return text;
}

}  // namespace

ValueSchemas::Where ValueSchemas::Where::below(std::string_view name) const {
    Where inner = *this;
    if (!inner.path.empty()) inner.path += '-';
    for (const char c : name) inner.path += std::isalnum(static_cast<unsigned char>(c)) != 0 ? c : '-';
    return inner;
}

ValueSchemas::Where ValueSchemas::Where::in_items() const {
    Where inner = *this;
    inner.in_list = true;
    return inner;
}

Json ValueSchemas::record(KindId kind) {
    const KindSpec& spec = words_.schema[kind];
    return map_of(spec.fields, {kind, spec.settings, false, ""});
}

Json ValueSchemas::definitions() const {
    Json all = Json::object();
    for (const auto& [name, schema] : definitions_) all[name] = schema;
    return all;
}

bool ValueSchemas::is_needed(const FieldSpec& field, const Where& where) const {
    if (!field.required) return false;
    if (where.in_list) return true;
    const auto defaults = words_.settings.defaults.find(where.kind);
    return defaults == words_.settings.defaults.end() ||
           std::ranges::find(defaults->second, field.field, &Value::field) == defaults->second.end();
}

Json ValueSchemas::map_of(std::span<const FieldSpec> fields, const Where& where) {
    Json map = of_type("object");
    say_what_is_needed(map, fields, where);
    Json properties = Json::object();
    for (const FieldSpec& each : fields) {
        const bool always = is_needed(each, where) && each.unless.empty() && each.with.empty();
        properties[each.name] = field(each, always ? Needed::yes : Needed::no, where.below(each.name));
    }
    map["properties"] = std::move(properties);
    map["patternProperties"] = Json::object({{"^x_", Json::object()}});
    map["additionalProperties"] = false;
    return map;
}

Json ValueSchemas::field(const FieldSpec& field, Needed needed, const Where& where) {
    Json schema = Json::object({{"title", field.title}});
    if (!field.description.empty()) {
        schema["description"] = field.description;
        schema["markdownDescription"] = markdown_of(field);
    }
    // Here, where no type stands beside it: with one, `yes` would be put between quotes.
    if (takes_yes_or_no(*field.shape)) schema["examples"] = Json::list({"yes", "no"});
    Json inner = value(*field.shape, needed, where);
    for (JsonMember& member : *inner.as_object()) schema[member.key] = std::move(member.value);
    return schema;
}

// What is said beside `anyOf` makes editors begin a map, or the first item of a list, on a line of its own.
Json ValueSchemas::map_or_nothing(const Shape& shape, const Where& where) {
    Json map = forms(shape, Needed::no, where).front();
    map.erase("type");
    map["anyOf"] = Json::list({of_type("object"), nothing(false)});
    return defined(std::move(map), where.path);
}

Json ValueSchemas::list_of_maps_or_nothing(const Shape& shape, const Where& where) {
    std::vector<Json> all = {of_type("array")};
    for (Json& form : forms(*shape.item, Needed::no, where.in_items()))
        all.push_back(defined(std::move(form), where.path));
    all.push_back(nothing(false));
    Json list = any_of(std::move(all));
    list["items"] = value(*shape.item, Needed::no, where.in_items());
    return defined(std::move(list), where.path);
}

Json ValueSchemas::value(const Shape& shape, Needed needed, const Where& where) {
    if (reader_ == SchemaReader::editor && needed == Needed::no) {
        if (takes_only_maps(shape)) return map_or_nothing(shape, where);
        if (shape.scalar == ScalarType::none && !shape.named_map && shape.entry == nullptr && shape.item != nullptr &&
            takes_only_maps(*shape.item))
            return list_of_maps_or_nothing(shape, where);
    }
    std::vector<Json> all = forms(shape, needed, where);
    const bool booleans = takes_boolean(shape);
    if (needed == Needed::yes && !booleans && all.size() == 1) return std::move(all.front());
    for (Json& form : all) form = defined(std::move(form), where.path);
    if (needed == Needed::no) all.push_back(nothing(booleans));
    else if (booleans) all.push_back(boolean());
    return any_of(std::move(all));
}

std::vector<Json> ValueSchemas::forms(const Shape& shape, Needed needed, const Where& where) {
    std::vector<Json> all = forms_of_scalar(words_, shape, {where.kind, where.settings, needed == Needed::yes});
    const bool alone = all.empty();
    if (shape.item != nullptr) {
        const Where within = where.in_items();
        add_all(all, forms(*shape.item, needed, within));
        all.push_back(Json::object({{"type", "array"}, {"items", value(*shape.item, Needed::no, within)}}));
        if (needed == Needed::yes) all.back()["minItems"] = 1;
    }
    if (!shape.named_map && shape.entry == nullptr) return all;
    Json map = shape.named_map ? map_of(shape.fields, where) : entries(shape, where);
    if (needed == Needed::yes) map["minProperties"] = 1;
    // Beside a single value: a map whose keys are all wrong is a map all the same, and told of as one.
    if (!alone) map["allOf"].add(Json::object({{"patternProperties", Json::object({{"", Json::object()}})}}));
    all.push_back(std::move(map));
    return all;
}

std::vector<std::string_view> ValueSchemas::keys_of(const Shape& shape, const Where& where, bool& others) const {
    const std::vector<std::string>& in_force = words_.settings.vocabulary.disciplines;
    std::vector<std::string_view> keys;
    others = true;
    switch (shape.keys) {
        case KeyType::topic: keys.assign(shape.known.begin(), shape.known.end()); [[fallthrough]];
        case KeyType::discipline:
            if (where.settings && shape.keys == KeyType::discipline && !shape.known.empty()) {
                keys.assign(shape.known.begin(), shape.known.end());
                break;
            }
            for (const std::string& each : in_force) {
                if (std::ranges::find(keys, each) == keys.end()) keys.emplace_back(each);
            }
            others = where.settings || in_force.empty();
            break;
        case KeyType::kind:
            for (const KindSpec& kind : words_.schema.kinds()) {
                if (kind.of_records()) keys.push_back(kind.name);
            }
            others = false;
            break;
        case KeyType::rule:
            for (const RuleFamily& family : words_.rules.families()) keys.push_back(family.name);
            for (const RuleEntry& rule : words_.rules.entries()) {
                if (rule.fixedness == Fixedness::open) keys.push_back(rule.name);
            }
            others = false;
            break;
        default: break;
    }
    return keys;
}

Json ValueSchemas::entries(const Shape& shape, const Where& where) {
    Json map = of_type("object");
    bool others = true;
    const std::vector<std::string_view> keys = keys_of(shape, where, others);
    const Json entry = defined(value(*shape.entry, Needed::no, where.below("entry")), where.below("entry").path);
    if (!keys.empty()) {
        Json properties = Json::object();
        for (const std::string_view key : keys) properties[key] = entry;
        map["properties"] = std::move(properties);
    }
    map["patternProperties"] = Json::object({{"^x_", Json::object()}});
    if (others) map["additionalProperties"] = entry;
    else map["additionalProperties"] = false;
    return map;
}

Json ValueSchemas::defined(Json schema, std::string_view name) {
    constexpr std::size_t kWorthIt = 60;  // bytes
    std::string text = to_text(schema);
    if (text.size() < kWorthIt) return schema;
    const auto known = names_.find(text);
    std::string chosen(name.empty() ? "record" : name);
    if (known != names_.end()) {
        chosen = known->second;
    } else {
        for (int number = 2; definitions_.contains(chosen); ++number) chosen = fmt::format("{}-{}", name, number);
        names_.emplace(std::move(text), chosen);
        definitions_.emplace(chosen, std::move(schema));
    }
    return Json::object({{"$ref", "#/definitions/" + chosen}});
}

Json ValueSchemas::something() {
    return defined(any_of({of_type("boolean"), of_type("number"), filled("string", "minLength"),
                           filled("array", "minItems"), filled("object", "minProperties")}),
                   "something");
}

Json ValueSchemas::nothing(bool or_boolean) {
    // Their titles keep editors from taking the title of the field for that of each form, and showing it twice.
    if (!or_boolean) return defined(Json::object({{"title", "nothing"}, {"not", something()}}), "nothing");
    std::vector<Json> others = {of_type("number"), filled("string", "minLength"), filled("array", "minItems"),
                                filled("object", "minProperties")};
    return defined(Json::object({{"title", "nothing, yes or no"}, {"not", any_of(std::move(others))}}),
                   "nothing-or-boolean");
}

// Without its type, for which editors offer `true` and `false`.
Json ValueSchemas::boolean() {
    std::vector<Json> others = {of_type("null"), of_type("number"), of_type("string"), of_type("array"),
                                of_type("object")};
    return defined(Json::object({{"title", "yes or no"}, {"not", any_of(std::move(others))}}), "boolean");
}

}  // namespace ims
