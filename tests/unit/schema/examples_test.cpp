// What people are shown as examples is read by the reader of all records, as a whole record.
#include "schema/examples.h"

#include <doctest/doctest.h>

#include <deque>
#include <memory>
#include <string>

#include "built_in.h"

#include "model/records.h"
#include "schema/read_values.h"
#include "schema/valid_id.h"
#include "schema/value_types.h"
#include "settings/settings.h"

using namespace ims;

namespace {

constexpr std::string_view kSettings =
    "disciplines: {quality: {}, environment: {}, health-and-safety: {}, information-security: {}, "
    "business-continuity: {}, service: {}, energy: {}, compliance: {}, food-safety: {}, medical-devices: {}, "
    "artificial-intelligence: {}, privacy: {}}\n"
    "classification: {confidentiality: [public, internal], integrity: [low, high], availability: [low, high]}\n";

std::string told(const std::vector<Finding>& findings) {
    std::string out;
    for (const Finding& finding : findings) {
        out += std::string(built_in_book()[finding.rule].name) + "; ";
    }
    return out;
}

Settings settings_of(std::string_view text, std::string& troubles) {
    static std::deque<ParsedFile> kept;
    const ParsedFile& parsed = kept.emplace_back(parse_file(std::string(text)));
    std::vector<Finding> findings;
    Arena arena;
    Settings settings = read_settings(parsed, Schema::built_in(), built_in_book(), findings, arena);
    troubles = told(findings);
    return settings;
}

// What is wrong with a file of records, or with ims.yaml.
std::string troubles_of(KindId kind, const std::string& text, const Settings& settings) {
    std::string troubles;
    if (Schema::built_in()[kind].settings) {
        settings_of(text, troubles);
        return troubles;
    }
    const ReadFile file = read_records(std::make_shared<ParsedFile>(parse_file(text)), Schema::built_in(), settings);
    CHECK(file.records.size() == 1);
    return told(file.troubles().findings);
}

}  // namespace

TEST_CASE("the example of every field is sound, alone and as a part of a record") {
    std::string none;
    const Settings settings = settings_of(kSettings, none);
    CHECK(none.empty());
    const Schema& schema = Schema::built_in();
    for (const NamedField& field : all_fields(schema)) {
        CAPTURE(field.path);
        const std::string example = example_of_field(schema, settings.vocabulary, field);
        CAPTURE(example);
        CHECK(example.find(std::string(field.spec->name) + ":") != std::string::npos);
        const std::string record =
            schema[field.kind].settings ? example : example_of_record(schema, settings.vocabulary, field.kind, &field);
        // A matrix fits the scales beside it, as its description says.
        const std::string beside =
            "risk:\n  likelihood: [rare, likely]\n  consequence: [minor, major, severe]\n"
            "  levels: [low, high]\n";
        const bool is_matrix = field.path == "ims.risk.matrix";
        CHECK(troubles_of(field.kind, is_matrix ? beside + record.substr(record.find('\n') + 1) : record, settings)
                  .empty());
    }
}

TEST_CASE("the least that a kind says is sound") {
    std::string none;
    const Settings settings = settings_of(kSettings, none);
    for (std::size_t index = 0; index < Schema::built_in().kinds().size(); ++index) {
        const KindId kind = KindId::from(index);
        if (!Schema::built_in()[kind].of_records()) continue;
        CAPTURE(Schema::built_in()[kind].name);
        CHECK(troubles_of(kind, example_of_record(Schema::built_in(), settings.vocabulary, kind), settings).empty());
    }
}

TEST_CASE("an example of a description is a value of its field, and is the one that is shown") {
    std::string none;
    const Settings settings = settings_of(kSettings, none);
    for (const NamedField& field : all_fields(Schema::built_in())) {
        const std::size_t mark = field.spec->description.find("Example: ");
        if (mark == std::string_view::npos) continue;
        CAPTURE(field.path);
        const std::string_view written = field.spec->description.substr(mark + 9);
        const std::string example = example_of_field(Schema::built_in(), settings.vocabulary, field);
        CAPTURE(example);
        // The first of several.
        const std::string_view first = written.substr(0, written.find_first_of(" .,"));
        CHECK(example.find(first) != std::string::npos);
    }
}

TEST_CASE("examples of a type are taken by its reader, and what it shows as wrong is not") {
    std::string none;
    const Settings settings = settings_of(kSettings, none);
    const Schema& schema = Schema::built_in();
    // The example of the field with another value in its place.
    const auto troubles = [&](const TypeOfValue& type, std::string_view yaml) {
        const auto field = find_field(schema, type.field);
        REQUIRE(field.has_value());
        if (field->is_id()) return is_valid_id(yaml) ? std::string() : std::string("invalid-id");
        const std::string_view path = schema.path(field->spec->field);
        std::string text = std::string(field->spec->name) + ": " + std::string(yaml) + "\n";
        // Around it the fields that hold it, from the inside out.
        for (std::string_view above = path; above.find('.') != std::string_view::npos;) {
            above = above.substr(0, above.rfind('.'));
            const std::string_view name =
                above.substr(above.find('.') == std::string_view::npos ? 0 : above.rfind('.') + 1);
            text = std::string(name) + ": {" + text.substr(0, text.size() - 1) + "}\n";
        }
        const ParsedFile parsed = parse_file(text);
        REQUIRE(parsed.tree.documents.size() == 1);
        ReadRules rules{schema, settings.vocabulary};
        rules.partial = true;
        std::vector<Value> values;
        std::vector<Finding> findings;
        Arena arena;
        if (!parsed.tree.documents.front().root.known()) return std::string("not YAML");
        read_fields(parsed, rules, parsed.tree.documents.front().root, {}, field->kind, {}, values, findings, arena);
        return told(findings);
    };
    for (const TypeOfValue& type : types_of_values()) {
        CAPTURE(type.name);
        CHECK_FALSE(type.examples.empty());
        CHECK(type.says.ends_with('.'));
        CHECK(find_type_of_value(type.name) == &type);
        if (type.scalar == ScalarType::any) continue;
        for (const ValueExample& example : type.examples) {
            CAPTURE(example.yaml);
            CHECK(troubles(type, example.yaml).empty());
        }
        for (const std::string_view refused : type.refused) {
            CAPTURE(refused);
            CHECK_FALSE(troubles(type, refused).empty());
        }
        if (type.scalar == ScalarType::none) continue;
        const Shape* shape = find_field(schema, type.field)->spec->shape;
        while (shape->scalar == ScalarType::none && shape->item != nullptr) shape = shape->item;
        CHECK(shape->scalar == type.scalar);
    }
}

TEST_CASE("every type of value is explained") {
    for (int scalar = static_cast<int>(ScalarType::any); scalar <= static_cast<int>(ScalarType::reference_or_text);
         ++scalar) {
        CHECK(type_of_value(static_cast<ScalarType>(scalar)).scalar == static_cast<ScalarType>(scalar));
    }
    CHECK(find_type_of_value("Point in time")->scalar == ScalarType::point_in_time);
    CHECK(find_type_of_value("yes/no")->scalar == ScalarType::yes_no);
    CHECK(find_type_of_value("treatment") == nullptr);
}
