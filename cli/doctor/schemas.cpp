// The schemas that the folder adds: which are taken, and what is easily overlooked about them.
#include <algorithm>

#include <fmt/format.h>

#include "base/json.h"
#include "base/nearest.h"
#include "base/text.h"
#include "cli/doctor/patient.h"
#include "engine/folder_schema.h"
#include "source/paths.h"

namespace ims {
namespace {

constexpr std::string_view kSchemaFolder = "schemas";
constexpr std::string_view kSchemaEnding = ".schema.json";
constexpr std::size_t kLargestSchema = std::size_t{4} << 20;

// What one file of the folder says.
struct OwnSchema {
    std::string path;
    std::optional<std::string> kind;  // that it makes or adds to; none: it only has shapes for others
    std::string text;
};

class SchemasOfPatient {
public:
    SchemasOfPatient(const Patient& patient, DoctorLines& lines) : patient_(patient), lines_(lines) {}

    void look() {
        tell_left_out();
        if (const Outcome taken = take_all(); !taken) {
            lines_.mend("schemas", visible(taken.error().message()), "mend that file; until then nothing is checked");
            return;
        }
        for (const std::string& path : patient_.found->schemas) read(path);
        for (const OwnSchema& schema : schemas_) tell(schema);
        if (schemas_.empty()) lines_.fine("schemas", "the built-in kinds and fields, and no others");
    }

private:
    [[nodiscard]] const FileSystem& files() const { return *patient_.environment.files; }

    // As `ims check` takes them.
    [[nodiscard]] Outcome take_all() const {
        IMS_TRY_ASSIGN(const SchemaTexts texts,
                       read_schema_texts(files(), patient_.root, patient_.found->schemas, patient_.options.schemas));
        IMS_TRY(make_schema(texts));
        return Nothing{};
    }

    void read(const std::string& path) {
        const auto text = files().read(join_path(patient_.root, path), kLargestSchema);
        const auto json = text ? parse_json(*text) : Result<Json>(text.error());
        if (!json) return;
        const Json* const kind = json->find("x-ims-kind");
        const std::string* const name = kind == nullptr ? nullptr : kind->as_text();
        schemas_.push_back({path, name == nullptr ? std::nullopt : std::optional(*name), *text});
    }

    void tell(const OwnSchema& schema) {
        if (!schema.kind) return tell_shapes(schema);
        const std::string& kind = *schema.kind;
        if (Schema::built_in().find_kind(kind))
            return lines_.fine("schemas",
                               fmt::format("{}: more fields for kind `{}`", visible(schema.path), visible(kind)));
        const std::string state = fmt::format("{}: a kind of its own, `{}`", visible(schema.path), visible(kind));
        const std::size_t records = count(kind);
        std::vector<std::string_view> built_in;
        for (const KindSpec& each : Schema::built_in().kinds()) built_in.push_back(each.name);
        const auto near = nearest(kind, built_in);
        if (records > 0 || !near)
            return lines_.fine("schemas", fmt::format("{}, {}", state, counted(records, "record")));
        lines_.mend("schemas", state + ", of which there is no record",
                    fmt::format("{} Then write `\"x-ims-kind\": \"{}\"`", did_you_mean(*near), *near));
    }

    // A file without a kind is for others that refer to it.
    void tell_shapes(const OwnSchema& schema) {
        const std::string name = fmt::format("{}#", name_of(schema.path));
        const bool used = std::ranges::any_of(
            schemas_, [&](const OwnSchema& other) { return other.text.find(name) != std::string::npos; });
        if (used) return lines_.fine("schemas", fmt::format("{}: shapes that other schemas use", visible(schema.path)));
        lines_.mend("schemas", fmt::format("{}: names no kind, and nothing refers to it", visible(schema.path)),
                    "say under `x-ims-kind` which kind it makes, or to which it adds fields");
    }

    [[nodiscard]] std::size_t count(const std::string& kind) const {
        if (patient_.analysis == nullptr) return 0;
        const auto id = patient_.analysis->schema.find_kind(kind);
        return id ? patient_.analysis->graph.of_kind(*id).size() : 0;
    }

    // What lies in the folder of schemas and is none.
    void tell_left_out() {
        const auto entries = files().list(join_path(patient_.root, kSchemaFolder));
        if (!entries) return;
        std::vector<Entry> sorted = *entries;
        std::ranges::sort(sorted, {}, &Entry::name);
        for (const Entry& entry : sorted) {
            const std::string path = join_path(kSchemaFolder, entry.name);
            const bool taken = std::ranges::binary_search(patient_.found->schemas, path);
            if (taken || entry.type == EntryType::folder || entry.name.starts_with('.')) continue;
            if (entry.name.ends_with(kSchemaEnding)) tell_not_taken(path, entry.type);
            else if (to_lower(entry.name).find(".json") != std::string::npos)
                lines_.mend("schemas", fmt::format("{}: not read", visible(path)),
                            fmt::format("let its name end in `{}`", kSchemaEnding));
        }
    }

    void tell_not_taken(const std::string& path, EntryType type) {
        if (type == EntryType::file) {
            lines_.mend("schemas",
                        fmt::format("{}: not read, since git or `ignore` in ims.yaml ignores it", visible(path)),
                        "take it out of what is ignored, or delete it");
        } else {
            lines_.mend("schemas", fmt::format("{}: not read, since it is no plain file", visible(path)),
                        "put the file itself there");
        }
    }

    const Patient& patient_;
    DoctorLines& lines_;
    std::vector<OwnSchema> schemas_;
};

}  // namespace

void look_at_schemas(const Patient& patient, DoctorLines& lines) {
    if (patient.found) SchemasOfPatient(patient, lines).look();
}

}  // namespace ims
