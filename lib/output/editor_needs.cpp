// What has to stand in a map.
#include <algorithm>

#include <fmt/format.h>

#include "output/editor_values.h"

namespace ims {
namespace {

const FieldSpec* field_named(std::span<const FieldSpec> fields, std::string_view name) {
    const auto found = std::ranges::find(fields, name, &FieldSpec::name);
    return found == fields.end() ? nullptr : &*found;
}

}  // namespace

// Always wrong; editors tell it at the key or the first character of the map, since no field is called so.
Json ValueSchemas::never(const std::string& message) const {
    if (reader_ == SchemaReader::program) return false;
    return Json::object({{"required", Json::list({"no field"})}, {"errorMessage", message}});
}

// A field without a value is none.
Json ValueSchemas::needs_of(std::span<const FieldSpec> fields, const Where& where) {
    Json needs = Json::object();
    for (const FieldSpec& each : fields) {
        if (!is_needed(each, where)) continue;
        for (const std::string_view other : each.with) {
            Json beside = Json::object({{"if", says(each.name)},
                                        {"else", never(fmt::format("`{}` is needed beside `{}`", each.name, other))}});
            needs["allOf"].add(Json::object({{"if", says(other)}, {"then", std::move(beside)}}));
        }
        const FieldSpec* const other = field_named(fields, each.unless);
        if (other != nullptr && other > &each) {
            needs["allOf"].add(
                Json::object({{"if", any_of({says(each.name), says(other->name)})},
                              {"else", never(fmt::format("`{}` or `{}` is needed", each.name, other->name))}}));
        }
        if (each.with.empty() && each.unless.empty()) needs["required"].add(each.name);
    }
    return needs;
}

// A map in which the field has a value.
Json ValueSchemas::says(std::string_view field) {
    return Json::object(
        {{"required", Json::list({field})}, {"properties", Json::object({{std::string(field), something()}})}});
}

// A misspelt field is one mistake: editors are told of what is missing where all keys are known. (They would also offer
// all that is required beside the properties once more, as one.)
void ValueSchemas::say_what_is_needed(Json& map, std::span<const FieldSpec> fields, const Where& where) {
    Json needs = needs_of(fields, where);
    if (needs.as_object()->empty()) return;
    if (reader_ == SchemaReader::program) {
        for (JsonMember& member : *needs.as_object()) map[member.key] = std::move(member.value);
        return;
    }
    std::string names = "x_.*";
    for (const FieldSpec& each : fields) names += fmt::format("|{}", each.name);
    map["if"] = Json::object(
        {{"minProperties", 1}, {"propertyNames", Json::object({{"pattern", fmt::format("^(?:{})$", names)}})}});
    map["then"] = std::move(needs);
    if (!where.path.empty()) offer_what_is_needed(map, fields, where);
}

}  // namespace ims
