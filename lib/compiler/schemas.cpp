// Checks schemas/*.schema.json and writes them as tables and named constants: OUTPUT_FOLDER FILE… A wrong name in a
// rule then breaks the build. Catalogues of standards (*.yaml) are written as their text.
#include <algorithm>
#include <map>
#include <set>
#include <sstream>

#include "compiler/files.h"
#include "schema/read_schema.h"

namespace ims::compiler {
namespace {

// A field's name as a C++ identifier.
std::string identifier(std::string_view name) {
    static const std::set<std::string_view> kKeywords = {
        "requires", "default", "class",  "export",    "register", "public", "private", "template", "operator",
        "case",     "new",     "delete", "this",      "for",      "if",     "else",    "do",       "while",
        "switch",   "return",  "goto",   "try",       "catch",    "union",  "enum",    "struct",   "const",
        "static",   "virtual", "using",  "namespace", "not",      "and",    "or",      "auto"};
    std::string out(name);
    std::ranges::replace(out, '-', '_');
    return kKeywords.contains(name) ? out + "_" : out;
}

class Tables {
public:
    explicit Tables(const Schema& schema) : schema_(schema) {}

    std::string run() {
        out_ << "// Made from schemas/ by the build. Do not edit.\n#include \"schema/schema.h\"\n\n"
                "namespace ims {\nnamespace {\nusing namespace std::string_view_literals;\n\n";
        std::ostringstream kinds;
        for (const KindSpec& kind : schema_.kinds()) {
            const std::string fields = write_fields(kind.fields);
            kinds << "    {" << literal(kind.name) << ", " << literal(kind.plural) << ", " << literal(kind.description)
                  << ", " << fields << ",\n     " << raw(kind.json) << ", " << (kind.settings ? "true" : "false")
                  << "},\n";
        }
        out_ << "constexpr KindSpec kKinds[] = {\n" << kinds.str() << "};\n";
        out_ << "constexpr std::string_view kPaths[] = {\n";
        for (const std::string_view path : schema_.paths()) out_ << "    " << literal(path) << ",\n";
        out_ << "};\nconstexpr std::string_view kWords[] = {\n";
        for (const std::string_view word : schema_.words()) out_ << "    " << literal(word) << ",\n";
        out_ << "};\nconstexpr std::string_view kWordTitles[] = {\n";
        for (const std::string_view title : schema_.parts().word_titles) out_ << "    " << literal(title) << ",\n";
        out_
            << "};\nconstexpr std::string_view kCommon = " << raw(schema_.common_json()) << ";\n\n}  // namespace\n\n"
            << "const Schema& Schema::built_in() {\n"
               "    static const Schema schema(Parts{{std::begin(kKinds), std::end(kKinds)}, {std::begin(kPaths), "
               "std::end(kPaths)},\n"
               "                                     {std::begin(kWords), std::end(kWords)}, {std::begin(kWordTitles), "
               "std::end(kWordTitles)},\n"
               "                                     kCommon, nullptr});\n"
               "    return schema;\n}\n\n}  // namespace ims\n";
        return out_.str();
    }

private:
    std::string name(const char* prefix) { return prefix + std::to_string(next_++); }

    // Each writer writes what it needs first and answers with a C++ expression.
    std::string write_fields(std::span<const FieldSpec> fields) {
        if (fields.empty()) return "{}";
        std::ostringstream lines;
        for (const FieldSpec& field : fields) {
            const std::string shape = write_shape(*field.shape);
            const std::string with = write_names(field.with);
            lines << "    {Field(" << field.field.value << "), " << literal(field.name) << ", " << literal(field.title)
                  << ", " << literal(field.description) << ", " << (field.required ? "true" : "false") << ", &" << shape
                  << ", " << literal(field.unless) << ", " << with << "},\n";
        }
        const std::string table = name("fields_");
        out_ << "constexpr FieldSpec " << table << "[] = {\n" << lines.str() << "};\n";
        return table;
    }

    std::string write_shape(const Shape& shape) {
        const std::string values = write_values(shape.values);
        const std::string reference = shape.reference == nullptr ? "nullptr" : "&" + write_reference(*shape.reference);
        const std::string item = shape.item == nullptr ? "nullptr" : "&" + write_shape(*shape.item);
        const std::string fields = write_fields(shape.fields);
        const std::string entry = shape.entry == nullptr ? "nullptr" : "&" + write_shape(*shape.entry);
        const std::string known = write_names(shape.known);
        const std::string costs = write_names(shape.known_costs);
        const std::string slips = write_slips(shape.slips);
        const std::string table = name("shape_");
        out_ << "constexpr Shape " << table << " = {ScalarType(" << static_cast<int>(shape.scalar) << "), Scale("
             << static_cast<int>(shape.scale) << "), " << values << ", " << literal(shape.default_value) << ", "
             << reference << ", " << item << ", " << fields << ", " << (shape.named_map ? "true" : "false") << ", "
             << entry << ", KeyType(" << static_cast<int>(shape.keys) << "), " << known << ", " << costs << ", "
             << slips << ", " << shape.lowest << ", " << shape.highest << "};\n";
        return table;
    }

    std::string write_values(std::span<const EnumValue> values) {
        if (values.empty()) return "{}";
        const std::string table = name("values_");
        out_ << "constexpr EnumValue " << table << "[] = {\n";
        for (const EnumValue& value : values) {
            out_ << "    {" << literal(value.name) << ", " << literal(value.meaning) << ", " << literal(value.title)
                 << ", " << value.canonical << ", Choice(" << value.word.value << ")},\n";
        }
        out_ << "};\n";
        return table;
    }

    std::string write_names(std::span<const std::string_view> names) {
        if (names.empty()) return "{}";
        const std::string table = name("names_");
        out_ << "constexpr std::string_view " << table << "[] = {";
        for (const std::string_view each : names) out_ << literal(each) << ", ";
        out_ << "};\n";
        return table;
    }

    std::string write_slips(std::span<const WordSlip> slips) {
        if (slips.empty()) return "{}";
        const std::string table = name("slips_");
        out_ << "constexpr WordSlip " << table << "[] = {";
        for (const WordSlip& each : slips) out_ << "{" << literal(each.written) << ", " << literal(each.meant) << "}, ";
        out_ << "};\n";
        return table;
    }

    std::string write_reference(const ReferenceSpec& spec) {
        const std::string kinds = write_names(spec.kinds);
        const std::string table = name("reference_");
        out_ << "constexpr ReferenceSpec " << table << " = {" << kinds << ", " << literal(spec.bare) << ", "
             << literal(spec.inverse) << ", " << (spec.same_kind ? "true" : "false") << ", "
             << (spec.tree ? "true" : "false") << ", " << (spec.not_self ? "true" : "false") << "};\n";
        return table;
    }

    const Schema& schema_;
    std::ostringstream out_;
    int next_ = 0;
};

// A constant for every field: `fields::risk::treatment`, `fields::review.every`.
class Constants {
public:
    explicit Constants(const Schema& schema) : schema_(schema) {}

    std::string run() {
        out_ << "// Made from schemas/ by the build. Do not edit.\n#pragma once\n\n#include "
                "\"base/ids.h\"\n\nnamespace ims::kinds {\n\n";
        for (std::size_t index = 0; index < schema_.kinds().size(); ++index) {
            out_ << "inline constexpr KindId " << identifier(schema_.kinds()[index].name) << "(" << index << ");\n";
        }
        out_ << "\n}  // namespace ims::kinds\n\nnamespace ims::fields {\n\n// Fields that every kind of record has.\n";
        const KindSpec* first = nullptr;
        for (const KindSpec& kind : schema_.kinds()) {
            if (first == nullptr && !kind.settings) first = &kind;
        }
        for (const FieldSpec& field : first->fields) {
            if (everywhere(field.name)) write_field(field, "");
        }
        out_ << "\n// Fields that several kinds have under the same name.\n";
        std::map<std::string_view, std::pair<Field, int>> shared;
        for (const KindSpec& kind : schema_.kinds()) {
            if (kind.settings) continue;
            for (const FieldSpec& field : kind.fields) {
                if (!everywhere(field.name)) ++shared.try_emplace(field.name, field.field, 0).first->second.second;
            }
        }
        for (const auto& [name, field] : shared) {
            if (field.second > 1)
                out_ << "inline constexpr Field " << identifier(name) << "(" << field.first.value << ");\n";
        }
        for (const KindSpec& kind : schema_.kinds()) {
            out_ << "\nnamespace " << identifier(kind.name) << " {\n";
            for (const FieldSpec& field : kind.fields) {
                const bool own = kind.settings || !everywhere(field.name) || differs(field, *first);
                if (field.name != kind.name && own) write_field(field, "");
            }
            out_ << "}  // namespace " << identifier(kind.name) << "\n";
        }
        out_ << "\n}  // namespace ims::fields\n";
        return out_.str();
    }

private:
    bool everywhere(std::string_view name) const {
        return std::ranges::all_of(schema_.kinds(), [&](const KindSpec& kind) {
            return kind.settings || std::ranges::find(kind.fields, name, &FieldSpec::name) != kind.fields.end();
        });
    }

    // Named like a field of every kind and yet something else: the clauses of a standard.
    static bool differs(const FieldSpec& field, const KindSpec& first) {
        const auto shared = std::ranges::find(first.fields, field.name, &FieldSpec::name);
        const auto path = [](const FieldSpec& each) { return each.field; };
        return shared != first.fields.end() &&
               !std::ranges::equal(below(field.shape), below(shared->shape), {}, path, path);
    }

    // The fields below one: those of its map, or of its items or entries.
    static std::span<const FieldSpec> below(const Shape* shape) {
        while (shape != nullptr && !shape->named_map) shape = shape->item != nullptr ? shape->item : shape->entry;
        return shape == nullptr ? std::span<const FieldSpec>() : shape->fields;
    }

    void write_field(const FieldSpec& field, const std::string& indent) {
        const std::string name = identifier(field.name);
        const std::string storage = indent.empty() ? "inline constexpr " : "";
        const auto inner = below(field.shape);
        if (inner.empty()) {
            out_ << indent << storage << "Field " << name << "{std::uint16_t{" << field.field.value << "}};\n";
            return;
        }
        out_ << indent << storage << "struct " << name << "_fields : Field {\n";
        for (const FieldSpec& each : inner) write_field(each, indent + "    ");
        out_ << indent << "} " << name << "{Field(" << field.field.value << ")};\n";
    }

    const Schema& schema_;
    std::ostringstream out_;
};

// Sorted by path, and so by id.
std::string write_catalogues(const std::vector<SchemaFile>& files) {
    std::string out =
        "// Made from schemas/standards/ by the build. Do not edit.\n#include \"schema/catalogues.h\"\n\n"
        "namespace ims {\nnamespace {\nusing namespace std::string_view_literals;\n\n"
        "constexpr BuiltInCatalogue kCatalogues[] = {\n";
    for (const SchemaFile& file : files) {
        const std::size_t name = file.path.find_last_of("/\\") + 1;
        out += "    {" + literal(file.path.substr(name, file.path.rfind('.') - name)) + ", " + raw(file.text) + "},\n";
    }
    return out +
           "};\n\n}  // namespace\n\nstd::span<const BuiltInCatalogue> built_in_catalogues() { return kCatalogues; }"
           "\n\n}  // namespace ims\n";
}

// The rules that no single file can break alone.
std::string contradiction(const Schema& schema) {
    for (const KindSpec& kind : schema.kinds()) {
        for (const FieldSpec& field : kind.fields) {
            if (!kind.settings && field.name != kind.name && schema.find_kind(field.name)) {
                return std::string(kind.name) + "." + std::string(field.name) + " is named like a kind";
            }
            const Shape* shape = field.shape->item != nullptr ? field.shape->item : field.shape;
            if (shape->reference == nullptr) continue;
            bool answered = shape->reference->inverse.empty();
            for (const std::string_view target : shape->reference->kinds) {
                const auto found = schema.find_kind(target);
                if (!found)
                    return std::string(kind.name) + "." + std::string(field.name) +
                           " names a kind that is not there: " + std::string(target);
                answered = answered || schema.find_field(*found, shape->reference->inverse) != nullptr;
            }
            if (!answered)
                return "no kind has the other side of " + std::string(kind.name) + "." + std::string(field.name);
        }
    }
    return {};
}

}  // namespace

void compile_schemas(const std::vector<std::string>& arguments) {
    if (arguments.size() < 2) stop("usage: ims_compiler schemas OUTPUT_FOLDER FILE…");
    std::vector<SchemaFile> files;
    std::vector<SchemaFile> catalogues;
    for (std::size_t index = 1; index < arguments.size(); ++index) {
        SchemaFile file = {arguments[index], read_file(arguments[index])};
        (file.path.ends_with(".yaml") ? catalogues : files).push_back(std::move(file));
    }
    std::ranges::sort(files, {}, &SchemaFile::path);
    std::ranges::sort(catalogues, {}, &SchemaFile::path);
    const Result<Schema> schema = extend_schema(Schema(), files, Titles::required);
    if (!schema) stop(schema.error().message());
    if (const std::string trouble = contradiction(*schema); !trouble.empty()) stop("schemas: " + trouble);
    const std::string& folder = arguments[0];
    write_changed(folder + "/fields.h", Constants(*schema).run());
    write_changed(folder + "/tables.cpp", Tables(*schema).run());
    write_changed(folder + "/catalogues.cpp", write_catalogues(catalogues));
}

}  // namespace ims::compiler
