// What people call the fields and the words that they take: reports print it as heads of columns, labels and cells, so
// it has to be words, and tell the fields of one map apart.
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

using ValueCall = std::function<void(const Shape&, const EnumValue&)>;

void for_each_value(const Schema& schema, const ValueCall& call) {
    for (const KindSpec& kind : schema.kinds()) {
        CAPTURE(kind.name);
        for (const FieldSpec& field : kind.fields) {
            for_each_shape(*field.shape, [&](const Shape& shape) {
                for (const EnumValue& value : shape.values) {
                    CAPTURE(value.name);
                    call(shape, value);
                }
            });
        }
    }
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

// What people call a word that a field takes, alone or in a list; of the field and of the schema as a whole.
std::string word_title_in(const Schema& schema, std::string_view kind, std::string_view path, std::string_view word) {
    const auto field = schema.find_path(path);
    REQUIRE(field);
    const FieldSpec* const spec = schema.spec(*schema.find_kind(kind), *field);
    REQUIRE(spec != nullptr);
    const Shape& shape = spec->shape->item != nullptr ? *spec->shape->item : *spec->shape;
    for (const EnumValue& value : shape.values) {
        if (value.name != word) continue;
        CHECK(schema.word(value.word) == word);
        CHECK(schema.title(value.word) == value.title);
        return std::string(value.title);
    }
    return "no such word";
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

TEST_CASE("every value of a built-in choice has a meaning") {
    std::size_t values = 0;
    for_each_value(Schema::built_in(), [&](const Shape&, const EnumValue& value) {
        ++values;
        CHECK_FALSE(value.meaning.empty());
    });
    CHECK(values > 0);
}

TEST_CASE("every value of a built-in choice has words for people, which fit into a sentence") {
    const Schema& schema = Schema::built_in();
    std::set<Choice> seen;
    for_each_value(schema, [&](const Shape& shape, const EnumValue& value) {
        const std::string_view title = value.title;
        CAPTURE(title);
        REQUIRE_FALSE(title.empty());
        CHECK(title.find_first_of("_`\n") == std::string_view::npos);
        CHECK(title.back() != '.');
        CHECK(title.back() != ' ');
        const auto capital = [](char letter) { return letter >= 'A' && letter <= 'Z'; };
        const bool abbreviation = title.size() > 1 && capital(title[1]);
        CHECK((!capital(title[0]) || abbreviation));
        CHECK(title == shape.values[value.canonical].title);
        CHECK(schema.word(value.word) == value.name);
        CHECK(schema.title(value.word) == title);
        seen.insert(value.word);
    });
    CHECK(seen.size() == schema.words().size());
}

TEST_CASE("no built-in word is called two things") {
    const Schema& schema = Schema::built_in();
    std::set<std::string_view> words;
    for (const std::string_view word : schema.words()) {
        CAPTURE(word);
        CHECK(words.insert(word).second);
    }
}

TEST_CASE("abbreviations and bare words stand as terms of the standards") {
    const Schema& schema = Schema::built_in();
    CHECK(word_title_in(schema, "control", "hierarchy", "ppe") == "personal protective equipment");
    CHECK(word_title_in(schema, "risk", "type", "aspect") == "environmental aspect");
    CHECK(word_title_in(schema, "control", "implementation", "in-place") == "in place");
    CHECK(word_title_in(schema, "exercise", "type", "walk-through") == "walk-through");
    CHECK(word_title_in(schema, "risk", "treatment", "mitigate") == "reduce");
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

TEST_CASE("a word of one's own is called by its title, or by itself with blanks") {
    const Result<Schema> schema = with_boat(R"({"rig": {"x-ims-type": "enum",
        "enum": ["gaff-rig", "bermuda", "top_sail", "marconi", "sail-less"],
        "x-ims-titles": {"bermuda": "Bermuda rig", "sail-less": ""}, "x-ims-synonyms": {"marconi": "bermuda"}}})");
    REQUIRE_MESSAGE(schema.has_value(), (schema ? "" : schema.error().message()));
    CHECK(word_title_in(*schema, "boat", "rig", "gaff-rig") == "gaff rig");
    CHECK(word_title_in(*schema, "boat", "rig", "bermuda") == "Bermuda rig");
    CHECK(word_title_in(*schema, "boat", "rig", "top_sail") == "top sail");
    CHECK(word_title_in(*schema, "boat", "rig", "marconi") == "Bermuda rig");
    CHECK(word_title_in(*schema, "boat", "rig", "sail-less") == "sail less");
}

TEST_CASE("a word that enumerations of one's own call otherwise is called so there, and as before elsewhere") {
    const Result<Schema> schema = with_boat(R"({"use": {"x-ims-type": "enum", "enum": ["ppe", "draft"]},
        "wear": {"x-ims-type": "enum", "enum": ["ppe", "draft"], "x-ims-titles": {"ppe": "life jackets"}}})");
    REQUIRE_MESSAGE(schema.has_value(), (schema ? "" : schema.error().message()));
    CHECK(word_title_in(*schema, "boat", "use", "ppe") == "ppe");
    CHECK(word_title_in(*schema, "boat", "wear", "ppe") == "life jackets");
    CHECK(word_title_in(*schema, "control", "hierarchy", "ppe") == "personal protective equipment");
    CHECK(schema->words().size() == Schema::built_in().words().size() + 2);
}

TEST_CASE("without a kind a field is called as the first kind that has it says") {
    const Schema& schema = Schema::built_in();
    const auto title = [](const Schema& of, std::string_view path) {
        const auto field = of.find_path(path);
        REQUIRE(field);
        return std::string(of.title(*field));
    };
    CHECK(title(schema, "hierarchy") == "Hierarchy of controls");
    CHECK(title(schema, "continuity.rto") == "Recovery time objective");
    CHECK(title(schema, "evaluations.result") == "Result");
    for (std::size_t index = 0; index < schema.paths().size(); ++index) {
        CAPTURE(schema.paths()[index]);
        CHECK_FALSE(schema.title(Field::from(index)).empty());
    }
    const Result<Schema> own = with_boat(R"({"title": {"title": "Name of the boat", "x-ims-type": "line"},
        "hull": {"type": "array", "items": {"type": "object", "properties": {"deep_keel": {"x-ims-type": "line"}}}}})");
    REQUIRE_MESSAGE(own.has_value(), (own ? "" : own.error().message()));
    CHECK(title(*own, "title") == title(schema, "title"));
    CHECK(title(*own, "hull.deep_keel") == "Deep keel");
    const Result<Schema> alone =
        replace_schema(schema, {{"boat.schema.json", R"({"x-ims-kind": "boat", "properties": {"title":
            {"title": "Name of the boat", "x-ims-type": "line"}}})"}});
    REQUIRE_MESSAGE(alone.has_value(), (alone ? "" : alone.error().message()));
    CHECK(title(*alone, "title") == "Name of the boat");
    CHECK(title(*alone, "hierarchy").empty());
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
