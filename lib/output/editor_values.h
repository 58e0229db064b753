// Inside of editor_schema.cpp: fields, and what they hold.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "output/editor_scalars.h"

namespace ims {

// What has one of these forms.
inline Json any_of(const std::vector<Json>& forms) { return Json::object({{"anyOf", Json::list_of(forms)}}); }

class ValueSchemas {
public:
    ValueSchemas(const FolderWords& words, SchemaReader reader) : words_(words), reader_(reader) {}

    // A record of the kind, or ims.yaml.
    Json record(KindId kind);

    // What is referred to as `#/definitions/NAME`.
    [[nodiscard]] Json definitions() const;

    // What a kind needs, to be filled in: the body of a snippet.
    [[nodiscard]] Json body_of(KindId kind) const;

private:
    // A kind, and where in it: what defaults say is not needed, but in lists, which are not merged.
    struct Where {
        KindId kind;
        bool settings = false;
        bool in_list = false;
        std::string path;  // `review-every`: names the definitions
        [[nodiscard]] Where below(std::string_view name) const;
        [[nodiscard]] Where in_items() const;
    };
    enum class Needed : std::uint8_t { no, yes };

    Json map_of(std::span<const FieldSpec> fields, const Where& where);
    void say_what_is_needed(Json& map, std::span<const FieldSpec> fields, const Where& where);
    Json needs_of(std::span<const FieldSpec> fields, const Where& where);
    [[nodiscard]] Json never(const std::string& message) const;
    Json says(std::string_view field);
    Json something();
    Json field(const FieldSpec& field, Needed needed, const Where& where);
    // Lets nothing through where it is needed, and what is empty where it is not.
    Json value(const Shape& shape, Needed needed, const Where& where);
    std::vector<Json> forms(const Shape& shape, Needed needed, const Where& where);
    Json map_or_nothing(const Shape& shape, const Where& where);
    Json list_of_maps_or_nothing(const Shape& shape, const Where& where);
    Json entries(const Shape& shape, const Where& where);
    [[nodiscard]] std::vector<std::string_view> keys_of(const Shape& shape, const Where& where, bool& others) const;
    void offer_what_is_needed(Json& map, std::span<const FieldSpec> fields, const Where& where) const;

    [[nodiscard]] bool is_needed(const FieldSpec& field, const Where& where) const;
    [[nodiscard]] Json body_of(std::span<const FieldSpec> fields, const Where& where, int& stop) const;
    [[nodiscard]] Json body_of(const Shape& shape, const Where& where, int& stop) const;
    [[nodiscard]] std::string choice(const Shape& shape, int stop) const;

    // The same by reference, where it is long enough to be worth it.
    Json defined(Json schema, std::string_view name);
    // Lets nothing but what is empty through, and `true` and `false` where these are texts like others.
    Json nothing(bool or_boolean);
    Json boolean();

    const FolderWords& words_;
    SchemaReader reader_;
    std::map<std::string, std::string> names_;  // of definitions, by their text
    std::map<std::string, Json> definitions_;
};

}  // namespace ims
