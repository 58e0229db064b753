// What people call the fields: reports print it as heads of columns and labels, so it has to be words, and tell the
// fields of one map apart.
#include <doctest/doctest.h>

#include <functional>
#include <set>
#include <string>

#include "schema/read_schema.h"

using namespace ims;

namespace {

using Call = std::function<void(std::span<const FieldSpec>)>;

// Each map with fields at or below a shape, in lists and under free keys too.
void for_each_map(const Shape& shape, const Call& call) {
    if (shape.named_map) call(shape.fields);
    for (const FieldSpec& field : shape.fields) for_each_map(*field.shape, call);
    if (shape.item != nullptr) for_each_map(*shape.item, call);
    if (shape.entry != nullptr) for_each_map(*shape.entry, call);
}

void for_each_map(const KindSpec& kind, const Call& call) {
    call(kind.fields);
    for (const FieldSpec& field : kind.fields) for_each_map(*field.shape, call);
}

void for_each_shape(const Shape& shape, const std::function<void(const Shape&)>& call) {
    call(shape);
    for (const FieldSpec& field : shape.fields) for_each_shape(*field.shape, call);
    if (shape.item != nullptr) for_each_shape(*shape.item, call);
    if (shape.entry != nullptr) for_each_shape(*shape.entry, call);
}

Result<Schema> with_boat(const std::string& properties, Titles titles = Titles::or_names) {
    return extend_schema(Schema::built_in(),
                         {{"schemas/boat.schema.json", R"({"x-ims-kind": "boat", "properties": )" + properties + "}"}},
                         titles);
}

std::string title_in(const Schema& schema, std::string_view kind, std::string_view path) {
    const auto field = schema.find_path(path);
    REQUIRE(field);
    const FieldSpec* const spec = schema.spec(*schema.find_kind(kind), *field);
    REQUIRE(spec != nullptr);
    return std::string(spec->title);
}

}  // namespace

TEST_CASE("every built-in field has words for people, which tell it apart from the others of its map") {
    const Schema& schema = Schema::built_in();
    std::set<Field> seen;
    for (const KindSpec& kind : schema.kinds()) {
        CAPTURE(kind.name);
        for_each_map(kind, [&](std::span<const FieldSpec> fields) {
            std::set<std::string_view> titles;
            for (const FieldSpec& field : fields) {
                CAPTURE(schema.path(field.field));
                CAPTURE(field.title);
                REQUIRE_FALSE(field.title.empty());
                CHECK(field.title.front() >= 'A');
                CHECK(field.title.front() <= 'Z');
                CHECK(field.title.find_first_of("_`\n") == std::string_view::npos);
                CHECK(field.title.back() != '.');
                CHECK(field.title.back() != ' ');
                CHECK(titles.insert(field.title).second);
                seen.insert(field.field);
            }
        });
    }
    CHECK(seen.size() == schema.paths().size());
}

TEST_CASE("terms of the standards stand in full") {
    const Schema& schema = Schema::built_in();
    CHECK(title_in(schema, "process", "continuity.rto") == "Recovery time objective");
    CHECK(title_in(schema, "process", "continuity.mtpd") == "Maximum tolerable period of disruption");
    CHECK(title_in(schema, "nonconformity", "action") == "Corrective action");
}

TEST_CASE("every value of a built-in choice has a meaning, but for other spellings of one that has") {
    std::size_t values = 0;
    for (const KindSpec& kind : Schema::built_in().kinds()) {
        CAPTURE(kind.name);
        for (const FieldSpec& field : kind.fields) {
            for_each_shape(*field.shape, [&](const Shape& shape) {
                for (const EnumValue& value : shape.values) {
                    ++values;
                    CAPTURE(value.name);
                    CHECK_FALSE(shape.values[value.canonical].meaning.empty());
                }
            });
        }
    }
    CHECK(values > 0);
}

TEST_CASE("a field of one's own is called by its title, or by its name in words") {
    const Result<Schema> schema = with_boat(R"({
        "colour": {"title": "Colour of the hull", "x-ims-type": "line"},
        "last_check": {"x-ims-type": "date"},
        "last-paint": {"x-ims-type": "date"},
        "über_all": {"x-ims-type": "line"},
        "old": {"title": "", "x-ims-type": "line"},
        "crew": {"type": "array", "items": {"type": "object", "properties": {"ship_s_boy": {"x-ims-type": "line"}}}},
        "review": {"allOf": [{"$ref": "common.schema.json#/definitions/review"}]}})");
    REQUIRE_MESSAGE(schema.has_value(), (schema ? "" : schema.error().message()));
    CHECK(title_in(*schema, "boat", "colour") == "Colour of the hull");
    CHECK(title_in(*schema, "boat", "last_check") == "Last check");
    CHECK(title_in(*schema, "boat", "last-paint") == "Last-paint");
    CHECK(title_in(*schema, "boat", "über_all") == "über all");
    CHECK(title_in(*schema, "boat", "old") == "Old");
    CHECK(title_in(*schema, "boat", "crew") == "Crew");
    CHECK(title_in(*schema, "boat", "crew.ship_s_boy") == "Ship s boy");
    CHECK(title_in(*schema, "boat", "review") == "Review");
    CHECK(title_in(*schema, "boat", "review.every") == "Reviewed every");
}

TEST_CASE("a title beside a shared shape wins over the one of the shape") {
    const Result<Schema> schema = extend_schema(
        Schema(), {{"shapes.schema.json", R"({"definitions": {"paint": {"title": "Paint", "x-ims-type": "line"}}})"},
                   {"boat.schema.json", R"({"x-ims-kind": "boat", "properties": {
            "hull": {"allOf": [{"$ref": "shapes.schema.json#/definitions/paint"}]},
            "mast": {"title": "Paint of the mast", "allOf": [{"$ref": "shapes.schema.json#/definitions/paint"}]}}})"}});
    REQUIRE_MESSAGE(schema.has_value(), (schema ? "" : schema.error().message()));
    CHECK(title_in(*schema, "boat", "hull") == "Paint");
    CHECK(title_in(*schema, "boat", "mast") == "Paint of the mast");
}

TEST_CASE("the build refuses a field that does not say what people call it") {
    const auto trouble = [](const std::string& properties) {
        const Result<Schema> schema = with_boat(properties, Titles::required);
        return schema ? "none" : schema.error().message();
    };
    const std::string needed = "a field needs a `title`, which is what people call it";
    CHECK(trouble(R"({"colour": {"title": "Colour", "x-ims-type": "line"}})") == "none");
    CHECK(trouble(R"({"colour": {"x-ims-type": "line"}})") == "schemas/boat.schema.json, field colour: " + needed);
    CHECK(trouble(R"({"hull": {"title": "Hull", "type": "object", "properties": {"colour": {"x-ims-type": "line"}}}})")
              .ends_with(", field hull.colour: " + needed));
}
