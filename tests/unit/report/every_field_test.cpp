// Nothing that is written is left out: every field of every kind gets a word of its own, made from the schema, and each
// is looked for where people and programs look. A new field is covered without a line here.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "analyzed.h"
#include "base/json.h"
#include "output/document/document_format.h"
#include "report/every_report.h"
#include "schema/fields.h"
#include "schema/named_fields.h"

using namespace ims;

namespace {

// A record of a kind with all that its schema allows. Texts are words that stand nowhere else: `zq17`.
class FilledRecord {
public:
    FilledRecord(const KindSpec& kind, int& words) : kind_(kind), words_(words) {}

    std::string run() {
        std::string text = fmt::format("{}: {}\n", kind_.name, id_of(kind_.name));
        for (const FieldSpec& field : kind_.fields) {
            if (field.shape->scalar == ScalarType::id || is_left_out(field)) continue;
            const std::string value = value_of(*field.shape, std::string(field.name));
            if (!value.empty()) text += fmt::format("{}: {}\n", field.name, value);
        }
        return text + fmt::format("x_follow_up: {}\n", word("x_follow_up"));
    }

    static std::string id_of(std::string_view kind) { return fmt::format("the-{}", kind); }
    [[nodiscard]] const std::map<std::string, std::string>& texts() const { return texts_; }

private:
    // A record that is retired takes no part, so registers leave it out.
    static bool is_left_out(const FieldSpec& field) { return field.name == "status" || field.name == "replaced_by"; }

    std::string word(const std::string& path) {
        std::string text = fmt::format("zq{}z", ++words_);
        texts_[text] = path;
        return text;
    }

    std::string value_of(const Shape& shape, const std::string& path) {
        if (shape.item != nullptr) {
            // A text alone and a map are both items of a list that takes both.
            std::string items = value_of(*shape.item, path);
            if (!shape.item->fields.empty() && shape.item->scalar != ScalarType::none)
                items += ", " + map_of(shape.item->fields, path);
            return items.empty() ? "" : "[" + items + "]";
        }
        if (shape.scalar != ScalarType::none) return scalar_of(shape, path);
        if (!shape.fields.empty()) return map_of(shape.fields, path);
        if (shape.entry == nullptr) return {};
        return fmt::format("{{{}: {}}}", key_of(shape.keys), value_of(*shape.entry, path));
    }

    std::string map_of(std::span<const FieldSpec> fields, const std::string& path) {
        std::string text;
        for (const FieldSpec& field : fields) {
            const std::string value = value_of(*field.shape, fmt::format("{}.{}", path, field.name));
            if (!value.empty()) text += fmt::format("{}{}: {}", text.empty() ? "" : ", ", field.name, value);
        }
        return "{" + text + "}";
    }

    static std::string key_of(KeyType keys) {
        switch (keys) {
            case KeyType::discipline: return "quality";
            case KeyType::topic: return "actions";
            case KeyType::standard_clause: return "A.5.1";
            default: return "some";
        }
    }

    std::string scalar_of(const Shape& shape, const std::string& path) {
        switch (shape.scalar) {
            case ScalarType::line:
            case ScalarType::markdown:
            case ScalarType::path: return word(path);
            case ScalarType::reference_or_text: return word(path);
            case ScalarType::date: return "2026-01-02";
            case ScalarType::point_in_time: return "2026-01-02 10:00";
            case ScalarType::duration: return "7 d";
            case ScalarType::yes_no: return "yes";
            case ScalarType::whole:
            case ScalarType::number: return "3";
            case ScalarType::enumeration: return std::string(shape.values.front().name);
            case ScalarType::discipline: return "quality";
            case ScalarType::step: return "2";
            case ScalarType::rule: return "role-without-deputy";
            case ScalarType::kind: return "role";
            case ScalarType::clause: return "iso-9001-2015:4.1";
            case ScalarType::reference: return reference_of(*shape.reference);
            default: return {};
        }
    }

    std::string reference_of(const ReferenceSpec& reference) const {
        if (reference.same_kind) return id_of(kind_.name);
        const std::string_view kind = reference.kinds.empty() ? "role" : reference.kinds.front();
        return fmt::format("{}/{}", kind, id_of(kind));
    }

    const KindSpec& kind_;
    int& words_;
    std::map<std::string, std::string> texts_;  // a word, and the field that it stands in
};

using Texts = std::map<std::string, std::string>;  // a word, and the path of the field that it stands in

struct Filled {
    std::unique_ptr<Analysis> analysis;
    std::map<KindId, Texts> texts;
};

Filled fill_every_field() {
    Filled out;
    int words = 0;
    std::string folder =
        "# file: ims.yaml\norganisation: O\ndisciplines: {quality: {lead: the-role}}\n# file: records.yaml\n";
    const Schema& schema = Schema::built_in();
    for (std::size_t index = 0; index < schema.kinds().size(); ++index) {
        const KindId kind = KindId::from(index);
        if (!schema[kind].of_records()) continue;
        FilledRecord record(schema[kind], words);
        folder += record.run() + "---\n";
        out.texts[kind] = record.texts();
    }
    folder.resize(folder.size() - 4);
    out.analysis = analyzed(folder);
    for (const Finding& finding : out.analysis->findings) {
        const std::string_view family = built_in_rules().book()[finding.rule].family;
        // All that is written has to be read, or the test would look for less than it says. A level of a competence is
        // a text, and has to be one of those that the competence names.
        const bool read = (family != "yaml" && family != "records") || finding.field.ends_with("level");
        CHECK_MESSAGE(read, said(*out.analysis, finding.message));
    }
    return out;
}

std::string as(const Document& document, std::string_view format) {
    std::string text;
    find_document_format(format)->write(document, {}, [&](std::string_view part) { text += part; });
    return text;
}

Document page_of(const Analysis& analysis, KindId kind) {
    const std::string name =
        analysis.schema[kind].name == std::string_view() ? std::string() : std::string(analysis.schema[kind].name);
    return find_report("record")->build({analysis, id_of(analysis, name + "/" + FilledRecord::id_of(name))});
}

const Table* register_in(const Document& document) {
    for (const Block& block : document.blocks) {
        const Table* const table = std::get_if<Table>(&block);
        if (table != nullptr && table->key == "register") return table;
    }
    return nullptr;
}

// What the first row of a register has under a key; empty where there is none.
std::string in_register(const Json& report, std::string_view key) {
    for (const Json& table : *report.find("tables")->as_list()) {
        if (*table.find("key")->as_text() != "register") continue;
        const Json* const value = table.find("rows")->as_list()->front().find(key);
        return value == nullptr ? std::string() : to_text(*value);
    }
    return {};
}

}  // namespace

TEST_CASE("every field of every kind stands on its record's page, in every format") {
    const Filled filled = fill_every_field();
    for (const auto& [kind, texts] : filled.texts) {
        if (kind == kinds::person) continue;
        CHECK(texts.size() > 3);
        const Document page = page_of(*filled.analysis, kind);
        for (const std::string_view format : {"markdown", "html", "csv", "json"}) {
            const std::string text = as(page, format);
            for (const auto& [word, path] : texts) {
                CHECK_MESSAGE(text.find(word) != std::string::npos, std::string(filled.analysis->schema[kind].name),
                              ".", path, " in ", std::string(format));
            }
        }
    }
}

TEST_CASE("what is said of a person stands on no other page, and in no register") {
    const Filled filled = fill_every_field();
    for (const WantedReport& each : every_report(*filled.analysis, Persons::left_out)) {
        const Document document = each.report->build({*filled.analysis, each.subject});
        for (const std::string_view format : {"html", "csv", "json"}) {
            const std::string text = as(document, format);
            for (const auto& [word, path] : filled.texts.at(kinds::person))
                CHECK_MESSAGE(text.find(word) == std::string::npos, std::string(each.report->name), ": person.", path);
        }
    }
}

TEST_CASE("registers give programs every field of their kind in a column of its own") {
    const Filled filled = fill_every_field();
    const Schema& schema = filled.analysis->schema;
    std::size_t registers = 0;
    for (const auto& [kind, texts] : filled.texts) {
        const Report* const report = find_report(schema[kind].plural);
        if (report == nullptr || report->subject != ReportSubject::none) continue;
        const Document document = report->build({*filled.analysis, {}});
        const Table* const table = register_in(document);
        if (table == nullptr) continue;
        ++registers;
        const std::string csv = as(document, "csv");
        const auto json = parse_json(as(document, "json"));
        REQUIRE(json.has_value());
        for (const auto& [word, path] : texts) {
            const std::string field = std::string(schema[kind].name) + "." + path;
            CHECK_MESSAGE(csv.find(word) != std::string::npos, field, " in CSV");
            const std::string value = in_register(*json, path) + in_register(*json, field);
            CHECK_MESSAGE(value.find(word) != std::string::npos, field, " in JSON");
        }
        std::set<std::string> titles;
        std::set<std::string> keys;
        std::size_t shown = 0;
        for (const Column& column : table->columns) {
            CHECK_MESSAGE(titles.insert(column.title).second, std::string(report->name), ": ", column.title);
            CHECK_MESSAGE(keys.insert(column.key).second, std::string(report->name), ": ", column.key);
            shown += column.readers == Column::For::all ? 1U : 0U;
        }
        CHECK_MESSAGE(shown <= 6, std::string(report->name));
    }
    CHECK(registers == 10);
}
