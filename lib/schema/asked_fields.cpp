#include "schema/asked_fields.h"

#include <algorithm>
#include <span>

namespace ims {
namespace {

constexpr const char* kAsk = "x-ims-ask";
constexpr const char* kToday = "x-ims-today";

std::vector<std::string> texts_or_none(const Json& json, const char* keyword) {
    const auto texts = keywords::texts_of(json, keyword, {""});
    return texts ? *texts : std::vector<std::string>();
}

bool names(const std::vector<std::string>& paths, std::string_view path) {
    return std::ranges::find(paths, path) != paths.end();
}

bool is_day(const FieldSpec& field) {
    return field.shape->scalar == ScalarType::date || field.shape->scalar == ScalarType::point_in_time;
}

// Of the fields and of those in their maps, what is asked for. `before`: what their paths begin with.
void add_asked(std::span<const FieldSpec> fields, const std::string& before, const std::vector<std::string>& asked,
               const std::vector<std::string>& today, std::vector<AskedField>& out) {
    for (const FieldSpec& field : fields) {
        const std::string path = before + std::string(field.name);
        if (field.shape->scalar == ScalarType::id) continue;
        const bool required = before.empty() && field.required && field.with.empty();
        // Of two of which one will do, the first in the schema is asked for.
        const auto other = std::ranges::find(fields, field.unless, &FieldSpec::name);
        const bool instead = !field.unless.empty() && other != fields.end() && &*other < &field;
        const bool needed = required && !instead;
        if (names(asked, path) || needed) out.push_back({path, names(today, path), needed});
        if (field.shape->named_map) add_asked(field.shape->fields, path + ".", asked, today, out);
    }
}

}  // namespace

std::vector<AskedField> asked_fields(const KindSpec& kind) {
    std::vector<AskedField> out;
    const Result<Json> json = parse_json(kind.json);
    if (!json) return out;
    add_asked(kind.fields, "", texts_or_none(*json, kAsk), texts_or_none(*json, kToday), out);
    return out;
}

const FieldSpec* find_through_maps(std::span<const FieldSpec> fields, std::string_view path) {
    const std::size_t dot = std::min(path.find('.'), path.size());
    const auto field = std::ranges::find(fields, path.substr(0, dot), &FieldSpec::name);
    if (field == fields.end()) return nullptr;
    if (dot == path.size()) return &*field;
    return field->shape->named_map ? find_through_maps(field->shape->fields, path.substr(dot + 1)) : nullptr;
}

Outcome check_asked(const Json& json, std::span<const FieldSpec> fields, const keywords::Place& place) {
    IMS_TRY_ASSIGN(const std::vector<std::string> asked, keywords::texts_of(json, kAsk, place));
    IMS_TRY_ASSIGN(const std::vector<std::string> today, keywords::texts_of(json, kToday, place));
    for (const std::string& path : asked) {
        if (find_through_maps(fields, path) == nullptr)
            return keywords::fail(place, std::string("`") + kAsk + "` names no field of this kind: " + path);
    }
    for (const std::string& path : today) {
        const FieldSpec* const field = find_through_maps(fields, path);
        if (field == nullptr || !is_day(*field))
            return keywords::fail(place, std::string("`") + kToday + "` names no date of this kind: " + path);
        if (!names(asked, path) && !(field->required && path == field->name))
            return keywords::fail(place, std::string("`") + kToday + "` names what is not asked for: " + path);
    }
    return Nothing{};
}

}  // namespace ims
